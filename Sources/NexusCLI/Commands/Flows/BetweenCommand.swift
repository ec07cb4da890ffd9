import ArgumentParser
import NexusFlows
import NexusGraph
import NexusModel
import NexusReport

struct BetweenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract: "Tells how much money could have passed from some actors to others, in time.",
    discussion: """
      Example: nexus flows between flows.csv --from K08 --to T1 --currency EUR
      tells the most that can have reached T1 from K08 through any hands, and which payments bound it.

      temporal_max is the most that is possible when a payment is made only of what came before; greedy (every account \
      passes on all it can at once) says too little, static_max (payments in any order) too much. All transfers of the \
      data set count, not only those known to belong together.
      """)

  @OptionGroup var data: DatasetArguments

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Where money starts; may repeat.", valueName: "actor"))
  var from: [String]

  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("Where it ends; may repeat.", valueName: "actor"))
  var to: [String]

  @OptionGroup(title: "Money") var money: MoneyArguments

  @Flag(help: "Prints JSON.")
  var json = false

  func run() throws {
    do { try between() } catch { throw Console.exitCode(for: error) }
  }

  private func between() throws {
    let network = try data.load().network
    let (sources, targets) = (try actors(from, network), try actors(to, network))
    let streams = try money.streams(of: network)
    let flows: [FlowBetween]
    do throws(FlowBetweenError) {
      flows = try FlowBetween.compute(streams, from: sources, to: targets)
    } catch {
      switch error {
      case .onBothSides(let actor): throw FlowQuestionError.onBothSides(network.actors.ids[actor.index])
      case .oneSideIsEmpty: throw FlowQuestionError("one side is empty. Give --from ACTOR and --to ACTOR.")
      }
    }
    let findings = BetweenFindings(
      network, try theOne(of: flows), from: sources.map { network.actors.ids[$0.index] },
      to: targets.map { network.actors.ids[$0.index] }, streams)
    if json {
      try Console.result(findings.document)
    } else {
      try Console.result(BetweenText(findings: findings).text(TerminalStyle()))
    }
  }

  /// The one currency in which anything can pass; where nothing can, the first one.
  private func theOne(of flows: [FlowBetween]) throws -> FlowBetween {
    let passing = flows.filter { $0.staticMaximum > 0 }
    guard passing.count <= 1 else {
      throw FlowQuestionError(
        "money can pass in \(passing.count) currencies: \(MoneyArguments.list(passing.map(\.currency))). Choose one "
          + "with --currency, or give --rates FILE.")
    }
    guard let flow = passing.first ?? flows.first else {
      throw FlowQuestionError("there are no dated transfers. Give a data set with amounts and dates.")
    }
    return flow
  }
}
