import ArgumentParser
import NexusFlows
import NexusGraph
import NexusModel
import NexusRendering
import NexusReport

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follows money of a source through the accounts, by several rules and with bounds.",
    discussion: """
      Example: nexus flows trace flows.csv --from K08 --svg trail.svg
      tells of what each actor received how much came from K08, and draws the trail.

      --from names actors, all that they pay is followed; --transfer a row such as flows.csv:12. With neither, --crime \
      names the payments to follow; beside them it is the filter that it is everywhere. --to B alone asks the other way: \
      from whom what B received came.

      No rule is what happened: fifo pays what came first, lifo what came last, haircut a share of all, poison \
      everything after the first. Whatever was done, no less than "least" and no more than "most" came from the source.
      """)

  enum Rule: String, ExpressibleByArgument, CaseIterable { case fifo, haircut, lifo, poison }

  @OptionGroup var data: DatasetArguments

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Whose payments to follow; may repeat.", valueName: "actor"))
  var from: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Only what came to this actor; may repeat.", valueName: "actor"))
  var to: [String] = []

  @Option(help: ArgumentHelp("A payment to follow, by its row; may repeat.", valueName: "file:line"))
  var transfer: [String] = []

  @OptionGroup(title: "Money") var money: MoneyArguments

  @Option(help: "A rule to print; may repeat, for no rule stands alone.")
  var rule: [Rule] = [.fifo, .haircut]

  @Flag(help: "Prints amounts below 1 % or 1 unit too.")
  var all = false

  @Option(help: ArgumentHelp("Draws the trail into an SVG file.", valueName: "file"))
  var svg: String?

  @Flag(help: "Prints all amounts as JSON.")
  var json = false

  func validate() throws {
    try PictureFile.check(svg)
    guard !(from.isEmpty && to.isEmpty && transfer.isEmpty && data.filter.crime.isEmpty) else {
      throw ValidationError(
        "Nothing to follow. Give --from ACTOR, --transfer FILE:LINE, --crime WORD or --to ACTOR.")
    }
    guard Set(rule).count >= 2 else {
      throw ValidationError(
        "--rule needs two rules or more, such as --rule fifo --rule lifo: each is a convention.")
    }
    if svg != nil, isBackward {
      throw ValidationError("--svg draws the trail of --from, --transfer or --crime.")
    }
  }

  private var isBackward: Bool {
    from.isEmpty && transfer.isEmpty && (data.filter.crime.isEmpty || !to.isEmpty)
  }

  func run() throws {
    do { try isBackward ? traceBack() : trace() } catch { throw Console.exitCode(for: error) }
  }

  private func trace() throws {
    var data = data
    let crimes = from.isEmpty && transfer.isEmpty ? data.filter.crime : []
    if !crimes.isEmpty { data.filter.crime = [] }
    let network = try data.load().network
    let streams = try money.streams(of: network)
    let source = try source(network, streams.ledger, crimes)
    let trace = try MoneyTrace(streams, from: source.money)
    let findings = TraceFindings(
      network, trace, from: source.names, payments: source.money.count,
      to: to.isEmpty ? nil : try actors(to, network))
    if let svg { try PictureFile(path: svg).write(findings.trail.svg(), keeping: data.inputs) }
    if json {
      try Console.result(findings.document)
    } else {
      let text = TraceText(rules: rule, listsAll: all)
      try Console.result(text.text(findings, TerminalStyle()))
    }
  }

  private func traceBack() throws {
    let network = try data.load().network
    let streams = try money.streams(of: network)
    let targets = try actors(to, network)
    let findings = BackwardFindings(
      network, try BackwardTrace(streams, to: targets), to: targets, undated: streams.ledger.undated.count)
    if json {
      try Console.result(findings.document)
    } else {
      let text = TraceText(rules: rule, listsAll: all)
      try Console.result(text.text(findings, TerminalStyle()))
    }
  }

  private func source(_ network: Network, _ ledger: TransferLedger, _ crimes: [String]) throws -> (
    money: TaintSource, names: [String]
  ) {
    if !crimes.isEmpty {
      let words = try FilterWords(network).crimes(crimes)
      return (TaintSource(crimes: words, in: ledger, of: network), words.sorted().map(\.word))
    }
    let payers = try actors(from, network)
    let rows = try transfer.map { try position(of: $0, network, ledger) }
    return (
      TaintSource(paidBy: payers, in: ledger).union(TaintSource(transfers: Set(rows), in: ledger)),
      payers.map { network.actors.ids[$0.index] } + transfer
    )
  }

  private func position(of row: String, _ network: Network, _ ledger: TransferLedger) throws -> Int {
    guard let position = network.transfers.firstIndex(where: { network.rows[$0.evidence.row] == row }) else {
      let example = network.transfers.first.map { ", such as \(network.rows[$0.evidence.row])" } ?? ""
      throw FlowQuestionError("no transfer stands in row \"\(row)\". Give file and line\(example).")
    }
    guard network.transfers[position].stands, network.transfers[position].date != nil else {
      throw FlowQuestionError(
        "the transfer in row \(row) has no date, is refuted or only predicted. Give one that stands.")
    }
    return position
  }
}
