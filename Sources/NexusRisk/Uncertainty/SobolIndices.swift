internal import NexusAlgorithms
public import NexusGraph

/// How much of the variance of a result comes from one factor: by itself (first order), and with all interactions
/// that it takes part in (total).
///
///     S_i  = mean of y_B (y_ABi − y_A) / V        S_Ti = Σ (y_A − y_ABi)² / (2 N V)
///
/// A and B are independent samples of all factors, ABi is A with factor i taken from B, V the variance of y_A and y_B
/// together. y_B is taken as its distance from their mean, which changes no expectation and much of the noise.
///
/// Sources: A. Saltelli et al., "Variance based sensitivity analysis of model output", *Computer Physics
/// Communications* 181(2), 2010, pp. 259–270, doi:10.1016/j.cpc.2009.09.018 (first order); M. J. W. Jansen, "Analysis of
/// variance designs for model output", *Computer Physics Communications* 117, 1999, pp. 35–43 (total). The estimators
/// are those of COINr.
public struct SobolIndex: Hashable, Sendable {
  /// S, and its standard error by bootstrap.
  public let first: Double
  public let firstError: Double
  /// S_T, and its standard error by bootstrap.
  public let total: Double
  public let totalError: Double

  public init(first: Double, firstError: Double, total: Double, totalError: Double) {
    (self.first, self.firstError, self.total, self.totalError) = (first, firstError, total, totalError)
  }
}

/// The indices of each factor from the results of a design.
///
/// - Parameters:
///   - a: results of sample A.
///   - b: results of sample B, as many.
///   - exchanged: for each factor the results of A with that factor taken from B.
///   - resamples: how often sixty-four blocks of draws are drawn again, with replacement, for the standard errors.
/// - Returns: one index per factor; all 0 when the result does not vary.
/// - Precondition: all lists have the same length.
/// - Complexity: O((N + resamples) · factors).
public func sobolIndices(
  a: [Double], b: [Double], exchanged: [[Double]], resamples: Int, using generator: inout SeededGenerator
) -> [SobolIndex] {
  precondition(
    b.count == a.count && exchanged.allSatisfy { $0.count == a.count },
    "The samples of a Sobol design have one length.")
  let n = a.count
  guard n > 1 else {
    return exchanged.map { _ in SobolIndex(first: 0, firstError: 0, total: 0, totalError: 0) }
  }
  let mean = (a.reduce(0, +) + b.reduce(0, +)) / Double(2 * n)
  let blocks = DesignBlocks(a, b, exchanged, mean)
  let values = blocks.indices(taking: blocks.sizes.indices)
  var spread = exchanged.map { _ in (Moments(), Moments()) }
  for _ in 0..<resamples {
    let drawn = blocks.sizes.indices.map { _ in generator.index(below: blocks.sizes.count) }
    for (factor, value) in blocks.indices(taking: drawn).enumerated() {
      spread[factor].0.add(value.first)
      spread[factor].1.add(value.total)
    }
  }
  return zip(values, spread).map { value, spread in
    SobolIndex(
      first: value.first, firstError: spread.0.deviation, total: value.total, totalError: spread.1.deviation)
  }
}

/// The Sobol indices of a function of factors that are uniform on 0..<1.
///
/// - Parameters:
///   - model: the function; it is called N · (factors + 2) times.
///   - factors: how many arguments it has.
///   - draws: N.
/// - Returns: one index per factor, with 100 resamples for the standard errors.
public func sobolIndices(
  of model: ([Double]) -> Double, factors: Int, draws: Int, using generator: inout SeededGenerator
) -> [SobolIndex] {
  var (a, b) = ([Double](), [Double]())
  var exchanged = [[Double]](repeating: [], count: factors)
  for _ in 0..<draws {
    let (first, second) = (
      (0..<factors).map { _ in generator.unit() }, (0..<factors).map { _ in generator.unit() }
    )
    a.append(model(first))
    b.append(model(second))
    for factor in 0..<factors {
      var mixed = first
      mixed[factor] = second[factor]
      exchanged[factor].append(model(mixed))
    }
  }
  return sobolIndices(a: a, b: b, exchanged: exchanged, resamples: 100, using: &generator)
}

/// The terms of V and of each index, summed over blocks of draws: a resample is then a sum of blocks.
private struct DesignBlocks {
  private(set) var sizes: [Double]
  private var sums: [Double]
  private var squares: [Double]
  private var firstTerms: [[Double]]
  private var totalTerms: [[Double]]
  private let scale: Double

  init(_ a: [Double], _ b: [Double], _ exchanged: [[Double]], _ mean: Double) {
    let count = min(64, a.count)
    let none = [Double](repeating: 0, count: count)
    (sizes, sums, squares) = (none, none, none)
    firstTerms = exchanged.map { _ in none }
    totalTerms = firstTerms
    scale = 1 + mean * mean
    for draw in a.indices {
      let block = draw * count / a.count
      let (own, other) = (a[draw] - mean, b[draw] - mean)
      sizes[block] += 1
      sums[block] += own + other
      squares[block] += own * own + other * other
      for (factor, column) in exchanged.enumerated() {
        let change = column[draw] - a[draw]
        firstTerms[factor][block] += other * change
        totalTerms[factor][block] += change * change / 2
      }
    }
  }

  func indices(taking blocks: some Sequence<Int>) -> [(first: Double, total: Double)] {
    var (n, sum, square) = (0.0, 0.0, 0.0)
    var terms = firstTerms.map { _ in (first: 0.0, total: 0.0) }
    for block in blocks {
      n += sizes[block]
      sum += sums[block]
      square += squares[block]
      for factor in terms.indices {
        terms[factor].first += firstTerms[factor][block]
        terms[factor].total += totalTerms[factor][block]
      }
    }
    let variance = (square - sum * sum / (2 * n)) / (2 * n - 1)
    guard variance > 1e-18 * scale else { return terms.map { _ in (0, 0) } }
    return terms.map { ($0.first / n / variance, $0.total / n / variance) }
  }
}

/// Mean and deviation of numbers as they come (Welford).
private struct Moments {
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    let change = value - mean
    mean += change / count
    squares += change * (value - mean)
  }

  var deviation: Double { count > 1 ? (squares / (count - 1)).squareRoot() : 0 }
}
