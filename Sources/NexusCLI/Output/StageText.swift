import NexusGraph
import NexusModel
import NexusReport
import NexusRisk

/// The Bayesian reading of the stages on the terminal, its table of likelihoods beside it.
struct StageText {
  private let findings: LinksFindings

  init(_ findings: LinksFindings) { self.findings = findings }

  func text(_ style: TerminalStyle) -> String {
    guard let model = findings.options.stageModel else { return "" }
    var parts = [style.heading("Stages by Bayes' rule, an illustration")]
    if findings.pairs.isEmpty {
      parts.append("No pair has a direct tie.")
    } else {
      parts.append(posteriors.text(style))
    }
    parts += ["", style.heading("Prior, and P(indicator | stage)"), table(of: model).text(style)]
    parts.append(TextWrap.text(StageModel.warning, style))
    return parts.joined(separator: "\n")
  }

  private static let stages = PairStage.allCases.map {
    TextTable.Column(head: $0.rawValue, alignment: .right)
  }

  private var posteriors: TextTable {
    var table = TextTable(
      [
        TextTable.Column(head: "organised crime", canShrink: true),
        TextTable.Column(head: "terrorist", canShrink: true),
      ] + StageText.stages)
    for (pair, result) in zip(findings.pairs, findings.stages) {
      table.append(
        [findings.network.actors.names[pair.crime.index], findings.network.actors.names[pair.terror.index]]
          + result.posterior.map { TextNumber.fixed($0, 4) })
    }
    return table
  }

  private func table(of model: StageModel) -> TextTable {
    var table = TextTable([TextTable.Column(head: "indicator")] + StageText.stages)
    table.append(["(prior)"] + model.prior.map { TextNumber.fixed($0, 3) })
    for indicator in StageModel.Indicator.allCases {
      table.append(
        [indicator.rawValue] + (model.likelihoods[indicator] ?? []).map { TextNumber.fixed($0, 3) })
    }
    return table
  }
}
