import NexusAlgorithms
import NexusModel

/// Adds links up by the regions of their ends.
struct BorderSums {
  /// Two regions, for ties the smaller number first.
  private struct Ends: Hashable, Comparable {
    var first: Int
    var second: Int

    static func < (left: Ends, right: Ends) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }
  private struct Way: Hashable {
    var ends: Ends
    var currency: String
  }

  private let model: ExposureModel
  /// The regions at the level asked for.
  private let regions: [Region]
  private let shares: RegionShares
  private var ties: [Ends: (all: Double, cross: Double)] = [:]
  private var ways: [Way: (transfers: Double, amount: Double)] = [:]
  private var crossTies = 0.0

  init(_ source: ExposureSource, level: Region.Level) {
    model = source.model
    let lifted = source.regions.map { $0.ancestor(at: level) ?? $0 }
    let regions = Set(lifted).sorted()
    self.regions = regions
    let numbers = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($0.element, $0.offset) })
    shares = RegionShares(source.model, lifted: lifted.map { numbers[$0] ?? 0 })
  }

  mutating func add(_ tie: ExposureModel.Link) {
    let (source, target) = shares.ends(of: tie)
    let isCross = model.isCross(tie)
    if isCross { crossTies += tie.confidence }
    for (first, a) in source {
      for (second, b) in target {
        let weight = tie.confidence * a * b
        let ends = Ends(first: min(first, second), second: max(first, second))
        let known = ties[ends] ?? (0, 0)
        ties[ends] = (known.all + weight, known.cross + (isCross ? weight : 0))
      }
    }
  }

  mutating func add(_ transfer: ExposureModel.Link, currency: String) {
    let (source, target) = shares.ends(of: transfer)
    for (first, a) in source {
      for (second, b) in target {
        let way = Way(ends: Ends(first: first, second: second), currency: currency)
        let weight = transfer.confidence * a * b
        let known = ways[way] ?? (0, 0)
        ways[way] = (known.transfers + weight, known.amount + weight * transfer.amount)
      }
    }
  }

  func matrix(level: Region.Level) -> CrossBorderMatrix {
    // In one order, so that sums come out alike.
    let ties = ties.sorted { $0.key < $1.key }
    let located = ties.reduce(0) { $0 + $1.value.cross }
    return CrossBorderMatrix(
      level: level,
      pairs: ties.filter { $0.value.cross > 0 }.map { ends, sums in
        CrossBorderMatrix.Pair(
          first: regions[ends.first], second: regions[ends.second], crossTies: sums.cross,
          crosses: isBorder(ends))
      }.sorted { (-$0.crossTies, $0.first, $0.second) < (-$1.crossTies, $1.first, $1.second) },
      corridors: ways.map { way, sum in
        CrossBorderMatrix.Corridor(
          from: regions[way.ends.first], to: regions[way.ends.second], currency: way.currency,
          transfers: sum.transfers, amount: sum.amount, crosses: isBorder(way.ends))
      }.sorted {
        ($0.currency, -$0.amount, -$0.transfers, $0.from, $0.to)
          < ($1.currency, -$1.amount, -$1.transfers, $1.from, $1.to)
      },
      exposures: exposures(ties), unlocatedCrossTies: max(0, crossTies - located), allCrossTies: crossTies)
  }

  private func exposures(
    _ ties: [(key: Ends, value: (all: Double, cross: Double))]
  ) -> [CrossBorderMatrix.Exposure] {
    var sums = [(touching: Double, crossing: Double, cross: Double)](
      repeating: (0, 0, 0), count: regions.count)
    for (ends, known) in ties {
      let crossing = isBorder(ends) ? known.all : 0
      for region in ends.first == ends.second ? [ends.first] : [ends.first, ends.second] {
        sums[region].touching += known.all
        sums[region].crossing += crossing
        sums[region].cross += ends.first == ends.second ? known.cross : known.cross / 2
      }
    }
    return regions.indices.filter { sums[$0].touching > 0 }.map { number in
      CrossBorderMatrix.Exposure(
        region: regions[number], ties: sums[number].touching, crossing: sums[number].crossing,
        share: WilsonInterval(successes: sums[number].crossing, trials: sums[number].touching),
        crossTies: sums[number].cross)
    }
  }

  /// Neither the same region nor one around the other.
  private func isBorder(_ ends: Ends) -> Bool {
    let (first, second) = (regions[ends.first], regions[ends.second])
    return first != second && !first.ancestors.contains(second) && !second.ancestors.contains(first)
  }
}
