/// Names that try to be markup, formulas, code or layout, for every file that shows names.
public enum HostileNames {
  public static let all: [String] = [
    "<script>alert(1)</script>", "a\"b\n->c", "=HYPERLINK(\"http://example.org\")", "]]>", "<!-- x",
    "--><img src=x>",
    "' onload='alert(1)", "\\N\\G\\E", "&lt;b&gt;", "{rank=same}", "محمد بن سلمى", "\u{202E}gnp.exe", "张伟·東京",
    "👩‍👩‍👧‍👦", "é\u{301}\u{302}\u{303}", "%s%n", "${jndi:x}", "@SUM(A1)", "+49", "-cell", "a;b", "'quoted",
    "name, with comma",
    String(repeating: "ü", count: 10_000),
  ]
}
