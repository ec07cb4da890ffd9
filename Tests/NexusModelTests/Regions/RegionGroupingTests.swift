import NexusModel
import Testing

@Suite("Groups of regions")
struct RegionGroupingTests {
  private func region(_ text: String) -> Region { Region(resolving: text)! }

  @Test(
    "The shipped organisations have as many members as they say",
    arguments: [("CIS", 9), ("CSTO", 6), ("EU", 27), ("OIC", 57), ("OSCE", 57), ("SCO", 10)])
  func shipped(name: String, members: Int) throws {
    let group = try #require(RegionGrouping.Group.shipped(named: name.lowercased()))
    #expect(group.members.count == members)
    #expect(group.members.allSatisfy { $0.isStandard && $0.level == .country })
    #expect(!group.title.isEmpty && !group.source.isEmpty)
    #expect(group.asOf.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
  }

  @Test(
    "All five of Central Asia but one are in the OSCE, the CIS and the SCO; Turkmenistan is in the OSCE alone"
  )
  func facts() throws {
    let grouping = RegionGrouping(RegionGrouping.Group.shipped)
    func groups(_ text: String) -> [String] { grouping.groups(containing: region(text)).map(\.code) }
    #expect(groups("TJ") == ["CIS", "CSTO", "OIC", "OSCE", "SCO"])
    #expect(groups("Turkmenistan") == ["OIC", "OSCE"])
    #expect(groups("MN") == ["OSCE"] && groups("SY") == ["OIC"] && groups("US") == ["OSCE"])
    #expect(groups("BR").isEmpty && groups("AQ").isEmpty)
    #expect(groups("143") == ["OIC", "OSCE"], "an area lies in a group when all its countries do")
    #expect(groups("World").isEmpty && groups("Europe").isEmpty)
    #expect(groups("EU") == ["EU"], "a region that bears the name of the group lies in it")
  }

  @Test("A group is a region of a level of its own and not the region that bears its name")
  func level() {
    let group = Region(grouping: "EU")
    #expect(group.level == .grouping && group.name == "EU" && !group.isStandard && group.ancestors.isEmpty)
    #expect(group != region("EU") && region("EU") < group && Set([group, region("EU")]).count == 2)
    #expect(group.ancestor(at: .grouping) == group && group.ancestor(at: .world) == nil)
    #expect(region("TJ").ancestors.map(\.level) == [.subregion, .region, .world])
    #expect(region("TJ").ancestor(at: .grouping) == nil)
  }

  @Test("Groups of one name unite, members count once, areas bring their countries")
  func unite() {
    let grouping = RegionGrouping([
      .init(name: "North", members: [region("KZ"), region("KZ")]), .init(name: "A", members: [region("143")]),
      .init(name: "North", members: [region("RU")]),
    ])
    #expect(grouping.groups.map(\.name) == ["A", "North"])
    #expect(grouping.groups[1].members == [region("KZ"), region("RU")])
    #expect(grouping.groups(containing: region("UZ")).map(\.code) == ["A"])
    #expect(grouping.groups(containing: region("KZ")).map(\.code) == ["A", "North"])
    #expect(RegionGrouping([]).groups(containing: region("KZ")).isEmpty)
  }

  @Test("The countries of an area are those of M49")
  func countries() {
    #expect(region("Central Asia").countries.map(\.code) == ["KG", "KZ", "TJ", "TM", "UZ"])
    #expect(region("KZ").countries.isEmpty && Region.world.countries.isEmpty)
    #expect(region("Africa").countries.count > 50)
  }
}
