import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusRendering
import NexusReport
import NexusTestSupport
import Testing

@Suite("Maps of real and invented networks")
struct MapPictureTests {
  private func drawn(_ path: String, _ change: (inout MapOptions) -> Void = { _ in }) throws -> DrawnNetwork {
    let network = try DatasetReader().read(path).network
    let rule = ConfidenceRule.structural(halfLife: nil, asOf: network.newestDate)
    var options = MapOptions()
    change(&options)
    return try MapPicture(of: NetworkPart(all: network), structural: rule, scoring: rule, options)
      .drawnNetwork()
  }

  /// Pairs of names, of a name and a symbol, and of symbols that overlap.
  private func overlaps(in drawn: DrawnNetwork) -> Int {
    var count = 0
    for (position, label) in drawn.labels.enumerated() {
      count += drawn.labels.dropFirst(position + 1).count { $0.box.intersects(label.box) }
      for symbol in drawn.symbols.indices where symbol != label.symbol {
        let (center, reach) = (drawn.symbols[symbol].center, drawn.symbols[symbol].reach)
        let x = max(label.box.minX, min(label.box.maxX, center.x)) - center.x
        let y = max(label.box.minY, min(label.box.maxY, center.y)) - center.y
        if x * x + y * y < reach * reach { count += 1 }
      }
    }
    for (position, symbol) in drawn.symbols.enumerated() {
      count += drawn.symbols.dropFirst(position + 1).count {
        ($0.center - symbol.center).length < $0.reach + symbol.reach
      }
    }
    return count
  }

  private static let corridor = CommandRun.root.appending(path: "datasets/northern-corridor").path

  @Test("On the map of the corridor nothing overlaps, and the names that matter most are there")
  func corridor() throws {
    let drawn = try drawn(Self.corridor)
    #expect(drawn.symbols.count == 154 && drawn.lines.count == 477)
    #expect(overlaps(in: drawn) == 0)
    #expect(drawn.labels.count >= 12)
  }

  @Test(
    "Shapes of communities and of regions keep apart, and still nothing overlaps",
    arguments: [MapOptions.Groups.community, .region])
  func groups(by groups: MapOptions.Groups) throws {
    let drawn = try drawn(Self.corridor) { $0.groups = groups }
    #expect(drawn.overlappingGroups == 0)
    #expect(overlaps(in: drawn) == 0)
  }

  @Test("By country, where many share a place, nothing overlaps")
  func geographic() throws {
    let drawn = try drawn(Self.corridor) { $0.layout = .geographic }
    #expect(overlaps(in: drawn) == 0)
  }

  @Test("The map of a community holds as many symbols as communities, sized and named by them")
  func condensed() throws {
    let drawn = try drawn(Self.corridor) {
      ($0.maximumActors, $0.condensing) = (40, .communities)
    }
    #expect((5...40).contains(drawn.symbols.count))
    #expect(drawn.symbols.allSatisfy { $0.name.hasPrefix("Community ") })
    #expect(overlaps(in: drawn) == 0)
  }

  @Test(
    "Published networks: nothing overlaps", .enabled(if: ReferenceData.isPresent),
    arguments: ["krebs_911_62", "london_gang", "november17", "caviar_phases"])
  func published(name: String) throws {
    let drawn = try drawn(ReferenceData.folder.appending(path: "\(name)/edges.csv").path)
    #expect(!drawn.labels.isEmpty)
    #expect(overlaps(in: drawn) == 0)
  }
}
