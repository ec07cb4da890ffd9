import ArgumentParser
import Foundation
import NexusReport

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draws a network as one picture: SVG, PNG, PDF, or DOT for Graphviz.",
    discussion: """
      Example: nexus map datasets/northern-corridor map.svg --focus T1 --hops 2 --color-by region
      draws everybody within two steps of T1, coloured by country, with a legend for all that is shown and a line on \
      what is not.

      The ending of the file decides the format. Above --max-nodes actors the map shows the backbone of the network, or \
      its communities as one symbol each, and says so. The filters choose a part of the data: --crime drugs --since \
      2018. Victims, witnesses and reporting parties are drawn, but never named or sized by a measure.
      """)

  @OptionGroup var data: DatasetArguments

  @Argument(help: ArgumentHelp("The picture: .svg, .png, .pdf or .dot.", valueName: "file"))
  var file: String

  @OptionGroup(title: "Map") var map: MapArguments

  @OptionGroup(title: "Computing") var computing: MeasureArguments

  func validate() throws { _ = try format() }

  func run() throws {
    do {
      let format = try format()
      let dataset = try data.loadQuietly(threads: computing.threads)
      let network = dataset.network
      let options = try map.options(computing.options, network)
      let picture = try MapPicture(
        of: dataset.part, structural: data.structuralRule(for: network),
        scoring: data.scoringRule(for: network),
        options)
      try PictureFile(path: file).write(picture.bytes(as: format), keeping: data.inputs)
    } catch { throw Console.exitCode(for: error) }
  }

  private func format() throws -> MapPicture.Format {
    let ending = URL(filePath: file).pathExtension.lowercased()
    guard let format = MapPicture.Format(rawValue: ending) else {
      throw ValidationError(
        "A map is a file that ends in .svg, .png, .pdf or .dot; "
          + (ending.isEmpty ? "\(TerminalText.shown(file, width: 60)) has no ending." : "not .\(ending)."))
    }
    return format
  }
}
