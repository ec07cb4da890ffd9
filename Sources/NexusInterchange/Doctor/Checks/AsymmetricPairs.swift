internal import NexusGraph
internal import NexusModel

/// Pairs of which the data say one strength in one direction and another in the other, where no direction is meant: in
/// matrices, and in rows of undirected ties.
enum AsymmetricPairs {
  static func findings(in examination: Examination) -> [Finding] {
    guard let network = examination.network else { return [] }
    let matrices = Set(examination.tables.filter { $0.layout.shape == .matrix }.map(\.file))
    return inMatrices(network, matrices) + inRows(network)
  }

  private static func inMatrices(_ network: Network, _ files: Set<Int>) -> [Finding] {
    guard !files.isEmpty else { return [] }
    var strengths: [UInt64: Double] = [:]
    let ties = network.ties.filter { tie in
      tie.isDirected
        && network.evidence(of: tie).first.map { files.contains(network.rows.file(of: $0.row)) } ?? false
    }
    for tie in ties { strengths[key(tie.source.index, tie.target.index)] = tie.strength }
    var findings: [Finding] = []
    for tie in ties {
      let back = strengths[key(tie.target.index, tie.source.index)] ?? 0
      guard back != tie.strength, tie.source < tie.target || back == 0,
        let row = network.evidence(of: tie).first?.row
      else { continue }
      findings.append(
        finding(network, tie.source.index, tie.target.index, tie.strength, back, row, fix: matrixFix))
    }
    return findings
  }

  private static let matrixFix =
    "The matrix was read as directed. If no direction is meant, mend the cells, or take the larger: --undirected."

  /// Undirected ties whose rows name the ends in both orders and give the two other strengths in sum.
  private static func inRows(_ network: Network) -> [Finding] {
    var findings: [Finding] = []
    for tie in network.ties where !tie.isDirected && tie.evidence.count > 1 {
      var (along, against) = (0.0, 0.0)
      var isBothWays = (false, false)
      for item in network.evidence(of: tie) {
        guard let statement = network.rows.statement(of: item.row), let strength = statement.strength else {
          continue
        }
        if statement.isReversed {
          against += strength
          isBothWays.1 = true
        } else {
          along += strength
          isBothWays.0 = true
        }
      }
      guard isBothWays.0, isBothWays.1, along != against, let row = network.evidence(of: tie).first?.row
      else {
        continue
      }
      findings.append(
        finding(
          network, tie.source.index, tie.target.index, along, against, row,
          fix: "The tie is undirected, so the strengths add up. If the two directions are meant, --directed.")
      )
    }
    return findings
  }

  private static func finding(
    _ network: Network, _ source: Int, _ target: Int, _ along: Double, _ against: Double, _ row: RowID,
    fix: String
  ) -> Finding {
    let (from, to) = (
      MessageText.quoted(network.actors.ids[source]), MessageText.quoted(network.actors.ids[target])
    )
    return Finding(
      .asymmetricPair, file: network.rows.files[network.rows.file(of: row)], line: network.rows.line(of: row),
      "\(from) to \(to) has the strength \(shown(along)), and back \(shown(against)).", fix: fix)
  }

  private static func shown(_ strength: Double) -> String {
    strength == strength.rounded() && strength < 1e15 ? "\(Int(strength))" : "\(strength)"
  }

  private static func key(_ source: Int, _ target: Int) -> UInt64 { UInt64(source) << 32 | UInt64(target) }
}
