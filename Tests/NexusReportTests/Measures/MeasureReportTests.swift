import Foundation
import NexusAlgorithms
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("Measures by name give the values of the library, one for each actor, tie or network")
struct MeasureReportTests {
  private func network(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> Network {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", text)
    return try withExtendedLifetime(folder) { try DatasetReader(options: options).read(path).network }
  }

  private func input(_ network: Network, _ change: (inout MeasureOptions) -> Void = { _ in }) -> MeasureInput
  {
    var options = MeasureOptions()
    options.permutations = 19
    change(&options)
    let rule = ConfidenceRule.structural(halfLife: nil, asOf: nil)
    return MeasureInput(
      network, structural: rule, scoring: ConfidenceRule(ungraded: 0.5, halfLife: nil, asOf: nil),
      options: options)
  }

  /// A network in which every measure is defined: two relations, crimes, roles, a cycle, an isolate that came alone.
  private static let lively = """
    source,target,relation,crime,strength,source_role,target_role,source_region,target_region
    a,b,finance,drugs,2,terrorist,organised-crime,AF,TJ
    b,c,finance,arms,1,organised-crime,organised-crime,TJ,TJ
    c,a,command,drugs,3,organised-crime,terrorist,TJ,AF
    c,d,finance,drugs,1,organised-crime,facilitator,TJ,UZ
    d,e,command,arms,1,facilitator,terrorist,UZ,AF
    e,f,finance,drugs,4,terrorist,organised-crime,AF,TJ
    f,d,finance,arms,1,organised-crime,facilitator,TJ,UZ
    f,c,command,arms,2,organised-crime,organised-crime,TJ,TJ
    """

  private static let directions: [ReadingOptions.Direction?] = [.directed, .undirected]

  @Test("Every measure that is listed is computed, for each kind of network", arguments: directions)
  func every(_ direction: ReadingOptions.Direction?) throws {
    var reading = ReadingOptions()
    reading.direction = direction
    let network = try network(Self.lively, reading)
    let input = input(network)
    for measure in MeasureFamily.all.flatMap(\.measures) {
      let report = try MeasureReport(MeasureChoice(names: [measure.name]), of: input)
      let result = try #require(report.results.first, "\(measure.name)")
      #expect(result.name == measure.name && report.results.count == 1)
      switch (measure.subject, result.values) {
      case (.actor, .actors(let values)): #expect(values.count == network.actors.count, "\(measure.name)")
      case (.tie, .ties(let values)): #expect(values.count == input.graph.edgeCount, "\(measure.name)")
      case (.network, .network(let value)): #expect(value?.isFinite != false, "\(measure.name)")
      case (.table, .table(let table)): #expect(!table.rows.isEmpty, "\(measure.name)")
      default: Issue.record("\(measure.name) is of \(measure.subject) and gave something else")
      }
      #expect(!measure.definition.isEmpty)
    }
  }

  @Test("No measure fails on the smallest networks", arguments: ["a,a", "a,b", "a,b\nc,c"])
  func smallest(_ rows: String) throws {
    let network = try network("source,target\n\(rows)\n")
    for measure in MeasureFamily.all.flatMap(\.measures) {
      let report = try MeasureReport(MeasureChoice(names: [measure.name]), of: input(network))
      for case .actors(let values) in report.results.map(\.values) {
        #expect(values.allSatisfy { $0?.isNaN != true }, "\(measure.name) of \(rows)")
      }
    }
  }

  @Test("Alone or together, a measure has the same values")
  func together() throws {
    let input = input(try network(Self.lively))
    let names = MeasureFamily.all.flatMap(\.measures).map(\.name)
    let all = try MeasureReport(MeasureChoice(names: names), of: input)
    for name in names {
      let alone = try MeasureReport(MeasureChoice(names: [name]), of: input)
      let (one, other) = (alone.tables, all.tables)
      for table in one where table.columns.contains(name) {
        let column = try #require(table.columns.firstIndex(of: name))
        let whole = try #require(other.first { $0.name == table.name })
        let place = try #require(whole.columns.firstIndex(of: name))
        #expect(table.rows.map { $0[column] } == whole.rows.map { $0[place] }, "\(name)")
      }
    }
  }

  @Test("A name gives the library's measure of that name, and no neighbour's")
  func wiring() throws {
    let input = input(try network(Self.lively))
    let (graph, skeleton) = (input.graph, input.skeleton)
    let eccentricities = graph.eccentricities(by: .hops)
    let actors: [(String, [Double?])] = [
      ("eccentricity", eccentricities.values.values), ("local_efficiency", graph.localEfficiency().values),
      ("reach2", graph.reach(within: 2).values),
      ("truss", graph.trussness().vertices.values.map(Double.init)),
      ("effective_size", graph.effectiveSize().values), ("efficiency", graph.contactEfficiency().values),
      ("hierarchy", graph.constraintHierarchy().values),
      ("subgraph", try graph.subgraphCentrality().values),
      ("total_communicability", try graph.totalCommunicability().values),
      ("communicability_betweenness", try graph.communicabilityBetweenness().values),
      ("current_flow_betweenness", try graph.currentFlowBetweenness().values),
      ("current_flow_closeness", try graph.currentFlowCloseness().values),
      ("information", try graph.informationCentrality().values),
      ("reciprocity", graph.reciprocity().local.values),
      ("neighbour_degree", skeleton.averageNeighbourDegree().values),
    ]
    for (name, values) in actors {
      let results = try MeasureReport(MeasureChoice(names: [name]), of: input).results
      guard case .actors(let found)? = results.first?.values else {
        Issue.record("\(name) is of actors")
        continue
      }
      #expect(found == values, "\(name)")
    }
    let numbers: [(String, Double?)] = [
      ("radius", eccentricities.radius), ("diameter", eccentricities.diameter),
      ("global_efficiency", graph.globalEfficiency()), ("kirchhoff", try graph.kirchhoffIndex()),
      ("natural_connectivity", try graph.naturalConnectivity()),
      ("algebraic_connectivity", try skeleton.algebraicConnectivity()),
      ("degree_assortativity", graph.degreeAssortativity()),
      ("degree_centralization", graph.degreeCentralization()),
      ("betweenness_centralization", graph.betweennessCentralization()),
      ("overall_reciprocity", graph.reciprocity().overall),
    ]
    for (name, value) in numbers {
      let results = try MeasureReport(MeasureChoice(names: [name]), of: input).results
      guard case .network(let found)? = results.first?.values else {
        Issue.record("\(name) is of the network")
        continue
      }
      #expect(found == value, "\(name)")
    }
  }

  @Test("The standard measures are the columns of actors.csv")
  func standard() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", Self.lively)
    var options = AnalysisOptions()
    options.rankDraws = 0
    options.draws = 0
    let reading = try withExtendedLifetime(folder) { try DatasetReader().read(path) }
    let analysis = try Analysis(of: reading, options: options)
    let actors = try #require(
      analysis.resultFiles(optionsUsed: [:]).first { $0.name == "actors.csv" }.map {
        String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
      })
    let table = try #require(try MeasureReport(.standard, of: input(analysis.network)).actorTable)
    for name in MeasureFamily.standard {
      let (column, place) = (
        try #require(actors[0].firstIndex(of: name)), try #require(table.columns.firstIndex(of: name))
      )
      for row in table.rows.indices {
        let cell = actors[row + 1][column]
        switch table.rows[row][place] {
        case .empty: #expect(cell.isEmpty)
        case .whole(let value): #expect(Double(cell) == Double(value), "\(name)")
        case .real(let value): #expect(Double(cell) == value, "\(name)")
        default: Issue.record("\(name) is a number")
        }
      }
    }
  }

  @Test("A family's word is all of its measures; case and - are folded; a name counts once")
  func names() throws {
    let paths = try #require(MeasureFamily.all.first { $0.name == "paths" })
    #expect(try MeasureChoice(names: ["paths"]).measures == paths.measures)
    #expect(
      try MeasureChoice(listed: ["In-Degree, betweenness", "in_degree"]).measures.map(\.name) == [
        "in_degree", "betweenness",
      ])
    let all = MeasureFamily.all.flatMap(\.measures).map(\.name)
    #expect(Set(all).count == all.count, "a name stands once")
    #expect(
      Set(all).isDisjoint(
        with: MeasureFamily.all.map(\.name).filter { $0 != "components" && $0 != "communities" }))
  }

  @Test("An unknown name is refused with near ones")
  func unknown() throws {
    let error = #expect(throws: MeasureError.self) { try MeasureChoice(names: ["betweeness"]) }
    #expect(
      error?.description
        == "There is no measure \"betweeness\". Did you mean betweenness? `nexus measures --list` names them all."
    )
    #expect(throws: MeasureError.self) { try MeasureChoice(listed: [" , "]) }
  }

  @Test("A measure that is not defined fails by name when named, and is left out with a note when not")
  func undefined() throws {
    var reading = ReadingOptions()
    reading.direction = .directed
    let input = input(try network("source,target\na,b\nb,c\n", reading))
    let error = #expect(throws: MeasureError.self) {
      try MeasureReport(MeasureChoice(names: ["eigenvector"]), of: input)
    }
    #expect(
      error?.description.hasPrefix("eigenvector: It is not defined: the network is directed and has no cycle")
        == true)
    let standard = try MeasureReport(.standard, of: input)
    #expect(
      !standard.results.contains { $0.name == "eigenvector" }
        && standard.results.contains { $0.name == "katz" })
    #expect(standard.notes.count == 1 && standard.notes[0].hasPrefix("eigenvector is left out. "))
  }

  @Test(
    "Above the dense limit a measure of all pairs is refused with the memory it would take, sparse ones are not"
  )
  func denseLimit() throws {
    let input = input(try network(Self.lively)) { $0.denseLimit = 4 }
    for name in ["subgraph", "current_flow_betweenness", "resistance"] {
      let error = #expect(throws: MeasureError.self) {
        try MeasureReport(MeasureChoice(names: [name]), of: input)
      }
      #expect(
        error?.description.contains("6 actors takes about 0.0 GB; the limit is 4 actors.") == true, "\(name)")
    }
    for name in ["total_communicability", "natural_connectivity"] {
      #expect(try MeasureReport(MeasureChoice(names: [name]), of: input).results.count == 1, "\(name)")
    }
  }

  @Test("The same bytes for any number of threads")
  func threads() throws {
    let network = try network(Self.lively)
    let choice = try MeasureChoice(names: MeasureFamily.all.map(\.name))
    let documents = try [1, 2, 3].map { threads in
      try MeasureReport(choice, of: input(network) { $0.threads = threads }).document.bytes
    }
    #expect(documents[0] == documents[1] && documents[0] == documents[2])
  }
}
