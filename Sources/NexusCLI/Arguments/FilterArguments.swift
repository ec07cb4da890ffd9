import ArgumentParser
import NexusModel

/// The one set of filters that every subcommand with a data set takes.
struct FilterArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Hides what lies wholly before this day.", valueName: "date"))
  var since: DateArgument?

  @Option(help: ArgumentHelp("Hides what lies wholly after this day.", valueName: "date"))
  var until: DateArgument?

  @Option(help: ArgumentHelp("Only ties of this relation; may repeat.", valueName: "word"))
  var relation: [String] = []

  @Option(help: ArgumentHelp("Only ties and transfers of this crime; may repeat.", valueName: "word"))
  var crime: [String] = []

  @Option(help: ArgumentHelp("Only actors of this role; may repeat.", valueName: "word"))
  var role: [String] = []

  @Option(help: ArgumentHelp("Only actors of this type; may repeat.", valueName: "word"))
  var type: [String] = []

  @Option(help: ArgumentHelp("Only what lies in this region; may repeat.", valueName: "region"))
  var region: [String] = []

  @Option(help: ArgumentHelp("Only transfers by this channel; may repeat.", valueName: "word"))
  var channel: [String] = []

  @Option(help: ArgumentHelp("Hides what is less certain than this, 0 to 1.", valueName: "share"))
  var minConfidence: Double?

  @Option(help: ArgumentHelp("Only the neighbourhood of this actor; may repeat.", valueName: "actor"))
  var focus: [String] = []

  @Option(help: ArgumentHelp("How many steps from --focus to look.", valueName: "number"))
  var hops: Int?

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a share from 0 to 1, such as 0.5.")
    }
    if let hops, hops < 0 { throw ValidationError("--hops takes a number from 0.") }
    if hops != nil, focus.isEmpty { throw ValidationError("--hops needs --focus ACTOR.") }
  }
}
