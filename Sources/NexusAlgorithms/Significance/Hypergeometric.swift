/// Draws without replacement from a population that holds two classes apart.
///
/// The test of whether a community holds members of two classes more often than chance would have it.
public struct Hypergeometric: Hashable, Sendable {
  /// Everyone who may be drawn.
  public let population: Int
  /// How many of them are of the first class.
  public let first: Int
  /// How many are of the second class; none is of both.
  public let second: Int

  /// - Precondition: the classes are not negative and fit into the population.
  public init(population: Int, first: Int, second: Int) {
    precondition(first >= 0 && second >= 0, "A class has a negative size.")
    precondition(first + second <= population, "The two classes are larger than the population.")
    (self.population, self.first, self.second) = (population, first, second)
  }

  /// The probability that a draw holds at least so many of each class.
  ///
  ///     P = Σ_(i ≥ a) P(X_A = i) · P(X_B ≥ b | X_A = i)
  ///
  /// All terms are positive, so nothing cancels; the relative error grows like the rounding of `drawn`
  /// multiplications, below 1e-10 for a population of 100 000.
  /// - Parameters:
  ///   - ofFirst: a, the least number of the first class.
  ///   - ofSecond: b, the least number of the second class.
  ///   - drawn: the size of the draw.
  /// - Precondition: `drawn` lies in 0...``population``.
  /// - Complexity: O(`drawn`).
  ///
  /// Source: N. L. Johnson, S. Kotz, N. Balakrishnan, *Discrete Multivariate Distributions*, Wiley, 1997, ch. 39.
  public func probability(ofFirst a: Int, ofSecond b: Int, drawn: Int) -> Double {
    precondition((0...population).contains(drawn), "More are drawn than there are.")
    let others = population - first
    let most = min(drawn, first)
    let least = max(a, drawn - others, 0)
    guard least <= most else { return 0 }

    var tail = SecondClassTail(atLeast: b, marked: second, population: others)
    var chance = Scaled.hypergeometric(hits: most, marked: first, population: population, drawn: drawn)
    var probability = 0.0
    for i in (least...most).reversed() {
      tail.advance(toDrawn: drawn - i)
      probability += chance.value * tail.value
      // P(X_A = i − 1) / P(X_A = i)
      chance.multiply(by: Double(i) * Double(others - drawn + i))
      chance.divide(by: Double(first - i + 1) * Double(drawn - i + 1))
    }
    return min(probability, 1)
  }
}

/// P(X_B ≥ b) for draws of growing size *d*:
///
///     P_d(X ≥ b) = P_(d−1)(X ≥ b) + P_(d−1)(X = b − 1) · P(the d-th drawn is marked)
private struct SecondClassTail {
  private let least: Int
  private let marked: Int
  private let population: Int
  private var drawn: Int
  /// P_drawn(X = b − 1)
  private var justBelow: Scaled
  private(set) var value: Double

  init(atLeast least: Int, marked: Int, population: Int) {
    (self.least, self.marked, self.population) = (least, marked, population)
    drawn = max(least - 1, 0)
    value = least <= 0 ? 1 : 0
    justBelow =
      least > marked || least <= 0
      ? Scaled(0) : .hypergeometric(hits: least - 1, marked: marked, population: population, drawn: least - 1)
  }

  mutating func advance(toDrawn target: Int) {
    guard least > 0 else { return }
    while drawn < target {
      let left = Double(population - drawn)
      value += justBelow.value * (Double(marked - least + 1) / left)
      // P_(d+1)(X = k) / P_d(X = k), k = b − 1
      let unmarkedLeft = population - marked - (drawn - (least - 1))
      justBelow.multiply(by: Double(max(unmarkedLeft, 0)) * Double(drawn + 1))
      justBelow.divide(by: Double(drawn + 1 - (least - 1)) * left)
      drawn += 1
    }
  }
}

/// A positive number with a wider range than Double: probabilities of long draws are smaller than any Double
/// on the way to ones that are not.
private struct Scaled {
  private var significand: Double
  private var exponent = 0

  init(_ value: Double) { significand = value }

  var value: Double {
    Double(sign: .plus, exponent: max(exponent, -10_000), significand: significand)
  }

  mutating func multiply(by factor: Double) {
    significand *= factor
    normalise()
  }

  mutating func divide(by divisor: Double) {
    significand /= divisor
    normalise()
  }

  private mutating func normalise() {
    guard significand > 0 else { return }
    exponent += Int(significand.exponent)
    significand = significand.significand
  }

  /// P(X = `hits`) where all hits that are possible are made: `hits` = min(`drawn`, `marked`).
  ///
  ///     C(marked, drawn) / C(population, drawn)   or   C(drawn, marked) / C(population, marked)
  static func hypergeometric(hits: Int, marked: Int, population: Int, drawn: Int) -> Scaled {
    let larger = max(drawn, marked)
    var chance = Scaled(1)
    for step in 0..<hits {
      chance.multiply(by: Double(larger - step))
      chance.divide(by: Double(population - step))
    }
    return chance
  }
}
