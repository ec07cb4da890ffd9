internal import NexusModel

/// How the rows of a data set are graded.
public struct Ratings: Sendable {
  /// Rows that say something of a tie, transfer, actor's region or crime.
  public private(set) var rows = 0
  /// Of these, rows with neither grade nor confidence.
  public private(set) var ungraded = 0
  /// Cells with an Admiralty grade.
  public private(set) var grades = 0
  /// Of these, the ones whose letter and digit rank alike, by grade: A1, B2, C3, D4, E5.
  public private(set) var diagonal: [String: Int] = [:]
  private var place: CellPlace?

  /// Above this share raters most likely did not tell the two scales apart.
  ///
  /// Source of the bias: J. D. Baker, J. M. McKendry, D. J. Mace, *Certitude judgments in an operational environment*,
  /// US Army BESRL Technical Research Note 200, 1968: 87 % of ratings on the diagonal.
  public static let suspiciousShare = 0.8
  /// How many grades are needed to speak of a share.
  public static let fewestGrades = 10

  public var onDiagonal: Int { diagonal.values.reduce(0, +) }

  /// The share of grades on the diagonal; nil without grades.
  public var diagonalShare: Double? { grades == 0 ? nil : Double(onDiagonal) / Double(grades) }

  init(of examination: Examination) {
    if let network = examination.network { countRows(of: network) }
    for table in examination.tables {
      for (_, column) in table.columns(of: [.grade]) {
        for cell in table.distinctCells(column) {
          guard let grade = Grade(cell.text) else { continue }
          if place == nil { place = table.place(line: cell.line, column: column) }
          grades += cell.count
          if grade.reliability == grade.credibility, grade.reliability < 5 {
            diagonal["\(["A", "B", "C", "D", "E"][grade.reliability])\(grade.credibility + 1)", default: 0] +=
              cell.count
          }
        }
      }
    }
  }

  private mutating func countRows(of network: Network) {
    var isGraded = [Bool?](repeating: nil, count: network.rows.count)
    func note(_ item: Evidence) {
      isGraded[Int(item.row.rawValue)] = (isGraded[Int(item.row.rawValue)] ?? false) || item.grading != nil
    }
    for item in network.tieEvidence { note(item) }
    for transfer in network.transfers { note(transfer.evidence) }
    for presence in network.actors.presences { note(presence.evidence) }
    for claim in network.actors.crimes { note(claim.evidence) }
    rows = isGraded.count { $0 != nil }
    ungraded = isGraded.count { $0 == false }
  }

  var findings: [Finding] {
    var findings: [Finding] = []
    if ungraded > 0 {
      findings.append(
        Finding(
          .ungraded, "\(ungraded) of \(rows) rows bear neither a grade nor a confidence.",
          fix:
            "They count 1 in structure and --default-confidence in scores. Add a column grade (B2) or confidence (0.7) "
            + "where the source can be judged."))
    }
    if let share = diagonalShare, grades >= Ratings.fewestGrades, share > Ratings.suspiciousShare {
      findings.append(
        Finding(
          .gradesOnDiagonal, file: place?.file ?? "", line: place?.line, column: place?.column,
          "\(onDiagonal) of \(grades) grades lie on the diagonal A1, B2, C3, D4, E5: reliability of the source and "
            + "credibility of the information were hardly told apart.",
          fix:
            "Grade the two apart: a reliable source can pass on doubtful information. --weigh-by-confidence trusts these "
            + "grades as they are."))
    }
    return findings
  }
}
