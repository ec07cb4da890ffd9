import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel
import NexusReport

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows the rows behind a number, and what it would be without each.",
    discussion: """
      Example: nexus explain datasets/northern-corridor KZ
      prints the exposure of Kazakhstan, what each indicator adds to it, and the rows (file:line) by how far the \
      score would move without them.

      SUBJECT is an actor (id or unique name), a region (code or name), or a pair of an organised-crime and a \
      terrorist actor: A B, A--B or A,B. It is tried whole first. Where an actor and a region bear one name, \
      actor:NAME or region:NAME decides. By default an actor's betweenness is explained, a region's score, a pair's \
      intensity. --measure takes another number of the subject's kind, such as pagerank, threat or p_alliance; the \
      line "also" of the result, or the message on an unknown name, lists them all.

      Without a row that describes an actor, the actor keeps its role and type.
      """)

  @OptionGroup
  var data: DatasetArguments

  @Argument(
    help: ArgumentHelp("An actor, a region, or the two actors of a pair.", valueName: "subject"))
  var subject: [String]

  @Option(help: ArgumentHelp("The number to explain.", valueName: "name"))
  var measure: String?

  @Option(help: ArgumentHelp("Rows and parts to print.", valueName: "number"))
  var limit = 20

  @Flag(help: "Tries every row, however long it takes.")
  var allRows = false

  @Flag(help: "Prints JSON with all rows that were tried.")
  var json = false

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if subject.count > 2 {
      throw ValidationError(
        "explain takes one subject, or the two actors of a pair. Quote names with spaces.")
    }
  }

  func run() throws {
    do {
      let dataset = try data.load()
      let explanation = try explanation(of: dataset)
      if json {
        try Console.result(explanation.document)
      } else {
        try Console.result(explanation.text(TerminalStyle(), limit: limit))
      }
    } catch { throw Console.exitCode(for: error) }
  }

  private func explanation(of dataset: Dataset) throws -> Explanation {
    let network = dataset.network
    var options = options
    options.indicators = dataset.reading.indicators
    let found = try found(in: network)
    noteFormerIDs(network)
    switch found {
    case .actor(let actor):
      let chosen = try choice(ActorMeasure.init, .betweenness, of: "actors", ActorMeasure.names)
      return try network.explain(actor, chosen, options)
    case .pair(let first, let second):
      let chosen = try choice(PairMeasure.init, .intensity, of: "pairs", PairMeasure.names)
      return try network.explain(first, second, chosen, options)
    case .region(let region):
      let chosen = try choice(RegionMeasure.init, .score, of: "regions", RegionMeasure.names)
      return network.explain(region, chosen, options)
    }
  }

  private func found(in network: Network) throws -> ExplanationSubject {
    guard subject.count == 2 else { return try ExplanationSubject(subject[0], in: network) }
    let ends = try subject.map { text in
      try ExplanationSubject(text.hasPrefix("actor:") ? text : "actor:" + text, in: network)
    }
    guard case .actor(let first) = ends[0], case .actor(let second) = ends[1] else {
      throw ValidationError("A pair is of two actors.")
    }
    return .pair(first, second)
  }

  private func noteFormerIDs(_ network: Network) {
    let texts = subject.flatMap { text in
      let bare =
        ["actor:", "pair:"].first(where: text.hasPrefix).map { text.dropFirst($0.count) } ?? text[...]
      return bare.split(separator: "--").map(String.init)
    }
    Console.noteFormerIDs(texts, ActorLookup(network.actors))
  }

  private func choice<Measure>(
    _ read: (String) -> Measure?, _ standard: Measure, of kind: String, _ names: [String]
  ) throws(ExplanationError) -> Measure {
    guard let measure else { return standard }
    if let known = read(measure) ?? read(measure.lowercased().replacing("-", with: "_")) { return known }
    throw .unknownMeasure(measure, of: kind, near: NearNames(measure).among(names), measures: names)
  }

  private var options: ExplanationOptions {
    var options = ExplanationOptions()
    options.analysis.defaultConfidence = data.reading.defaultConfidence
    options.analysis.halfLife = data.reading.halfLife?.years
    options.analysis.asOf = data.reading.asOf?.instant
    options.rows = allRows ? .all : .bounded
    return options
  }
}
