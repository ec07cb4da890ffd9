import Dispatch
import NexusModel
import Synchronization
import Testing

@testable import NexusRendering

@Suite("Network map")
struct NetworkMapTests {
  @Test("Hostile names stay text, in every place where text of the data can stand")
  func hostileNamesStayText() throws {
    var map = randomMap(actors: hostileNames.count, ties: 2 * hostileNames.count, seed: 1)
    for (index, name) in hostileNames.enumerated() {
      map.actors[index].name = name
      map.actors[index].detail = name
      map.actors[index].role = index % 2 == 0 ? .terrorist : Role(folding: name)
      map.actors[index].type = ActorType(folding: name)
      map.ties[index].detail = name
    }
    map.notes = hostileNames
    map.measure = hostileNames[0]
    for name in hostileNames {
      map.title = name
      map.subtitle = name
      let document = try map.svg()
      let parsed = try ParsedSVG(document)
      #expect(parsed.isInert)
      #expect(!document.contains("<script"))
      #expect(!document.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(parsed.titles.allSatisfy { $0.count < 900 })
    }
  }

  @Test("A name is written as text and kept whole in its title")
  func names() throws {
    let map = NetworkMap(
      title: "T", actors: [.init(name: "A & <B>", labelPriority: 1), .init(name: "C", labelPriority: 1)],
      ties: [.init(source: 0, target: 1, detail: "ties.csv:2")])
    let parsed = try ParsedSVG(map.svg())
    #expect(parsed.texts.contains("A & <B>"))
    #expect(
      parsed.titles.contains(
        "\u{2068}A & <B>\u{2069} – \u{2068}C\u{2069}: tie, strength 1, confidence 1. ties.csv:2"))
  }

  @Test("A long name ends with an ellipsis on the map and keeps 200 characters in its title")
  func longName() throws {
    let map = NetworkMap(
      title: "T",
      actors: [.init(name: String(repeating: "ab ", count: 4_000), labelPriority: 1), .init(name: "C")],
      ties: [.init(source: 0, target: 1)])
    let parsed = try ParsedSVG(map.svg())
    #expect(parsed.texts.contains { $0.hasPrefix("ab ab") && $0.hasSuffix("…") && $0.count < 40 })
    #expect(parsed.titles.allSatisfy { $0.count < 300 })
  }

  @Test("The legend counts what is drawn", arguments: [1, 2, 3] as [UInt64])
  func legend(seed: UInt64) throws {
    let map = randomMap(actors: 50, ties: 90, seed: seed)
    let parsed = try ParsedSVG(map.svg())
    func expect(_ label: String, _ count: Int) {
      #expect(parsed.value(after: label) == (count == 0 ? nil : "\(count)"), "seed \(seed): \(label)")
    }
    expect("Terrorist", map.actors.count { $0.role == .terrorist })
    expect("Organised crime", map.actors.count { $0.role == .organisedCrime })
    expect("Role not known", map.actors.count { $0.role == .unknown })
    expect("Company", map.actors.count { $0.type == .company })
    expect("Type not known, or other", map.actors.count { $0.type == .unknown })
    expect("Confidence 0.75 or more", map.ties.count { ($0.confidence ?? 0) >= 0.75 })
    expect("Confidence 0.50 to 0.75", map.ties.count { (0.5..<0.75).contains($0.confidence ?? 0) })
    expect("Confidence below 0.50", map.ties.count { ($0.confidence ?? 1) < 0.5 })
    expect("Not graded", map.ties.count { $0.confidence == nil })
    expect("Arrow: has a direction", map.ties.count { $0.isDirected || $0.isTransfer })
    let cross = map.ties.filter { tie in
      Set([map.actors[tie.source].role, map.actors[tie.target].role]) == [.terrorist, .organisedCrime]
    }
    expect("Tie, terrorism–organised crime", cross.count { !$0.isTransfer })
    expect("Transfer, terrorism–org. crime", cross.count { $0.isTransfer })
    expect("Tie (straight)", map.ties.count { !$0.isTransfer } - cross.count { !$0.isTransfer })
    expect("largest", 1)
  }

  @Test("What is not in use has no entry in the legend")
  func unused() throws {
    let map = NetworkMap(
      title: "T", actors: [.init(name: "A", type: .person), .init(name: "B", type: .person)],
      ties: [.init(source: 0, target: 1)])
    let texts = try ParsedSVG(map.svg()).texts
    #expect(!texts.contains { ["Terrorist", "Company", "largest", "weakest"].contains($0) })
    #expect(!texts.contains { $0.contains("Transfer") || $0.contains("Arrow") || $0.contains("below 0.50") })
  }

  @Test(
    "Confidence decides the dashes of a line",
    arguments: [(0.9, "none"), (0.6, "4.76 3.26"), (0.3, "0.1 3.76")])
  func dashes(confidence: Double, dashes: String) throws {
    let map = NetworkMap(
      title: "T", actors: [.init(name: "A"), .init(name: "B")],
      ties: [.init(source: 0, target: 1, confidence: confidence)])
    let parsed = try ParsedSVG(map.svg())
    let lines = parsed.elements.filter { $0.attributes["stroke-dasharray"] != nil }
    #expect(lines.first?.attributes["stroke-dasharray"] == dashes)
  }

  @Test("Transfers are bowed, ties are straight")
  func bows() throws {
    for isTransfer in [false, true] {
      let map = NetworkMap(
        title: "T", actors: [.init(name: "A"), .init(name: "B")],
        ties: [.init(source: 0, target: 1, isTransfer: isTransfer)])
      let line = try ParsedSVG(map.svg()).elements.first { $0.attributes["stroke-dasharray"] != nil }
      #expect(line?.attributes["d"]?.contains("Q") == isTransfer)
    }
  }

  @Test("The stronger of two ties is wider, and ties of one strength are alike")
  func widths() {
    let actors = (0..<3).map { NetworkMap.Actor(name: "\($0)") }
    let ties = [NetworkMap.Tie(source: 0, target: 1, strength: 9), .init(source: 1, target: 2, strength: 2)]
    let scale = TieScale(NetworkScene(NetworkMap(title: "T", actors: actors, ties: ties)))
    #expect(scale.width(of: 9) == 4)
    #expect(scale.width(of: 2) == 0.9)
    #expect(!scale.isConstant)
  }

  @Test(
    "Two runs give the same bytes", arguments: [(0, 0), (1, 0), (2, 1), (62, 153), (700, 1_400)])
  func determinism(size: (actors: Int, ties: Int)) throws {
    let map = randomMap(actors: size.actors, ties: size.ties, seed: 11)
    #expect(try map.svg() == map.svg())
  }

  @Test("Two threads at once give the same bytes as one")
  func threads() throws {
    let map = randomMap(actors: 40, ties: 70, seed: 3)
    let expected = try map.svg()
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      if (try? map.svg()) != expected { wrong.withLock { $0 += 1 } }
    }
    #expect(wrong.withLock { $0 } == 0)
  }

  @Test("A network without actors, or without ties, is a picture that says so")
  func empty() throws {
    let nobody = try ParsedSVG(NetworkMap(title: "T", actors: [], ties: []).svg())
    #expect(nobody.texts.contains("There are no actors to draw."))
    let alone = try ParsedSVG(NetworkMap(title: "T", actors: [.init(name: "A")], ties: []).svg())
    #expect(alone.texts.contains("1 actor without a tie; there are no ties to draw"))
    let isolates = (0..<400).map { NetworkMap.Actor(name: "\($0)") }
    let many = try ParsedSVG(NetworkMap(title: "T", actors: isolates, ties: []).svg())
    #expect(many.texts.contains("400 actors without a tie; there are no ties to draw"))
    for parsed in [nobody, alone, many] {
      #expect(parsed.texts.contains { $0.hasSuffix("A place on this map is not a finding about a person.") })
    }
  }

  @Test("Ties of an actor to itself and ties without support are not drawn, and a note says so")
  func notDrawn() throws {
    let map = NetworkMap(
      title: "T", actors: [.init(name: "A"), .init(name: "B")],
      ties: [
        .init(source: 0, target: 0), .init(source: 0, target: 1, strength: 0), .init(source: 1, target: 0),
        .init(source: 1, target: 1),
      ])
    let texts = try ParsedSVG(map.svg()).texts
    #expect(texts.contains("Not drawn: 2 ties of an actor to itself."))
    #expect(texts.contains("Not drawn: 1 tie that no row supports (strength 0)."))
    #expect(NetworkScene(map).ties.count == 1)
  }

  @Test("Values out of range are refused with what was expected")
  func errors() {
    let two = [NetworkMap.Actor(name: "A"), .init(name: "B")]
    func error(_ actors: [NetworkMap.Actor], _ ties: [NetworkMap.Tie]) -> String? {
      do throws(RenderingError) {
        _ = try NetworkMap(title: "T", actors: actors, ties: ties).svg()
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      error(two, [.init(source: 0, target: 2)])
        == "tie 0 names actor 2, but there are 2 actors, numbered from 0.")
    #expect(
      error(two, [.init(source: -1, target: 1)])
        == "tie 0 names actor -1, but there are 2 actors, numbered from 0.")
    #expect(
      error(two, [.init(source: 0, target: 1, strength: .infinity)])
        == "strength of tie 0 is inf. Expected a finite number ≥ 0.")
    #expect(
      error(two, [.init(source: 0, target: 1, confidence: .nan)])
        == "confidence of tie 0 is nan. Expected 0...1.")
    #expect(error([.init(name: "A", size: 2)], []) == "size of actor 0 is 2.0. Expected 0...1.")
    #expect(
      error([.init(name: "A", labelPriority: .nan)], [])
        == "label priority of actor 0 is nan. Expected a finite number.")
  }

  @Test("A thousand actors with long names, their lines and titles stay below two megabytes")
  func size() throws {
    var map = randomMap(actors: 1_000, ties: 3_000, seed: 9)
    map.maximumActors = 1_000
    map.maximumTies = 3_000
    map.maximumLabels = 0
    // Two bytes a letter. Places, and symbols that do not touch there, save the time of a layout, and take as many bytes.
    for actor in map.actors.indices {
      map.actors[actor].name += String(repeating: " Ямщиков", count: 12)
      map.actors[actor].size = 0
    }
    map.layout = .places(
      map.actors.indices.map { MapPlace(x: Double($0 % 40), y: Double($0 / 40)) }, graticule: false)
    let document = try map.svg()
    #expect(document.utf8.count < 2_000_000, "\(document.utf8.count)")
    let parsed = try ParsedSVG(document)
    #expect(parsed.elements.count { $0.attributes["data-actor"] != nil } == 1_000)
    #expect(parsed.titles.contains { $0.hasPrefix("\u{2068}Actor number 7 Ямщиков") && $0.count > 110 })
  }
}
