import NexusReport

/// The measures with their definitions, by family.
enum MeasureListText {
  static func text(_ style: TerminalStyle) -> String {
    let indent = 2 + (MeasureFamily.all.flatMap(\.measures).map(\.name.count).max() ?? 0) + 2
    var parts: [String] = []
    for family in MeasureFamily.all {
      parts.append(style.heading("\(family.title) (\(family.name))"))
      for measure in family.measures {
        parts.append(style.labelled("  " + measure.name, words(measure), indent: indent))
      }
      parts.append("")
    }
    parts.append(
      TextWrap.text(
        "One value per actor unless said otherwise. (n·m): a search from every actor; (n³): dense matrices, up to "
          + "--dense-limit actors; (draws): networks or labels shuffled at random.", style))
    return parts.joined(separator: "\n")
  }

  private static func words(_ measure: Measure) -> String {
    let subject =
      switch measure.subject {
      case .actor: ""
      case .tie: "[tie] "
      case .network: "[network] "
      case .table: "[table] "
      }
    let cost =
      switch measure.cost {
      case .passes: ""
      case .searches: " (n·m)"
      case .draws: " (draws)"
      case .dense: " (n³)"
      }
    return subject + measure.definition + cost
  }
}
