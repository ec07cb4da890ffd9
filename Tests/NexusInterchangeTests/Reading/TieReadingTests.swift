import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Rows become ties as the data mean them")
struct TieReadingTests {
  private func read(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> Reading {
    let folder = try TemporaryFolder()
    return try DatasetReader(options: options).read(folder.file("ties.csv", text))
  }

  private func strengths(_ reading: Reading) -> [Double] { reading.network.graph().edges.map(\.strength) }

  @Test("Without strengths, the larger of the two directions' row counts; the other rows are folded")
  func reciprocalRows() throws {
    let reading = try read("source,target\nA,B\nA,B\nB,A\n")
    #expect(strengths(reading) == [2])
    #expect(reading.account.used == 2)
    #expect(reading.account.reciprocal == 1)
  }

  @Test("With strengths, rows A–B and B–A add up")
  func reciprocalStrengths() throws {
    let reading = try read("source,target,weight\nA,B,2\nB,A,3.5\n")
    #expect(strengths(reading) == [5.5])
    #expect(reading.account.used == 2)
  }

  @Test("Different relations, crimes or years are separate ties of one edge; same ones are items of one tie")
  func grouping() throws {
    let reading = try read(
      """
      source,target,relation,crime,date,origin,grade
      A,B,finance,drugs,2017-01-01,X,B2
      B,A,finance,drugs,2017-06-01,Y,C3
      A,B,finance,drugs,2018-01-01,X,B2
      A,B,finance,arms,2017-01-01,X,B2
      A,B,alliance,drugs,2017-01-01,X,B2
      """)
    #expect(reading.network.ties.count == 4)
    #expect(reading.network.evidence(of: reading.network.ties[0]).count == 2)
    #expect(reading.network.graph().edgeCount == 1)
  }

  @Test("A self-tie is folded but introduces its actor; strength 0 is no tie; isolates stay")
  func degenerateRows() throws {
    let reading = try read("source,target,strength\nA,A,1\nB,C,0\nD,E,1\n")
    #expect(reading.network.actors.ids == ["A", "B", "C", "D", "E"])
    #expect(reading.network.ties.count == 1)
    #expect(reading.account.selfTies == 1)
    #expect(reading.account.read == 3)
  }

  @Test("A column, --directed and --undirected decide direction, in this order from weak to strong")
  func direction() throws {
    let text = "source,target,directed\nA,B,directed\nB,C,undirected\n"
    #expect(try read(text).network.ties.map(\.isDirected) == [true, false])
    var options = ReadingOptions()
    options.direction = .undirected
    #expect(try read(text, options).network.ties.map(\.isDirected) == [false, false])
    #expect(try read("source,target,kind\nA,B,directed\n").network.ties[0].isDirected)
    let mixed = try read(text).network.graph()
    #expect(mixed.isDirected && mixed.edgeCount == 3)
  }

  @Test("A refuting row lowers confidence, adds no strength and is folded; a prediction stands in no graph")
  func stances() throws {
    let reading = try read(
      """
      source,target,confidence,origin,refutes,kind
      A,B,0.68,X,,fact
      A,B,0.2125,Z,yes,fact
      A,C,0.9,X,,prediction
      """)
    let network = reading.network
    let rule = ConfidenceRule(ungraded: 0.5)
    #expect(isClose(rule.confidence(of: network.evidence(of: network.ties[0])), 0.68 * (1 - 0.2125)))
    #expect(network.graph().edgeCount == 1)
    #expect(network.actors.ids == ["A", "B", "C"])
    #expect(reading.account.merged == 1)
    #expect(reading.account.used == 2)
  }

  @Test("A predicted or refuting row says nothing of when and where, so that no score moves by it")
  func predictionsSayNothing() throws {
    let reading = try read(
      """
      source,target,date,kind,refutes,place,source_region
      A,B,2015-06-01,fact,,AF,
      A,B,2015-01-01,prediction,,TJ,TJ
      A,B,2015-12-01,fact,yes,PK,PK
      A,C,2031-01-01,prediction,,TJ,TJ
      """)
    let network = reading.network
    #expect(network.ties[0].first == Instant(year: 2015, month: 6, day: 1))
    #expect(network.ties[0].last == Instant(year: 2015, month: 6, day: 1))
    #expect(network.ties[0].places.map(\.code) == ["AF"])
    #expect(
      network.newestDate == Instant(year: 2015, month: 12, day: 1), "a refutation is a fact, with a date")
    #expect(network.actors.presences.isEmpty)
  }

  @Test("A predicted or refuted payment makes no network directed")
  func predictedPayment() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("ties.csv", "source,target\nA,B\n")
    _ = try folder.file(
      "flows.csv", "payer,payee,amount,kind,refutes\nA,B,5,prediction,\nB,A,5,fact,yes\n")
    let graph = try DatasetReader().read(folder.path).network.graph()
    #expect(!graph.isDirected && graph.edgeCount == 1)
  }

  @Test("Identical rows each count unless --drop-duplicates folds them")
  func duplicates() throws {
    let text = "payer,payee,amount\nA,B,10\nA,B,10\n"
    #expect(try read(text).network.transfers.count == 2)
    var options = ReadingOptions()
    options.duplicates = .drop
    let dropped = try read(text, options)
    #expect(dropped.network.transfers.count == 1)
    #expect(dropped.account.duplicates == 1)
  }

  @Test("Ids keep case, inner spaces and leading zeros, are trimmed at the ends and compared in NFC")
  func identity() throws {
    let reading = try read("source,target\n 007 ,Jose\u{301}\n007,José\n7,jose\u{301}\n")
    #expect(reading.network.actors.ids.count == 4)
    #expect(reading.network.actors.ids[0] == "007")
  }

  @Test("Missing words never become an actor, but NA in a region column is Namibia")
  func missing() throws {
    let reading = try read(
      "source,target,source_region\nA,n/a,\nUnknown,B,\n-99,B,\n,B,\nA,B,NA\n")
    #expect(reading.network.actors.ids == ["A", "B"])
    #expect(reading.account.rejected == 4)
    #expect(reading.network.actors.presences.map(\.region.code) == ["NA"])
  }

  /// So many that they are grouped in several parts and made in several chunks.
  @Test("Many ties are those of a plain search, on any number of threads", arguments: [nil, 1, 3])
  func manyTies(threads: Int?) throws {
    var generator = SeededGenerator(seed: 11)
    var text = "source,target\n"
    var numbers: [Set<Int>: Int] = [:]
    var ends: [[String]] = []
    var lines: [[Int]] = []
    for row in 0..<30_000 {
      let source = Int.random(in: 0..<400, using: &generator)
      let target = (source + Int.random(in: 1..<200, using: &generator)) % 400
      text += "a\(source),a\(target)\n"
      let number = numbers[[source, target], default: ends.count]
      if number == ends.count {
        numbers[[source, target]] = number
        ends.append(["a\(source)", "a\(target)"])
        lines.append([])
      }
      lines[number].append(row + 2)
    }
    #expect(ends.count > 20_000 && ends.count < 30_000)
    var options = ReadingOptions()
    options.threads = threads
    let reading = try read(text, options)
    let network = reading.network
    #expect(
      network.ties.map { [network.actors.ids[$0.source.index], network.actors.ids[$0.target.index]] } == ends)
    #expect(network.ties.map { network.evidence(of: $0).map { network.rows.line(of: $0.row) } } == lines)
    #expect(reading.account.used + reading.account.reciprocal == 30_000)
    #expect(network.ties.reduce(0) { $0 + $1.strength } == Double(reading.account.used))
  }
}
