internal import NexusLinearAlgebra

extension CommunityLevel {
  /// The graph whose vertices are the parts 0..<`count` of this one's. O(*n* + *m*).
  ///
  /// - Parameter threads: how many threads work at once, nil for one a processor. It never changes the result.
  func aggregated(by parts: [Int32], count: Int, threads: Int? = nil) -> CommunityLevel {
    let members = Members(of: parts, count: count)
    // Each chunk counts the strengths to all parts in memory of its own.
    let chunks = RowChunks(rowOffsets: members.arcOffsets(in: self), threads: threads, most: 8)
    let pieces = chunks.map { range in rows(of: range, members, parts: parts, count: count) }
    var aggregateOffsets = [0]
    aggregateOffsets.reserveCapacity(count + 1)
    for piece in pieces {
      for length in piece.lengths {
        aggregateOffsets.append(aggregateOffsets[aggregateOffsets.count - 1] + length)
      }
    }
    var (aggregateTargets, aggregateStrengths) = (pieces[0].targets, pieces[0].strengths)
    aggregateTargets.reserveCapacity(aggregateOffsets[count])
    aggregateStrengths.reserveCapacity(aggregateOffsets[count])
    for piece in pieces.dropFirst() {
      aggregateTargets += piece.targets
      aggregateStrengths += piece.strengths
    }
    return CommunityLevel(
      offsets: aggregateOffsets, targets: aggregateTargets, strengths: aggregateStrengths,
      weights: weights(of: parts, count: count), penalty: penalty)
  }

  /// The rows of some parts in the aggregated graph.
  private func rows(of range: Range<Int>, _ members: Members, parts: [Int32], count: Int) -> AggregatedRows {
    var rows = AggregatedRows()
    rows.lengths.reserveCapacity(range.count)
    var tally = Tally(count: count)
    let (targets, strengths, labels) = (self.targets.span, self.strengths.span, parts.span)
    for part in range {
      for vertex in members[part] {
        for arc in row(Int(vertex)) {
          let target = labels[unchecked: Int(targets[unchecked: arc])]
          tally.add(hasUnitStrengths ? 1 : strengths[unchecked: arc], to: target)
        }
      }
      let before = rows.targets.count
      for position in 0..<tally.count {
        let target = tally.community(position)
        guard target != part else { continue }
        rows.targets.append(target)
        rows.strengths.append(tally[target])
      }
      rows.lengths.append(rows.targets.count - before)
      tally.clear()
    }
    return rows
  }
}

/// Some rows of an aggregated graph, one behind the other.
private struct AggregatedRows {
  var lengths: [Int] = []
  var targets: [Int32] = []
  var strengths: [Double] = []
}

/// The vertices of each part, ascending.
private struct Members {
  private var ordered: [Int32]
  private var ends: [Int]

  init(of parts: [Int32], count: Int) {
    ordered = [Int32](repeating: 0, count: parts.count)
    ends = [Int](repeating: 0, count: count + 1)
    for part in parts { ends[Int(part) + 1] += 1 }
    for part in 0..<count { ends[part + 1] += ends[part] }
    for (vertex, part) in parts.enumerated() {
      ordered[ends[Int(part)]] = Int32(vertex)
      ends[Int(part)] += 1
    }
  }

  subscript(part: Int) -> ArraySlice<Int32> { ordered[(part == 0 ? 0 : ends[part - 1])..<ends[part]] }

  /// How many arcs leave the vertices of the parts before each one, and at the end of all.
  func arcOffsets(in level: CommunityLevel<some AdditiveWeight>) -> [Int] {
    var offsets = [0]
    offsets.reserveCapacity(ends.count)
    for part in 0..<ends.count - 1 {
      offsets.append(self[part].reduce(offsets[part]) { $0 + level.row(Int($1)).count })
    }
    return offsets
  }
}
