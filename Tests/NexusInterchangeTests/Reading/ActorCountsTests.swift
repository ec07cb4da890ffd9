import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Counts of acts and motives in tables of actors")
struct ActorCountsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, _ columns: [Field: String] = [:]) throws -> Reading {
    var options = ReadingOptions()
    options.columns = columns
    return try DatasetReader(options: options).read(try folder.file("actors.csv", text))
  }

  @Test("Each row is an observation with its origin, grade and date; several rows of an actor stay apart")
  func rows() throws {
    let reading = try read(
      """
      id,Method Terror,method-crime,MOTIVE_TERROR,motivecrime,grade,origin,date
      A,10,2,9,1,B2,Post,2017-03-01
      A,1.5,0,,n/a,,Court,
      B,,,,,B2,Post,
      """)
    let observations = reading.network.actors.observations
    #expect(observations.map(\.actor.index) == [0, 0])
    #expect(
      observations.map(\.counts) == [
        MethodMotiveCounts(methodTerror: 10, methodCrime: 2, motiveTerror: 9, motiveCrime: 1),
        MethodMotiveCounts(methodTerror: 1.5),
      ])
    #expect(observations.map(\.evidence.grading) == [0.68, nil])
    #expect(observations.map { reading.network.origins[Int($0.evidence.origin)] } == ["Post", "Court"])
    #expect(observations[0].evidence.date?.description == "2017-03-01")
    #expect(reading.network.rows[observations[1].evidence.row] == "actors.csv:3")
    #expect(reading.problems.isEmpty)
    #expect(!reading.notes.contains { $0.contains("does not use") })
  }

  @Test("What is no number from 0 empties its cell, is reported with its place, and leaves the row used")
  func unreadable() throws {
    let reading = try read("id,method_terror,method_crime\nA,many,3\nB,-1,2e9\nC,inf,0\n")
    #expect(reading.account.used == 3 && reading.rejected.isEmpty)
    #expect(reading.problems.map(\.kind) == Array(repeating: .unreadableCount, count: 4))
    #expect(reading.problems.map(\.column) == [2, 2, 3, 2])
    #expect(reading.problems.map(\.line) == [2, 3, 3, 4])
    #expect(reading.problems[0].kind.outcome == .cellEmptied)
    #expect(
      reading.problems[0].message
        == "count \"many\" is not a number of observations. Expected 0 or more, such as 3; the cell was left empty."
    )
    #expect(reading.network.actors.observations.map(\.counts.methodCrime) == [3, 0])
  }

  @Test("--map names the columns, decimal commas are read")
  func mapped() throws {
    let reading = try read("id;attacks;motive_crime\nA;2,5;1\n", [.methodTerror: "attacks"])
    #expect(
      reading.network.actors.observations.map(\.counts)
        == [MethodMotiveCounts(methodTerror: 2.5, motiveCrime: 1)])
  }
}
