private import Foundation

/// Values in at most five classes, each a shade and a size: the darker and larger, the stronger.
///
/// Few distinct values are a class each; of many, classes are equal steps of the logarithm.
struct StrengthClasses: Sendable {
  struct Class: Sendable {
    /// The least and the greatest value in it.
    var range: ClosedRange<Double>
    var count: Int
    var fill: String
    var ink: String
    /// The side of its square, as a share of the cell.
    var share: Double

    var name: String {
      range.lowerBound == range.upperBound
        ? Numerals.short(range.lowerBound)
        : "\(Numerals.short(range.lowerBound))–\(Numerals.short(range.upperBound))"
    }
  }

  let classes: [Class]
  private let ceilings: [Double]

  /// - Precondition: the values are finite and above 0.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let greatest = sorted.last else {
      (classes, ceilings) = ([], [])
      return
    }
    var distinct: [Double] = []
    for value in sorted where distinct.last != value {
      distinct.append(value)
      if distinct.count > 5 { break }
    }
    let steps =
      distinct.count <= 5
      ? distinct
      : (1...5).map { step in
        step == 5 ? greatest : exp(log(least) + (log(greatest) - log(least)) * Double(step) / 5)
      }
    var found: [Class] = []
    var tops: [Double] = []
    var position = 0
    for step in steps {
      let start = position
      while position < sorted.count, sorted[position] <= step { position += 1 }
      guard position > start else { continue }
      found.append(
        Class(
          range: sorted[start]...sorted[position - 1], count: position - start, fill: "", ink: "", share: 1))
      tops.append(sorted[position - 1])
    }
    let ramp = ScoreRamp.classes
    for index in found.indices {
      // One class alone is dark; several reach from light to dark.
      let shade = found.count == 1 ? 3 : index * (ramp.count - 1) / (found.count - 1)
      (found[index].fill, found[index].ink) = (ramp[shade].fill, ramp[shade].ink)
      found[index].share = 0.5 + 0.1 * Double(shade)
    }
    classes = found
    ceilings = tops
  }

  /// The number of the class that holds a value. O(1).
  func index(of value: Double) -> Int {
    ceilings.firstIndex { value <= $0 } ?? max(0, ceilings.count - 1)
  }

  func callAsFunction(_ value: Double) -> Class { classes[index(of: value)] }
}
