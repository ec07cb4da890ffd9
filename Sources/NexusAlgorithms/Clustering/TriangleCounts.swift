internal import NexusGraph
internal import NexusLinearAlgebra

/// The number of triangles through each vertex, counted without listing them.
///
/// Vertices stand by degree, hubs first, and the row of each holds the neighbours that come before it: short, O(√*m*),
/// even for hubs. A triangle a < b < c is found at b. With the row of b marked, bit by bit, the row of each neighbour
/// c behind b is read as far as b, and every mark in it is an a. That is one step for each pair of neighbours in a
/// row, over rows that are read as they lie.
///
/// Source: T. Schank, D. Wagner, "Finding, counting and listing all triangles in large graphs, an experimental
/// study", *WEA* 2005, LNCS 3503, pp. 606–609, doi:10.1007/11427186_54.
struct TriangleCounts: Sendable {
  private let order: HubsFirst
  /// Where the row of each position starts in `before`.
  private let offsets: [Int]
  /// The neighbours that come before each position, ascending.
  private let before: [Int32]
  /// Where the entries of each position start in `behind`.
  private let behindOffsets: [Int]
  /// Neighbours that come behind, ascending, each with the number of those in its row that come before this
  /// position; left out where there are none.
  private let behind: [(position: Int32, count: Int32)]

  /// - Complexity: O(*n* + *m*).
  init(_ neighbours: NeighbourRows) {
    order = HubsFirst(rowOffsets: neighbours.offsets)
    (offsets, before) = TriangleCounts.rowsBefore(neighbours, order)
    (behindOffsets, behind) = TriangleCounts.entriesBehind(offsets, before)
  }

  private static func rowsBefore(_ neighbours: NeighbourRows, _ order: HubsFirst) -> ([Int], [Int32]) {
    let (position, targets) = (order.position, neighbours.targets)
    var offsets = [0]
    for (place, vertex) in order.vertices.enumerated() {
      var count = 0
      for arc in neighbours.row(Int(vertex)) where position[Int(targets[arc])] < place { count += 1 }
      offsets.append(offsets[place] + count)
    }
    // Positions rise, so each row is filled in ascending order.
    var cursor = offsets
    var before = [Int32](repeating: 0, count: offsets[order.vertices.count])
    for (place, vertex) in order.vertices.enumerated() {
      for arc in neighbours.row(Int(vertex)) {
        let other = Int(position[Int(targets[arc])])
        guard other > place else { continue }
        before[cursor[other]] = Int32(place)
        cursor[other] += 1
      }
    }
    return (offsets, before)
  }

  private static func entriesBehind(
    _ offsets: [Int], _ before: [Int32]
  ) -> ([Int], [(position: Int32, count: Int32)]) {
    let vertexCount = offsets.count - 1
    var ends = [Int](repeating: 0, count: vertexCount + 1)
    for last in 0..<vertexCount {
      for entry in (offsets[last]..<offsets[last + 1]).dropFirst() { ends[Int(before[entry]) + 1] += 1 }
    }
    for place in 0..<vertexCount { ends[place + 1] += ends[place] }
    var cursor = ends
    var behind = [(position: Int32, count: Int32)](repeating: (0, 0), count: ends[vertexCount])
    for last in 0..<vertexCount {
      let start = offsets[last]
      for entry in (start..<offsets[last + 1]).dropFirst() {
        let middle = Int(before[entry])
        behind[cursor[middle]] = (Int32(last), Int32(entry - start))
        cursor[middle] += 1
      }
    }
    return (ends, behind)
  }

  /// The counts in vertex order. O(*m*^1.5) time, O(*n*) memory a thread.
  func byVertex(threads: Int?) -> [Int] {
    let vertexCount = order.vertices.count
    let chunks = RowChunks(rowOffsets: behindOffsets, threads: threads)
    // Whole numbers: it does not matter which thread added which.
    let tallies = chunks.accumulate {
      TriangleTally(vertexCount: vertexCount)
    } adding: { tally, middles in
      add(middles, to: &tally)
    }
    var total = [Int](repeating: 0, count: vertexCount)
    for tally in tallies {
      for place in 0..<vertexCount { total[place] += tally.counts[place] }
    }
    return order.position.map { total[Int($0)] }
  }

  /// Counts the triangles whose middle corner is one of `middles`.
  private func add(_ middles: Range<Int>, to tally: inout TriangleTally) {
    tally.counts.withUnsafeMutableBufferPointer { counts in
      tally.marks.withUnsafeMutableBufferPointer { marks in
        before.withUnsafeBufferPointer { before in
          behind.withUnsafeBufferPointer { behind in
            for middle in middles {
              let row = offsets[middle]..<offsets[middle + 1]
              guard !row.isEmpty else { continue }
              for entry in row { marks[Int(before[entry]) >> 6] |= 1 << UInt64(before[entry] & 63) }
              var atMiddle = 0
              for place in behindOffsets[middle]..<behindOffsets[middle + 1] {
                let last = Int(behind[place].position)
                let start = offsets[last]
                var found = 0
                for entry in start..<start + Int(behind[place].count) {
                  let first = Int(before[entry])
                  let hit = Int(truncatingIfNeeded: marks[first >> 6] >> UInt64(first & 63) & 1)
                  counts[first] += hit
                  found += hit
                }
                counts[last] += found
                atMiddle += found
              }
              counts[middle] += atMiddle
              for entry in row { marks[Int(before[entry]) >> 6] = 0 }
            }
          }
        }
      }
    }
  }
}

/// What one thread has counted, by position, and the marks it counts with, one bit a position.
private struct TriangleTally: Sendable {
  var counts: [Int]
  var marks: [UInt64]

  init(vertexCount: Int) {
    counts = [Int](repeating: 0, count: vertexCount)
    marks = [UInt64](repeating: 0, count: vertexCount / 64 + 1)
  }
}
