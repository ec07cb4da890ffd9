import Crypto
import Foundation
import NexusTestSupport
import Testing

@testable import NexusReport

@Suite("Script, style and policy of the page")
struct PageScriptTests {
  @Test("The policy names the very script and style that stand in the page")
  func policy() throws {
    let page = try PageFixture.page(of: ["ties.csv": "source,target\nA,B\n"])
    let script = try #require(page.firstMatch(of: /<script>([\s\S]*?)<\/script>/)).1
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
    for (kind, text) in [("script", script), ("style", style)] {
      let digest = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
      #expect(page.contains("\(kind)-src 'sha256-\(digest)'"))
    }
    #expect(page.contains("default-src 'none'") && !page.contains("unsafe-inline"))
  }

  @Test("The script makes no markup of text, loads nothing and keeps nothing")
  func script() {
    for word in [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(",
      "XMLHttpRequest", "import(", "localStorage", "cookie", "setAttribute(\"style", "</",
    ] {
      #expect(!PageScript.script.contains(word), "\(word)")
    }
    #expect(!PageScript.style.contains("</") && !PageScript.style.contains("url("))
  }

  @Test("The page has no styles and no handlers in attributes, and every id once")
  func attributes() throws {
    let rows = HostileNames.all.map { "\"\($0.replacing("\"", with: "\"\""))\",B\n" }.joined()
    let page = try PageFixture.page(of: ["ties.csv": "source,target\n" + rows])
    let markup = page.replacing(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/, with: "")
    for tag in markup.matches(of: /<[a-zA-Z][^<>]*>/) {
      #expect(!tag.0.contains(/\s(style|on\w+|src)=/.ignoresCase()) || tag.0.contains("data-"), "\(tag.0)")
    }
    let ids = markup.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.count > 15)
  }

  @Test("Data in the page come back as they were, and hold nothing that a parser of markup would see")
  func json() throws {
    let values = HostileNames.all + ["</script><b>", "\u{2028}\u{2029}\u{0}\u{7F}\u{85}", "a\\b\"c&d"]
    let text = JSONValue.list(values.map { .text($0) }).inPage
    #expect(!text.contains { "<>&\u{2028}\u{2029}\n".contains($0) })
    let back = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])
    #expect(back.map { Array($0.unicodeScalars) } == values.map { Array($0.unicodeScalars) })
    let mixed: JSONValue = ["b": .list([.null, true, 3, .real(0.25), .real(4)]), "a": "x"]
    #expect(mixed.inPage == #"{"a":"x","b":[null,true,3,0.25,4]}"#)
  }

  @Test("The same analysis gives the same page")
  func deterministic() throws {
    let files = ["ties.csv": "source,target,relation,crime\nA,B,finance,drugs\nC,A,kinship,arms;drugs\n"]
    let analysis = try PageFixture.analysis(of: files)
    #expect(try PageFixture.page(of: analysis) == PageFixture.page(of: analysis))
  }
}
