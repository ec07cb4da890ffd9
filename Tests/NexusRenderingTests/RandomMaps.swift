import NexusGraph
import NexusModel
import NexusRendering

/// A connected network of all roles and types, its hubs early: a random recursive tree and more ties at random.
func randomMap(actors count: Int, ties: Int, seed: UInt64) -> NetworkMap {
  var generator = SeededGenerator(seed: seed)
  var pairs = (1..<max(1, count)).map { (Int.random(in: 0..<$0, using: &generator), $0) }
  while pairs.count < ties {
    let pair = (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    if pair.0 != pair.1 { pairs.append(pair) }
  }
  var degrees = [Int](repeating: 0, count: count)
  for (source, target) in pairs {
    degrees[source] += 1
    degrees[target] += 1
  }
  let actors = (0..<count).map { index in
    let size = Double(degrees[index]) / Double(max(1, degrees.max() ?? 1))
    return NetworkMap.Actor(
      name: "Actor number \(index)", role: Role(folding: Roles.known.randomElement(using: &generator) ?? ""),
      type: ActorType(folding: ActorTypes.known.randomElement(using: &generator) ?? ""), size: size,
      labelPriority: size, detail: "degree \(degrees[index])")
  }
  return NetworkMap(
    title: "Random network", actors: actors,
    ties: pairs.map { source, target in
      NetworkMap.Tie(
        source: source, target: target, isDirected: Bool.random(using: &generator),
        strength: Double.random(in: 0.5...20, using: &generator),
        confidence: Int.random(in: 0..<5, using: &generator) == 0
          ? nil : Double.random(in: 0...1, using: &generator),
        isTransfer: Int.random(in: 0..<3, using: &generator) == 0)
    })
}

/// Names that try to leave the text they are put into.
let hostileNames = [
  "<script>alert(1)</script>", "a\"b\n->c", "]]>", "=HYPERLINK(\"x\")", "\" onload=\"alert(1)",
  "' href='javascript:x",
  "<!--", "<![CDATA[", "&lt;&#60;&", "<svg><a xlink:href='x'/>", String(repeating: "long ", count: 2_000),
  String(repeating: "W", count: 10_000), "عبد الرحمن بن خالد", "\u{202E}gpj.exe", "\u{2067}unclosed",
  "走私集团有限公司",
  "nul\u{0}bell\u{7}escape\u{1B}", "\u{FFFE}\u{FFFF}", "👩‍👩‍👧‍👦🇺🇳", "Z" + String(repeating: "\u{301}", count: 5_000),
  "",
  "   ", "\u{2028}line\u{2029}", "url(#x)", "%s%n\\N\\G",
]
