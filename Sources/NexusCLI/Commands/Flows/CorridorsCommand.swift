import ArgumentParser
import NexusAlgorithms
import NexusFlows
import NexusGraph
import NexusModel
import NexusReport

struct CorridorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corridors",
    abstract:
      "Shows the ways between regions or actors: capacity, bottleneck, widest routes, and ways around.",
    discussion: """
      Example: nexus flows corridors datasets/northern-corridor --from AF --to RU --crime drugs --over ties
      tells how much the recorded ties of drugs could carry from Afghanistan to Russia, which legs bound it, the \
      widest routes, and how much depends on each region between.

      Transfers count with their amounts, ties with their strength where there are no transfers (--over chooses). --without \
      takes out a node, or a route as names joined by commas, and shows what is left and where it goes.
      """)

  enum By: String, ExpressibleByArgument, CaseIterable { case actor, region }
  enum Over: String, ExpressibleByArgument, CaseIterable { case transfers, ties }

  @OptionGroup var data: DatasetArguments

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Where the corridor starts: a region or an actor; may repeat.", valueName: "name"))
  var from: [String]

  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("Where it ends; may repeat.", valueName: "name"))
  var to: [String]

  @Option(help: "What the ends are; by default regions where the data know them as such, else actors.")
  var by: By?

  @Option(help: "What carries; by default transfers where there are any, else ties.")
  var over: Over?

  @Option(help: ArgumentHelp("How many routes to list.", valueName: "number"))
  var routes = 5

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Takes out a node, or a route such as A,B; may repeat.", valueName: "names"))
  var without: [String] = []

  @OptionGroup(title: "Money") var money: MoneyArguments

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    guard (1...1000).contains(routes) else {
      throw ValidationError("--routes takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    do { try corridors() } catch { throw Console.exitCode(for: error) }
  }

  private func corridors() throws {
    let network = try data.load().network
    let ends = try chosenGraph(network)
    let sources = try ends.names.vertices(from)
    let targets = try ends.names.vertices(to)
    if ends.graph.node == .actor {
      Console.noteFormerIDs(from + to + without, ActorLookup(network.actors))
    }
    if let both = sources.first(where: targets.contains) {
      throw FlowQuestionError.onBothSides(ends.graph.names[both.index])
    }
    let graph = ends.graph.graph
    let corridor = try Corridor(graph, from: sources, to: targets, routeLimit: routes)
    var remainder: (removed: [String], corridor: Corridor)?
    if !without.isEmpty {
      let removal = try ends.names.removal(without)
      if let end = (sources + targets).first(where: removal.vertices.contains) {
        throw FlowQuestionError(
          "\"\(ends.graph.names[end.index])\" is an end of the corridor. Take out what lies between.")
      }
      remainder = (
        without, try Corridor(graph, from: sources, to: targets, without: removal, routeLimit: routes)
      )
    }
    let findings = CorridorFindings(
      network, ends.graph, corridor, from: sources, to: targets, without: remainder)
    if json {
      try Console.result(findings.document)
    } else {
      try Console.result(CorridorText(findings: findings).text(TerminalStyle()))
    }
  }

  /// The graph by regions or by actors, as `--by` says or as the ends are known.
  private func chosenGraph(_ network: Network) throws -> (graph: CorridorGraph, names: CorridorNames) {
    if let by {
      let graph = try graph(network, by == .actor ? .actor : .region)
      return (graph, CorridorNames(graph, network))
    }
    for node in [CorridorGraph.Node.region, .actor] {
      let graph = try graph(network, node)
      let names = CorridorNames(graph, network)
      if (from + to).allSatisfy(names.knows) { return (graph, names) }
    }
    throw FlowQuestionError(
      "\((from + to).map { "\"\($0)\"" }.joined(separator: ", ")) are not all regions, nor all actors, that something "
        + "moves between. Choose with --by actor or --by region to see which is unknown.")
  }

  private func graph(_ network: Network, _ node: CorridorGraph.Node) throws -> CorridorGraph {
    let rule = data.structuralRule(for: network)
    let currencies = CorridorGraph.currencies(of: network)
    guard over == .transfers || (over == nil && !currencies.isEmpty) else {
      return CorridorGraph(tiesOf: network, by: node, rule)
    }
    if let rates = try money.rates.load() {
      return CorridorGraph(transfersOf: network, by: rates, by: node, rule)
    }
    let chosen = try money.chosen(of: currencies)
    guard let currency = chosen ?? (currencies.count == 1 ? currencies[0] : nil) else {
      throw FlowQuestionError(
        currencies.isEmpty
          ? "there are no transfers of an amount. Leave --over out, or give --over ties."
          : "transfers are in \(currencies.count) currencies: \(MoneyArguments.list(currencies)). Choose one with "
            + "--currency, give --rates FILE, or look at ties with --over ties.")
    }
    return CorridorGraph(transfersOf: network, in: currency, by: node, rule)
  }
}
