import ArgumentParser
import NexusModel
import NexusRisk

/// How chains of evidence between actors are looked for.
struct ChainArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The most steps a chain may have.", valueName: "number"))
  var maxHops = 4

  @Flag(help: "Lets chains pass through banks, places and state bodies.")
  var throughInstitutions = false

  @Flag(help: "Takes transfers between two actors as one more tie, a transaction.")
  var withTransfers = false

  @Option(help: ArgumentHelp("Seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...20).contains(maxHops) else {
      throw ValidationError("--max-hops takes a number from 1 to 20; 4 is usual.")
    }
  }

  func options(_ rule: ConfidenceRule) -> EvidencePathOptions {
    var options = EvidencePathOptions()
    options.rule = rule
    options.maximumHops = maxHops
    options.institutions = throughInstitutions ? .passOn : .passNothing
    options.transfers = withTransfers ? .asTransactions : .leftOut
    options.seed = seed
    return options
  }

  /// The choices in words, for the end of a result.
  func sentences(_ rule: ConfidenceRule) -> [String] {
    [
      "An ungraded row counts \(TextNumber.plain(rule.ungraded)). Ties are taken as true or false independently of each other, "
        + "whatever their direction; "
        + (withTransfers ? "transfers count as transactions." : "transfers are left out (--with-transfers)."),
      throughInstitutions
        ? "No chain passes through victims or witnesses."
        : "No chain passes through victims, witnesses or reporting parties, nor through banks, places or state bodies "
          + "(--through-institutions).",
    ]
  }
}
