import Foundation
import FoundationXML

/// A picture of the command, read back by a parser that knows nothing of how it was written.
final class Picture: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The name of the element around it.
    var parent: String
    /// The text directly inside.
    var text = ""
  }

  struct Malformed: Error {}

  private(set) var elements: [Element] = []
  private var path: [Int] = []

  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Malformed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let parent = path.last.map { elements[$0].name } ?? ""
    path.append(elements.count)
    elements.append(Element(name: name, attributes: attributes, parent: parent))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let current = path.last { elements[current].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }

  var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

  /// What is shown when the pointer rests on a symbol.
  var symbolTitles: [String] { elements.filter { $0.name == "title" && $0.parent == "g" }.map(\.text) }

  /// The text that stands right after `label`, as the value beside an entry of a legend does.
  func value(after label: String) -> String? {
    texts.firstIndex(of: label).flatMap { texts.dropFirst($0 + 1).first }
  }

  /// Whether there is nothing that a browser would run, load or follow.
  var isInert: Bool {
    let allowed: Set = [
      "svg", "title", "desc", "g", "rect", "circle", "ellipse", "polygon", "path", "text",
    ]
    return elements.allSatisfy { element in
      allowed.contains(element.name)
        && element.attributes.keys.allSatisfy {
          !$0.hasPrefix("on") && !$0.hasSuffix("href") && $0 != "style"
        }
        && element.attributes.values.allSatisfy { !$0.contains("url(") }
    }
  }
}
