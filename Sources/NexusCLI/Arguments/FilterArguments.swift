import ArgumentParser
import NexusModel

/// The one set of filters that every subcommand with a data set takes.
struct FilterArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Hides what lies wholly before this day.", valueName: "date"))
  var since: FirstDayArgument?

  @Option(help: ArgumentHelp("Hides what lies wholly after this day.", valueName: "date"))
  var until: DateArgument?

  @Option(help: ArgumentHelp("Only ties of this relation; may repeat.", valueName: "word"))
  var relation: [String] = []

  @Option(help: ArgumentHelp("Only ties, transfers and actors of this crime; may repeat.", valueName: "word"))
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
    if let since, let until, since.instant > until.instant {
      throw ValidationError("--since is later than --until, so nothing could be left.")
    }
  }

  /// The filter, its words held against the vocabularies and the data.
  ///
  /// - Throws: ``FilterError`` or ``ActorLookupError`` for a word or an actor that is not there.
  func networkFilter(for network: Network) throws -> NetworkFilter {
    let words = FilterWords(network)
    var filter = NetworkFilter()
    filter.since = since?.instant
    filter.until = until?.instant
    filter.relations = try words.relations(relation)
    filter.crimes = try words.crimes(crime)
    filter.roles = try words.roles(role)
    filter.types = try words.types(type)
    filter.regions = try words.regions(region)
    filter.channels = try words.channels(channel)
    filter.minimumConfidence = minConfidence
    if !focus.isEmpty {
      let lookup = ActorLookup(network.actors)
      filter.focus = Set(try focus.flatMap { try lookup.actors($0) })
      Console.noteFormerIDs(focus, lookup)
      filter.hops = hops ?? filter.hops
    }
    return filter
  }
}
