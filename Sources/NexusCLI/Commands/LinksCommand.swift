import ArgumentParser
import Foundation
import NexusModel
import NexusReport
import NexusRisk

struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Shows where crime and terror meet: pairs with a direct tie, and actors on the continuum.",
    discussion: """
      Example: nexus links datasets/northern-corridor --indirect 5
      lists the pairs of an organised-crime and a terrorist actor with a direct tie, how far each has come with what \
      probability, what adds to its intensity, the five strongest chains between actors without a direct tie, and \
      where actors stand between crime and terrorism by the counts method_terror, method_crime, motive_terror and \
      motive_crime of the table of actors.

      Words such as "alliance" or "hybrid" name a step of a scale over recorded rows. None is a finding about anyone.
      """)

  @OptionGroup var data: DatasetArguments

  @OptionGroup(title: "Chains") var chains: ChainArguments

  @Flag(help: "Lists also pairs that only share a region and a kind of crime, or a neighbour.")
  var coexistence = false

  @Option(
    help: ArgumentHelp("Lists so many of the strongest links without a direct tie.", valueName: "number"))
  var indirect = 0

  @Option(
    help: ArgumentHelp(
      "The day that parts early from late observations; by default the middle of the dated ones.",
      valueName: "date"))
  var windows: DateArgument?

  @Flag(help: "Adds the illustrative Bayesian reading of the stages, with its table of likelihoods.")
  var bayes = false

  @Option(help: ArgumentHelp("Draws the actors on the continuum into an SVG file.", valueName: "file"))
  var svg: String?

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    try PictureFile.check(svg)
    guard (0...10_000).contains(indirect) else {
      throw ValidationError("--indirect takes a number from 0 to 10000.")
    }
  }

  func run() throws {
    do {
      let network = try data.load().network
      let rule = data.scoringRule(for: network)
      var options = LinksOptions()
      options.paths = chains.options(rule)
      options.pairs = coexistence ? .coexistingToo : .withDirectTie
      options.indirectLinks = indirect
      options.split = windows?.instant
      options.stageModel = bayes ? StageModel() : nil
      let findings = try LinksFindings(of: network, options)
      if let svg { try PictureFile(path: svg).write(findings.continuumPicture(), keeping: data.inputs) }
      if json {
        try Console.result(findings.document)
      } else {
        try Console.result(LinksText(findings, notes: chains.sentences(rule)).text(TerminalStyle()))
      }
    } catch { throw Console.exitCode(for: error) }
  }
}
