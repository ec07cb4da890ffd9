import ArgumentParser
import NexusFlows

/// What counts as a pattern.
struct PatternArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Reporting threshold of structuring, in the currency of each transfer. No value holds everywhere.",
      valueName: "amount"))
  var threshold = PatternOptions().reportingThreshold

  @Option(
    help: ArgumentHelp(
      "Window of fans, bipartite, funnel, mirror and steps of a peel chain.", valueName: "days"))
  var shortWindow = PatternOptions().shortWindow.days

  @Option(
    help: ArgumentHelp(
      "Window of cycle, gather-scatter, scatter-gather, stack and random.", valueName: "days"))
  var longWindow = PatternOptions().longWindow.days

  @Option(help: ArgumentHelp("Least counterparties of a fan.", valueName: "number"))
  var fan = PatternOptions().fanCount

  @Option(
    help: ArgumentHelp("Least payers, payees or intermediaries of the gathering kinds.", valueName: "number"))
  var gather = PatternOptions().gatherCount

  @Option(help: ArgumentHelp("Least share that comes out of a cycle or gathering.", valueName: "share"))
  var leastReturn = PatternOptions().leastReturn

  @Option(help: ArgumentHelp("Most hops of a cycle.", valueName: "number"))
  var cycleHops = PatternOptions().cycleHops

  @Option(help: ArgumentHelp("Least hops of a chain.", valueName: "number"))
  var chainHops = PatternOptions().chainHops

  @Flag(help: "Counts fans of payroll-like hubs too, which deal with the same parties again and again.")
  var includeRecurring = false

  func validate() throws {
    guard threshold > 0, threshold.isFinite else {
      throw ValidationError("--threshold takes an amount above 0, such as 10000.")
    }
    for (name, days) in [("--short-window", shortWindow), ("--long-window", longWindow)] {
      guard (0...36_500).contains(days) else { throw ValidationError("\(name) takes days from 0 to 36500.") }
    }
    for (name, count, least) in [
      ("--fan", fan, 2), ("--gather", gather, 2), ("--cycle-hops", cycleHops, 2),
      ("--chain-hops", chainHops, 2),
    ] {
      guard count >= least else { throw ValidationError("\(name) takes a number from \(least).") }
    }
    guard cycleHops <= 12 else { throw ValidationError("--cycle-hops takes a number from 2 to 12.") }
    guard leastReturn > 0, leastReturn <= 1 else {
      throw ValidationError("--least-return takes a share above 0 and up to 1, such as 0.7.")
    }
  }

  var options: PatternOptions {
    var options = PatternOptions()
    options.reportingThreshold = threshold
    options.shortWindow = .days(shortWindow)
    options.longWindow = .days(longWindow)
    options.fanCount = fan
    (options.gatherCount, options.scatterCount, options.intermediaryCount) = (gather, gather, gather)
    options.leastReturn = leastReturn
    options.cycleHops = cycleHops
    options.chainHops = chainHops
    options.recurringHubs = includeRecurring ? .included : .excluded
    return options
  }
}
