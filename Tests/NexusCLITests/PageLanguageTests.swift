import Foundation
import NexusTestSupport
import Testing

@Suite("analyze --language")
struct PageLanguageTests {
  private func run(_ language: String?) throws -> (CommandRun, String, String) {
    let folder = try TemporaryFolder()
    _ = try folder.file("ties.csv", "source,target\nA,B\nB,C\n")
    let run = try CommandRun(
      ["analyze", "ties.csv", "--rank-draws", "0", "--draws", "0"]
        + (language.map { ["--language", $0] } ?? []), in: folder.url)
    guard run.status == 0 else { return (run, "", "") }
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.url.appending(path: "ties-nexus/\(name)"), encoding: .utf8)
    }
    return (run, try text("report.html"), try text("manifest.json"))
  }

  @Test("The page begins in the language asked for, and the manifest tells which")
  func arabic() throws {
    let (_, page, manifest) = try run("ar")
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains(">ملخص</h2>"))
    #expect(manifest.contains("\"language\": \"ar\""))
  }

  @Test("Without it the page is English and the manifest as ever")
  func english() throws {
    let (_, page, manifest) = try run(nil)
    #expect(page.contains("<html lang=\"en\" dir=\"ltr\">") && page.contains(">Summary</h2>"))
    #expect(!manifest.contains("language"))
  }

  @Test("Another language is a mistake of usage, and the six are named")
  func unknown() throws {
    let (run, _, _) = try run("de")
    #expect(run.status == 64)
    for language in ["en", "fr", "es", "ru", "ar", "zh"] { #expect(run.messages.contains(language)) }
  }
}
