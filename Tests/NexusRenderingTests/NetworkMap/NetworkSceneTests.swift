import Foundation
import NexusModel
import Testing

@testable import NexusRendering

@Suite("What of a large network is drawn")
struct NetworkSceneTests {
  @Test("Of 700 actors the 600 largest are drawn, all of them tied, and a note counts the hidden")
  func manyActors() throws {
    let map = randomMap(actors: 700, ties: 1_400, seed: 4)
    let scene = NetworkScene(map)
    #expect(scene.actors.count <= 600)
    #expect(scene.actors.count + scene.hiddenActors == 700)
    #expect(scene.ties.count + scene.hiddenTies == 1_400)
    let tied = Set(scene.ties.flatMap { [$0.source, $0.target] })
    #expect(tied.count == scene.actors.count)
    let texts = try ParsedSVG(map.svg()).texts
    #expect(
      texts.contains { $0.contains("of 700 actors") && $0.contains("\(scene.hiddenActors) are hidden") })
    #expect(texts.contains { $0.contains("of 1400 lines") && $0.contains("\(scene.hiddenTies) are hidden") })
  }

  @Test("With too many actors and no ties, as many as allowed are drawn")
  func manyIsolates() {
    var map = NetworkMap(title: "T", actors: (0..<30).map { .init(name: "\($0)") }, ties: [])
    map.maximumActors = 10
    #expect(NetworkScene(map).actors.map(\.actor.name) == (0..<10).map { "\($0)" })
    map.maximumActors = -1
    #expect(NetworkScene(map).actors.isEmpty)
  }

  @Test(
    "Of too many ties a backbone stays, those between terrorism and organised crime first, then the strongest and surest"
  )
  func manyTies() {
    let roles: [Role] = [.terrorist, .organisedCrime, .unknown, .unknown]
    var map = NetworkMap(
      title: "T", actors: roles.map { .init(name: "", role: $0) },
      ties: [
        .init(source: 0, target: 2, strength: 5, confidence: 0.5),
        .init(source: 1, target: 2, strength: 3, confidence: 1),
        .init(source: 1, target: 0, strength: 1, confidence: 0.1),
        .init(source: 2, target: 3, strength: 2.5, confidence: 1),
      ])
    map.maximumTies = 3
    #expect(NetworkScene(map).ties.map(\.tie.strength) == [3, 1, 2.5])
    map.maximumTies = 1
    #expect(NetworkScene(map).ties.map(\.isCross) == [true])
  }

  @Test("Leaving ties out leaves nobody without one")
  func backbone() {
    var map = randomMap(actors: 100, ties: 900, seed: 9)
    map.maximumTies = 120
    let scene = NetworkScene(map)
    #expect(scene.ties.count == 120)
    let components = connectedComponents(vertexCount: 100, edges: scene.ties.map { ($0.source, $0.target) })
    #expect(components == [Array(0..<100)])
  }

  private static let krebs = URL(filePath: #filePath).appending(
    path: "../../../../../shared/data/krebs_911_62/edges.csv"
  )
  .standardizedFileURL

  // The data lie beside the package in development only; the project holds no copy.
  @Test(
    "The network of Krebs is drawn whole, with two thirds of its names or more",
    .enabled(if: FileManager.default.fileExists(atPath: krebs.path)))
  func krebsNetwork() throws {
    var names: [String] = []
    let rows = try String(contentsOf: Self.krebs, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
    let ends = rows.map { row in
      row.split(separator: ",").prefix(2).map { name -> Int in
        if !names.contains(String(name)) { names.append(String(name)) }
        return names.firstIndex(of: String(name)) ?? 0
      }
    }
    let degrees = names.indices.map { actor in ends.count { $0.contains(actor) } }
    let map = NetworkMap(
      title: "Krebs 2002",
      actors: names.indices.map { .init(name: names[$0], type: .person, labelPriority: Double(degrees[$0])) },
      ties: ends.map { .init(source: $0[0], target: $0[1]) })
    let parsed = try ParsedSVG(map.svg())
    #expect(parsed.value(after: "Person") == "62")
    #expect(parsed.value(after: "Tie (straight)") == "153")
    #expect(Set(names).intersection(parsed.texts).count >= 42)
  }
}
