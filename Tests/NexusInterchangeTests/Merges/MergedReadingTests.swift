import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Decisions about records are applied while a data set is read")
struct MergedReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ path: String, merging decisions: String) throws -> Reading {
    var options = ReadingOptions()
    options.mergesFile = try folder.file("decisions.csv", "decision,a,b,keep,who,when,why\n" + decisions)
    return try DatasetReader(options: options).read(path)
  }

  private func dataset() throws -> String {
    let data = folder.url.appending(path: "data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    _ = try folder.file(
      "data/actors.csv",
      """
      id,name,aliases,role,type,region,birth_date,nationality,passport
      p1,Yusuf Harthi,Joe,terrorist,person,AF,1969,TJ,A1
      p2,Youssef Harithi,,organised-crime,company,TJ:0.8,circa 1970,,B2
      p3,Cem,,,,,,,
      """)
    _ = try folder.file(
      "data/ties.csv", "source,target,strength\np1,p3,1\np2,p3,2\np1,p2,5\np3,Youssef Harithi,1\np4,p1,1\n")
    return data.path
  }

  @Test("Ends and rows of merged records are the actor's; attributes unite, and every row is accounted for")
  func merged() throws {
    let reading = try read(dataset(), merging: "same,p1,p2,,,,\n")
    let actors = reading.network.actors
    #expect(actors.ids == ["p1", "p3", "p4"] && actors.names[0] == "Yusuf Harthi")
    #expect(
      reading.network.ties.map {
        "\(actors.ids[$0.source.index]) \(actors.ids[$0.target.index]) \($0.strength)"
      }
        == ["p1 p3 4.0", "p4 p1 1.0"])
    #expect(actors.roles[0] == .terrorist && actors.types[0] == .person)
    #expect(actors.presences.map(\.region.code) == ["AF", "TJ"])
    let particulars = actors.particulars
    #expect(particulars.aliases.map(\.name) == ["Joe", "p2", "Youssef Harithi"])
    #expect(particulars.aliases.map(\.quality) == [.good, .formerID, .good])
    #expect(particulars.births.map(\.date.description) == ["1969", "circa 1970"])
    #expect(particulars.identifiers.map(\.value) == ["A1", "B2"])
    #expect(reading.problems.map(\.kind) == [.roleConflict, .typeConflict])
    let account = reading.account
    #expect(account.read == 8 && account.selfTies == 1 && account.merged == 1 && account.used == 6)
    #expect(
      reading.notes.contains {
        $0.contains("1 record is part of another's actor")
          && $0.contains("1 link became one of an actor with itself")
      })
    #expect(reading.merges?.decisions.rows.count == 1)
  }

  @Test(
    "The id to keep names the actor; without the row the records are two again; an empty decision does nothing"
  )
  func kept() throws {
    let data = try dataset()
    let reading = try read(data, merging: "same,p1,p2,p2,,,\n")
    #expect(reading.network.actors.ids == ["p2", "p3", "p4"])
    #expect(reading.network.actors.names[0] == "Youssef Harithi")
    let plain = try DatasetReader().read(data)
    let undecided = try read(data, merging: ",p1,p2,,,,\ndifferent,p1,p3,,,,\n")
    for reading in [plain, undecided] {
      #expect(reading.network.actors.ids == ["p1", "p2", "p3", "p4"] && reading.problems.isEmpty)
    }
    #expect(undecided.merges?.openRows == 1)
  }

  @Test("A chain of records is one actor, whichever of them the data meet first")
  func chain() throws {
    let ties = try folder.file("ties.csv", "source,target\nc,x\nb,y\na,z\nc,a\n")
    let reading = try read(ties, merging: "same,b,c,,,,\nsame,a,b,,,,\n")
    let actors = reading.network.actors
    #expect(actors.ids == ["b", "x", "y", "z"] && actors.names[0] == "b")
    #expect(actors.particulars.aliases.map(\.name) == ["c", "a"])
    #expect(reading.network.ties.count == 3 && reading.account.selfTies == 1 && reading.account.read == 4)
  }

  @Test("Who is protected by one record stays so")
  func protected() throws {
    for (first, second) in [("terrorist", "victim"), ("witness", "organised-crime")] {
      let actors = try folder.file("actors.csv", "id,role\np,\(first)\nq,\(second)\n")
      let reading = try read(actors, merging: "same,p,q,,,,\n")
      #expect(reading.network.actors.roles.map(\.isProtected) == [true])
      #expect(reading.problems.map(\.kind) == [.roleConflict])
    }
  }

  @Test("Cells of a matrix between records of one actor are no tie")
  func matrix() throws {
    let matrix = try folder.file("m.csv", ",a,b,c\na,0,3,1\nb,3,0,2\nc,1,2,0\n")
    let reading = try read(matrix, merging: "same,a,b,,,,\n")
    #expect(reading.network.actors.ids == ["a", "c"])
    #expect(reading.network.ties.map(\.strength) == [1, 2] && reading.account.read == 3)
    let graph = reading.network.graph()
    #expect(graph.edgeCount == 1 && graph.outgoing.strengths == [3, 3])
    #expect(reading.notes.contains { $0.contains("1 link became one") })
  }

  @Test("An id that no row bears is told with near ones, and fails nothing")
  func unknown() throws {
    let reading = try read(dataset(), merging: "same,p1,p22,,,,\ndifferent,nobody-at-all,p3,,,,\n")
    #expect(
      reading.problems.map(\.description) == [
        "decisions.csv:2:3: no row of the data bears the id \"p22\". Did you mean \"p2\"?",
        "decisions.csv:3:2: no row of the data bears the id \"nobody-at-all\".",
      ])
    #expect(reading.problems.allSatisfy { $0.kind.outcome == .kept })
  }

  @Test("An id that nexus guarded from spreadsheets is the id")
  func guarded() throws {
    let ties = try folder.file("ties.csv", "source,target\n=a,x\n@b,y\n")
    let reading = try read(ties, merging: "same,'=a,'@b,,,,\n")
    #expect(reading.network.actors.ids == ["=a", "x", "y"] && reading.problems.isEmpty)
  }

  @Test(
    "Files that decide nothing that can be done are refused, with the place and how to mend it",
    arguments: [
      ("maybe,a,b,,,,\n", "decisions.csv:2:1: decision \"maybe\" is neither same nor different."),
      ("same,a,,,,,\n", "decisions.csv:2:3: the id is missing."),
      ("same,a,a,,,,\n", "decisions.csv:2:3: both sides are \"a\"."),
      ("different,a,b,a,,,\n", "decisions.csv:2:4: two actors stay two"),
      ("same,a,b,c,,,\n", "decisions.csv:2:4: the id to keep is neither of the two."),
      (
        "same,a,b,,,,\nsame,b,c,,,,\ndifferent,c,a,,,,\n",
        "decisions.csv:4: this pair is decided different, but lines 3, 2 decide together that it is the same."
      ),
      ("same,a,b,a,,,\nsame,b,c,c,,,\n", "decisions.csv:3: lines 2 and 3 keep different ids for one actor."),
    ])
  func refused(rows: String, message: String) throws {
    let path = try folder.file("decisions.csv", "decision,a,b,keep,who,when,why\n" + rows)
    let error = #expect(throws: ReadingError.self) { try DecisionsFile(path: path) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    #expect(error?.isMissingInput == false)
  }

  @Test("A file without the columns, and none at all")
  func noFile() throws {
    let path = try folder.file("d.csv", "source,target\na,b\n")
    let error = #expect(throws: ReadingError.self) { try DecisionsFile(path: path) }
    #expect(error?.description.hasPrefix("d.csv:1: decisions need the columns decision, a and b.") == true)
    #expect(throws: ReadingError.noSuchInput("nowhere.csv")) { try DecisionsFile(path: "nowhere.csv") }
  }

  @Test("Who actors are is kept: aliases, births, nationalities, identifiers; what is no date is told")
  func particulars() throws {
    let path = try folder.file(
      "actors.csv",
      """
      id,name,aliases,weak_aliases,dob,nationality,passport,national_id,registration_number,tax_number,identifiers
      p,Ann,"Annie; A. ;n/a",Nan,1969 or 1970,tj;Sweden,P 1,N1,R1,T1,IMO No:7;8
      q,Bo,,,soon,,n/a,,,,
      """)
    let reading = try DatasetReader().read(path)
    let particulars = reading.network.actors.particulars
    #expect(particulars.aliases.map(\.name) == ["Annie", "A."])
    #expect(particulars.births.map(\.date.description) == ["1969", "1970"])
    #expect(particulars.nationalities.map(\.country.code) == ["TJ", "SE"])
    #expect(
      particulars.identifiers.map { "\($0.kind) \($0.value)" } == [
        "passport P 1", "national-id N1", "registration R1", "tax T1", "imo-no 7", "identifier 8",
      ])
    #expect(reading.network.actors.presences.isEmpty)
    #expect(
      reading.problems.map(\.description) == [
        "actors.csv:3:5: date of birth \"soon\" is not a date. Expected 1969-05-21, 1969, circa 1969 or 1967 to 1969; "
          + "the cell was left empty."
      ])
  }
}
