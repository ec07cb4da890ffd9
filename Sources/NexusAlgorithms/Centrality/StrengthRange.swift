internal import NexusGraph
internal import NexusLinearAlgebra

/// The smallest and the largest strength of an adjacency: what a kernel needs to know before it starts.
struct StrengthRange {
  let smallest: Double
  let largest: Double

  /// Both 1 when there is no arc. O(*m*).
  init(of adjacency: Adjacency, threads: Int?) {
    let strengths = adjacency.strengths
    let ranges = RowChunks(rows: strengths.count, threads: threads).map { arcs in
      var (smallest, largest) = (Double.infinity, 0.0)
      strengths.withUnsafeBufferPointer { strengths in
        for arc in arcs {
          smallest = min(smallest, strengths[arc])
          largest = max(largest, strengths[arc])
        }
      }
      return (smallest, largest)
    }
    guard adjacency.arcCount > 0 else {
      (smallest, largest) = (1, 1)
      return
    }
    (smallest, largest) = ranges.reduce((.infinity, 0)) { (min($0.0, $1.0), max($0.1, $1.1)) }
  }

  /// Whether all strengths are 1, so that nobody needs to read them.
  var isOne: Bool { smallest == 1 && largest == 1 }

  /// Whether sums of strengths and their inverses stay far from the ends of floating point.
  var isModerate: Bool { smallest > 0x1p-300 && largest < 0x1p300 }
}
