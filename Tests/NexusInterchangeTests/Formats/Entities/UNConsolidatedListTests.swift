import Foundation
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("The Consolidated List of the Security Council is actors and the references between them")
struct UNConsolidatedListTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let list = """
    <?xml version="1.0" encoding="UTF-8"?>
    <CONSOLIDATED_LIST dateGenerated="2026-02-27">
    <INDIVIDUALS><INDIVIDUAL>
    <DATAID>1</DATAID><FIRST_NAME>ANN</FIRST_NAME><SECOND_NAME>A</SECOND_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
    <REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
    <COMMENTS1>Member of Lamp (QDe.002). See QDe.002, QDi.001, XQDi.005 and QDi.0061; brother of QDi.007.</COMMENTS1>
    <NATIONALITY><VALUE>Uganda</VALUE></NATIONALITY>
    <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Anna; Anne</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>A.</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ADDRESS><CITY>Kigali</CITY><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>
    <INDIVIDUAL_ADDRESS><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>
    <INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY>Kenya</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
    <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>7</NUMBER></INDIVIDUAL_DOCUMENT>
    <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Number</TYPE_OF_DOCUMENT><NUMBER>A: 8</NUMBER></INDIVIDUAL_DOCUMENT>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1969</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
    <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1971</FROM_YEAR><TO_YEAR>1973</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL></INDIVIDUALS>
    <ENTITIES><ENTITY><FIRST_NAME>LAMP</FIRST_NAME><REFERENCE_NUMBER>QDe.002</REFERENCE_NUMBER>
    <COMMENTS1>Led by QDi.001.</COMMENTS1><ENTITY_ADDRESS><COUNTRY>Mali</COUNTRY></ENTITY_ADDRESS></ENTITY>
    <ENTITY><FIRST_NAME>NAMELESS</FIRST_NAME><DATAID>9</DATAID></ENTITY></ENTITIES>
    </CONSOLIDATED_LIST>
    """

  @Test(
    "Names, countries of addresses, and ties by reference with the line of the comment; nobody has a role")
  func mapping() throws {
    let reading = try folder.reading("un.xml", list)
    let actors = reading.network.actors
    #expect(actors.ids == ["QDi.001", "QDe.002", "9", "QDi.007"])
    #expect(actors.names == ["ANN A", "LAMP", "NAMELESS", "QDi.007"])
    #expect(actors.types == [.person, .organisation, .organisation, .person])
    #expect(actors.roles.allSatisfy { $0 == .unknown })
    #expect(actors.presences.map(\.region.code) == ["RW", "ML"])
    #expect(reading.links == ["QDi.001 - QDe.002 1.0", "QDi.001 - QDi.007 1.0"])
    #expect(reading.places.first == "un.xml:6")
    #expect(reading.account.read == 6 && reading.account.used == 5 && reading.account.reciprocal == 1)
    #expect(reading.notes.contains { $0.contains("nobody has a role") })
    #expect(reading.notes.contains { $0.contains("document") && $0.contains("un_list_type") })
    let particulars = actors.particulars
    #expect(particulars.aliases.map(\.name) == ["Anna", "Anne", "A."])
    #expect(particulars.aliases.map(\.quality) == [.good, .good, .weak])
    #expect(particulars.nationalities.map(\.country.code) == ["UG"])
    #expect(particulars.births.map(\.date.description) == ["circa 1969", "1971 to 1973", "1970-02-03"])
    #expect(
      particulars.identifiers.map { "\($0.kind) \($0.value)" } == ["passport 7", "national-number A: 8"])
    #expect(reading.files[0].format == .unList)
  }

  @Test("References are whole words of the form QDi.001")
  func references() {
    #expect(
      UNConsolidatedList.references(in: "(QDi.001)TAe.010/CDi.1 qdi.002 QDx.003 é KPi.004é") == [
        "QDi.001", "TAe.010", "KPi.004",
      ])
    #expect(UNConsolidatedList.references(in: "QDi.00").isEmpty)
  }

  @Test("A day keeps no offset from Greenwich")
  func days() {
    #expect(UNConsolidatedList.day(of: "2015-04-07-04:00") == "2015-04-07")
    #expect(
      UNConsolidatedList.day(of: "2015-04-07") == "2015-04-07" && UNConsolidatedList.day(of: "x").count == 1)
  }

  @Test("A document cut short is refused with its place; an empty list too")
  func broken() throws {
    #expect(try folder.refusal("a.xml", String(list.dropLast(21))).contains("may be cut short"))
    #expect(try folder.refusal("b.xml", "<CONSOLIDATED_LIST/>").contains("holds no actor and no tie"))
  }

  @Test("The published excerpt: 20 individuals, 12 entities", .enabled(if: ReferenceData.isPresent))
  func published() throws {
    let path = ReferenceData.folder.appending(path: "entities/un_consolidated_excerpt.xml").path
    let reading = try DatasetReader().read(path)
    // Python 3.11, re.findall over COMMENTS1: eleven references to others, from eight of the 32 entries.
    #expect(reading.network.actors.types.count { $0 == .person } >= 20)
    #expect(reading.files[0].rows == 43 && reading.account.rejected == 0)
  }
}
