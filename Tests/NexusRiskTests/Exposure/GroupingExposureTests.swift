import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Exposure of groups of regions")
struct GroupingExposureTests {
  private func exposure(_ network: Network, _ groups: [RegionGrouping.Group]) -> RegionalExposure {
    var options = ExposureOptions()
    options.grouping = RegionGrouping(groups)
    return network.regionalExposure(options)
  }

  private func group(_ name: String, _ members: String...) -> RegionGrouping.Group {
    .init(name: name, members: members.compactMap { Region(resolving: $0) })
  }

  @Test("An actor in two members is one actor of the group: 1 − Π (1 − a)")
  func union() throws {
    var sketch = NetworkSketch()
    let actor = sketch.actor("a", .terrorist)
    sketch.presence(actor, "KZ", 0.5)
    sketch.presence(actor, "UZ", 0.8)
    sketch.presence(actor, "BR", 1)
    let result = exposure(sketch.build(), [group("Steppe", "KZ", "UZ", "MN"), group("None", "FR")])
    let steppe = try #require(result.regions.first { $0.region == Region(grouping: "Steppe") })
    #expect(isClose(steppe.raw[.actors] ?? .nan, 1 - 0.5 * 0.2))
    #expect(steppe.items == 2)
    #expect(!result.regions.contains { $0.region.code == "None" }, "no row lies in it")
    #expect(result.regions.last?.region == Region(grouping: "Steppe"), "groups come behind the world")
  }

  @Test(
    "A group of all countries scores as the world, one of a single country as it, and no other score changes")
  func equalities() throws {
    for seed in UInt64(1)...40 {
      let network = RandomNetwork(seed: seed).sketch.build()
      let plain = network.regionalExposure()
      let result = exposure(
        network,
        [group("All", "TJ", "UZ", "AF", "143", "RU", "Alpha"), group("Only", "AF"), group("Alpha", "Alpha")])
      func score(_ region: Region) -> Double? {
        result.regions.first { $0.region == region }?.score?.score
      }
      for region in plain.regions { #expect(score(region.region) == region.score?.score, "seed \(seed)") }
      #expect(isClose(score(Region(grouping: "All")) ?? -1, score(.world) ?? -1), "seed \(seed)")
      let country = try #require(Region(resolving: "AF"))
      #expect(isClose(score(Region(grouping: "Only")) ?? -1, score(country) ?? -1), "seed \(seed)")
      let own = try #require(Region(resolving: "Alpha"))
      #expect(isClose(score(Region(grouping: "Alpha")) ?? -1, score(own) ?? -1), "seed \(seed)")
    }
  }
}
