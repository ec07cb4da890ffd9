import Foundation
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusReport

@Suite("Words of the page")
struct PageWordsTests {
  /// With texts that go over two lines joined.
  private static let script = PageScript.script.replacing(/"\n\s*\+ "/, with: "")

  @Test("Every word is given in every language, in its own script, with the same gaps to fill")
  func complete() {
    let scripts: [(PageLanguage, ClosedRange<UInt32>)] = [
      (.russian, 0x400...0x4FF), (.arabic, 0x600...0x6FF), (.chinese, 0x4E00...0x9FFF),
    ]
    let gaps = { (text: String) in Set(text.matches(of: /\{\d\}/).map { String($0.output) }) }
    let alike: Set = ["p", "pagerank", "P(rank 1)"]
    for english in PageWords.table.keys {
      for language in PageLanguage.allCases {
        let word = PageWords.word(english, in: language)
        #expect(!word.isEmpty && gaps(word) == gaps(english), "\(english) in \(language)")
      }
      for (language, letters) in scripts where !alike.contains(english) {
        let word = PageWords.word(english, in: language)
        #expect(
          word.unicodeScalars.contains { letters.contains($0.value) }, "\(english) in \(language): \(word)")
      }
    }
  }

  @Test("Columns that stand side by side have words of their own", arguments: PageLanguage.allCases)
  func columns(language: PageLanguage) {
    let tables = [
      [
        "Actor", "Role", "Type", "Regions", "Community", "Degree", "Strength", "Betweenness", "Closeness",
        "Eigenvector", "Core", "Brokerage", "Rank from", "Rank to", "P of first 10",
      ],
      ["Stage", "Status", "Intensity", "Strength", "Confidence", "Origins", "Relations", "Rows"],
      [
        "Region", "Level", "Rank", "Score", "Grade", "Items", "Origins", "Vulnerability", "Consequence",
        "Risk",
      ],
    ]
    for words in tables {
      let said = words.map { PageWords.word($0, in: language) }
      #expect(Set(said).count == said.count, "\(said)")
    }
  }

  @Test("The vocabularies are in the table")
  func vocabularies() {
    for words in [Roles.known, ActorTypes.known, Relations.known, Crimes.known, Channels.known] {
      for word in words { #expect(PageWords.table[word] != nil, "\(word)") }
    }
  }

  @Test("What the script says is in the table")
  func script() {
    let said = PageWordsTests.script.matches(
      of:
        /(?:\bsay\(|\bword: |\blabel: |setLabel\(\w+, |choices\(|check\(|slider\(|\bbutton\(|InWords = )"([^"]+)"/
    )
    #expect(said.count > 40)
    for match in said { #expect(PageWords.table[String(match.1)] != nil, "\(match.1)") }
    for match in PageWordsTests.script.matches(of: /\["([A-Z][A-Za-z ]*)", \[/) {
      #expect(PageWords.table[String(match.1)] != nil, "\(match.1)")
    }
  }

  @Test("Headings, captions and columns of a report can all be translated")
  func report() throws {
    let demo = CommandRun.root.appending(path: "datasets/northern-corridor").path
    let page = try PageFixture.page(ofFile: demo, PageFixture.quick, .english)
    for match in page.matches(of: /<(h2|h3|caption|th|nav) ?([^>]*)>([^\n]*?)<\/\1>/) {
      #expect(match.2.contains("data-word=") || match.3.contains("data-word="), "\(match.0.prefix(200))")
    }
    // The sentences of the analysis stay English, and say so.
    #expect(page.contains("<p lang=\"en\" dir=\"ltr\">The data name"))
  }

  @Test("A page is in the language asked for, its direction too", arguments: PageLanguage.allCases)
  func language(language: PageLanguage) throws {
    let page = try PageFixture.page(of: ["ties.csv": "source,target\nA,B\n"], language)
    let direction = language == .arabic ? "rtl" : "ltr"
    #expect(page.contains("<html lang=\"\(language.rawValue)\" dir=\"\(direction)\">"))
    let summary = try #require(page.firstMatch(of: /<h2 id="h-summary" data-word="Summary">([^<]*)</)).1
    #expect(String(summary) == PageWords.word("Summary", in: language))
    #expect(page.contains(">\(PageWords.word("unknown", in: language))</span></td>"))
  }

  @Test("A name of the data that looks like a word of ours stays a name")
  func names() throws {
    let hostile = "x\" data-word=\"Summary\">Summary<"
    let page = try PageFixture.page(
      of: ["ties.csv": "source,target\n\"\(hostile.replacing("\"", with: "\"\""))\",B\n"], .french)
    #expect(page.contains("<bdi>x&quot; data-word=&quot;Summary&quot;&gt;Summary&lt;</bdi>"))
  }
}
