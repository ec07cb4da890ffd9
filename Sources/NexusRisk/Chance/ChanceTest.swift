/// Whether terrorist and organised-crime actors of a group meet more often than chance would have them.
public struct ChanceTest: Sendable {
  /// Actors that may bear any label: those of the group without victims, witnesses and reporting parties.
  public let actors: Int
  public let terrorists: Int
  public let organisedCrime: Int
  /// Pairs of these actors that are joined.
  public let edges: Int
  /// Pairs of one terrorist and one organised-crime actor.
  public let observed: Int
  /// How many there would be by chance, exactly: edges · 2 t c / (n (n − 1)).
  public let expected: Double
  /// (b + 1) / (B + 1), b of B deals of the labels having at least as many.
  public let pValue: Double
  /// The p-value adjusted over all groups that were tested (Benjamini–Hochberg).
  public fileprivate(set) var adjusted: Double

  /// Observed ÷ expected: above 1, more than by chance.
  public var ratio: Double { Double(observed) / expected }

  /// How often labels are dealt out.
  public static let permutations = 999
}

/// A group of actors with its test; nil where the group lacks a terrorist or an organised-crime actor or any pair.
public struct ChanceGroup<Subject: Sendable>: Sendable {
  public let subject: Subject
  public internal(set) var test: ChanceTest?
}

extension ChanceTest {
  init(
    actors: Int, terrorists: Int, organisedCrime: Int, edges: Int, observed: Int, expected: Double,
    pValue: Double
  ) {
    (self.actors, self.terrorists, self.organisedCrime) = (actors, terrorists, organisedCrime)
    (self.edges, self.observed, self.expected) = (edges, observed, expected)
    (self.pValue, adjusted) = (pValue, pValue)
  }

  func adjusted(to value: Double) -> ChanceTest {
    var test = self
    test.adjusted = value
    return test
  }
}
