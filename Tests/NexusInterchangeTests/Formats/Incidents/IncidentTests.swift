import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Tables of incidents are perpetrators, places, targets and who acted together")
struct IncidentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("GTD: groups in countries, joint operations, victims; unknown perpetrators become nobody")
  func gtd() throws {
    let reading = try folder.reading(
      "gtd.csv",
      """
      eventid,iyear,imonth,iday,country,country_txt,doubtterr,gname,gname2,gname3,corp1,target1,nkill,scite1
      1,2014,5,0,4,Afghanistan,0,Lamp,Harbour,,Police,Checkpoint 7,3,"Paper, ""The"" 1"
      2,2015,0,0,4,Afghanistan,1,Lamp,,,,Unknown,-99,
      3,2016,2,9,4,Afghanistan,0,Unknown,,,Police,Checkpoint 7,0,
      4,2016,2,30,217,United States,-9,Unaffiliated Individual(s),,,,x,0,
      5,2017,12,31,4,Afghanistan,0,Lamp,,,Ministry,-9,0,
      6,2017,1,1,4,Afghanistan,0,"Lamp,,,,,
      """)
    #expect(reading.network.actors.ids == ["Lamp", "Harbour", "Checkpoint 7", "Ministry"])
    #expect(reading.network.actors.roles == [.terrorist, .terrorist, .victim, .victim])
    #expect(
      reading.links == [
        "Lamp - Harbour 1.0 joint-operation", "Lamp > Checkpoint 7 1.0", "Harbour > Checkpoint 7 1.0",
        "Lamp > Ministry 1.0",
      ])
    #expect(reading.network.actors.presences.allSatisfy { $0.region.code == "AF" })
    #expect(reading.network.ties[0].first?.description == "2014-05")
    #expect(reading.network.ties[3].first?.description == "2017-12-31")
    #expect(reading.network.ties[0].places.map(\.code) == ["AF"])
    #expect(reading.places == ["gtd.csv:2", "gtd.csv:2", "gtd.csv:2", "gtd.csv:6"])
    #expect(reading.notes.contains { $0.contains("2 incidents without a known perpetrator") })
    #expect(reading.account.passedOver == 2 && reading.rejected.map(\.line) == [7])
    #expect(reading.files[0].format == .gtd)
  }

  @Test("UCDP GED: the sides of an event are adversaries, governments are of the state, civilians nobody")
  func ged() throws {
    let reading = try folder.reading(
      "ged.csv",
      """
      id,year,type_of_violence,side_a_new_id,side_a,side_b_new_id,side_b,source_article,country,date_start,date_end
      1,2019,1,130,Government of Afghanistan,303,Taleban,"Agency, 2019",Afghanistan,2019-05-21 00:00:00.000,2019-05-22 00:00:00.000
      2,2019,3,303,Taleban,9999,Civilians,,Afghanistan,2019-06-01 00:00:00.000,2019-06-01 00:00:00.000
      3,2019,2,,Unknown,,Civilians,,Pakistan,2019-06-01 00:00:00.000,2019-06-01 00:00:00.000
      """)
    #expect(reading.network.actors.ids == ["130", "303"])
    #expect(reading.network.actors.names == ["Government of Afghanistan", "Taleban"])
    #expect(reading.network.actors.roles == [.state, .unknown])
    #expect(reading.links == ["130 - 303 1.0 conflict"])
    #expect(
      reading.network.ties[0].first?.year == 2019 && reading.network.ties[0].places.map(\.code) == ["AF"])
    #expect(reading.account.passedOver == 1 && reading.account.used == 3 && reading.account.merged == 1)
    #expect(reading.notes.contains { $0.contains("adversaries, not partners") })
    #expect(reading.files[0].format == .ged && reading.files[0].rows == 4)
  }

  @Test(
    "A table of nothing but unknown perpetrators is refused; one with other columns is a table like any other"
  )
  func others() throws {
    #expect(
      try folder.refusal("u.csv", "eventid,iyear,country_txt,gname\n1,2014,Mali,Unknown\n").contains(
        "holds no actor and no tie"))
    #expect(try folder.reading("t.csv", "source,target,gname\na,b,c\n").files[0].format == .delimited)
  }
}
