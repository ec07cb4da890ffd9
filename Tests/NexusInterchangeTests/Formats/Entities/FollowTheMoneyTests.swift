import Foundation
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("FollowTheMoney entities are actors, ties and transfers")
struct FollowTheMoneyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let entities = """
    {"id": "p1", "caption": "Ann A", "schema": "Person", "properties": {"name": ["Ann A", "A; Ann"], "country": ["af"], \
    "nationality": ["ru"], "topics": ["crime.terror", "sanction"], "addressEntity": ["addr"], "sourceUrl": ["https://x"]}, \
    "datasets": ["list"]}
    {"id": "addr", "schema": "Address", "properties": {"country": ["tj"], "full": ["1 Street"]}}
    {"id": "c1", "schema": "Company", "properties": {"name": ["Front"], "jurisdiction": ["cy"], "topics": ["crime.traffick.drug"]}}

    {"id": "o1", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["c1"], "startDate": ["2019-05", "2018"], \
    "endDate": ["2020-01-01"], "proof": ["doc"]}, "datasets": ["registry"]}
    {"id": "f1", "schema": "Family", "properties": {"person": ["p1"], "relative": ["p2", "p3"]}}
    {"id": "s1", "schema": "Sanction", "properties": {"entity": ["p1"], "authority": ["UN"], "country": ["us"]}}
    {"id": "pay", "schema": "Payment", "properties": {"payer": ["p1"], "beneficiary": ["c1"], "amount": ["1200.50"], \
    "currency": ["usd"], "date": ["2021-03-04"]}}
    {"id": "pay2", "schema": "Payment", "properties": {"payer": ["p1"], "beneficiary": ["c1"], "amountEur": ["7"]}}
    {"id": "pass", "schema": "Passport", "properties": {"holder": ["p1"]}}
    """

  @Test("Actors, ties, transfers, further rows, and what is passed over: each item ends somewhere")
  func mapping() throws {
    let reading = try folder.reading("e.ftm.json", entities)
    let actors = reading.network.actors
    #expect(
      actors.ids == ["p1", "c1", "p2", "p3"] && actors.names[0] == "Ann A" && actors.names[1] == "Front")
    #expect(actors.types.prefix(2) == [.person, .company] && actors.roles[0] == .terrorist)
    // Nationality is no region, nor is the country of an authority.
    #expect(
      actors.presences.map { "\(reading.id($0.actor)) \($0.region.code)" } == ["p1 AF", "p1 TJ", "c1 CY"])
    #expect(actors.crimes.map(\.crime.word) == ["drugs"])
    #expect(
      reading.links == [
        "p1 > c1 1.0 ownership", "p1 - p2 1.0 kinship", "p1 - p3 1.0 kinship", "p1 pays c1 1200.5 USD",
        "p1 pays c1 7.0 EUR",
      ])
    #expect(reading.network.ties[0].first?.description == "2018")
    #expect(reading.network.ties[0].last?.description == "2020-01-01")
    #expect(reading.places == [5, 6, 6, 8, 9].map { "e.ftm.json:\($0)" })
    #expect(Set(reading.network.origins) == ["", "list", "registry", "UN"])
    let account = reading.account
    #expect(account.used == 7 && account.merged == 1 && account.passedOver == 2 && account.read == 10)
    #expect(reading.notes.contains { $0.contains("passed over") && $0.contains("1 Address, 1 Passport") })
    #expect(actors.particulars.nationalities.map(\.country.code) == ["RU"])
    #expect(actors.particulars.aliases.map(\.name) == ["A, Ann"])
    #expect(reading.files[0].format == .followTheMoney && reading.files[0].shape == .flows)
  }

  @Test("An array of entities is read like lines of them")
  func array() throws {
    let lines = entities.split(separator: "\n")
    let reading = try folder.reading("a.json", "[" + lines.joined(separator: ",\n") + "]")
    #expect(reading.links.count == 5 && reading.account.read == 10)
  }

  @Test("Links without an end and amounts that are none are rejected; what is no entity is refused")
  func broken() throws {
    let reading = try folder.reading(
      "b.json",
      """
      {"id": "o", "schema": "Ownership", "properties": {"owner": ["p"]}}
      {"id": "q", "schema": "Payment", "properties": {"payer": ["p"], "beneficiary": ["q"], "amount": ["12a"]}}
      {"id": "r", "schema": "Payment", "properties": {"payer": ["p"], "beneficiary": ["q"]}}
      {"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["g"]}}
      """)
    #expect(reading.rejected.map(\.line) == [1, 2, 3] && reading.links == ["p > g 1.0 membership"])
    #expect(reading.problems.contains { $0.message.contains("the target is missing") })
    let good = "{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {}}\n"
    #expect(try folder.refusal("c.json", good + "{\"id\": 1}").contains("c.json:2: this is no entity"))
    #expect(try folder.refusal("d.json", good + "{\"id\": ").contains("d.json:2:8: a value is missing"))
    #expect(try folder.refusal("e.json", good + "word").contains("e.json:2:1: this is no value of JSON"))
  }

  @Test("Published entities are read whole", .enabled(if: ReferenceData.isPresent))
  func published() throws {
    let path = ReferenceData.folder.appending(path: "entities/zala_entities.ftm.json").path
    let reading = try DatasetReader().read(path)
    // Counted by schema: 11 companies, 6 persons; 41 sanctions; 14 + 4 + 3 links; 11 addresses and a passport.
    #expect(reading.account.rejected == 0 && reading.account.passedOver == 12)
    #expect(reading.account.read >= 91)
    #expect(Set(reading.network.ties.map(\.relation.word)) == ["ownership", "membership", "kinship"])
    #expect(reading.network.actors.types.count { $0 == .company } == 11)
    #expect(reading.network.actors.types.count { $0 == .person } == 6)
  }
}
