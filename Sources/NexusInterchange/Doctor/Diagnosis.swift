public import NexusModel

/// What the doctor makes of an examined data set.
public struct Diagnosis: Sendable {
  public let examination: Examination
  /// Everything found, by kind, and within a kind in the order of the rows.
  public let findings: [Finding]
  /// The words of each vocabulary that the data use.
  public let vocabulary: [VocabularyUse]
  /// How the rows are graded.
  public let ratings: Ratings
  /// Which origins the rows rest on, and whom they speak of; nil without a tie or transfer.
  public let coverage: Coverage?
  /// The handling codes and how many rows bear each, by code.
  public let handling: [HandlingUse]
  /// Findings about rows and actors that a filter hides.
  public let hiddenFindings: Int

  /// - Parameter asOf: the day after which no date can lie; nil: judged by the dates of the data themselves.
  /// - Complexity: O(bytes) expected, and O(words · length²) for what is unknown.
  public init(_ examination: Examination, asOf: Instant? = nil) {
    self.examination = examination
    vocabulary = VocabularyUse.all(in: examination)
    ratings = Ratings(of: examination)
    coverage = examination.network.flatMap { Coverage(of: $0) }
    handling = HandlingUse.all(in: examination)
    let found =
      ReadingProblems.findings(in: examination) + LikelyEnds.findings(in: examination)
      + DamagedIDs.findings(in: examination)
      + SpreadsheetErrors.findings(in: examination) + DamagedText.findings(in: examination)
      + UndecidedCells.findings(in: examination) + ImplausibleDates.findings(in: examination, asOf: asOf)
      + RegionWords.findings(in: examination) + HandlingUse.findings(handling)
      + IdenticalRows.findings(in: examination) + NearIdenticalNames.findings(in: examination)
      + AsymmetricPairs.findings(in: examination) + SelfTies.findings(in: examination)
      + LoneActors.findings(in: examination) + ratings.findings + (coverage?.findings ?? [])
      + Predictions.findings(in: examination) + UnusedColumns.findings(in: examination)
    let shown = HiddenRows(of: examination).map { hidden in found.filter { !hidden.hides($0) } } ?? found
    hiddenFindings = found.count - shown.count
    let byKind = Dictionary(grouping: shown, by: \.kind)
    findings = Finding.Kind.all.flatMap { byKind[$0] ?? [] }
  }

  /// What fails `doctor --strict`.
  public var faults: [Finding] { findings.filter { $0.severity == .fault } }
  public var remarks: [Finding] { findings.filter { $0.severity == .remark } }
}
