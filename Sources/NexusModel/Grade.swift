/// An Admiralty grade: reliability of the source (A–F) and credibility of the information (1–6).
public struct Grade: Hashable, Sendable {
  /// Position of the letter, A = 0.
  public let reliability: Int
  /// Position of the digit, 1 = 0.
  public let credibility: Int

  /// Reads `B2`, `b 2` or `B-2`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let marks = Array(text.uppercased().unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "/" })
    guard marks.count == 2, ("A"..."F").contains(marks[0]), ("1"..."6").contains(marks[1]) else { return nil }
    reliability = Int(marks[0].value - 65)
    credibility = Int(marks[1].value - 49)
  }

  /// What a source of each reliability, A to F, is taken to be worth. A convention of nexus; no official mapping exists.
  public static let reliabilities = [0.95, 0.85, 0.65, 0.40, 0.15, 0.50]
  /// What information of each credibility, 1 to 6, is taken to be worth.
  public static let credibilities = [0.95, 0.80, 0.50, 0.25, 0.05, 0.50]

  /// The support that one item of this grade gives: B2 is 0.85 · 0.80 = 0.68.
  public var confidence: Double { Grade.reliabilities[reliability] * Grade.credibilities[credibility] }

  /// Whether letter and digit stand on the A1–B2–C3 diagonal, where raters no longer tell the two scales apart.
  public var isOnDiagonal: Bool { reliability == credibility && reliability <= 2 }
}
