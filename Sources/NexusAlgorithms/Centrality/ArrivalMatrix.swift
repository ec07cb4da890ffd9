internal import NexusGraph
internal import NexusLinearAlgebra

extension Graph {
  /// Aᵀ, or a block of it, in an order of one's own: row *i* holds the strengths of the arcs that point at
  /// `vertices[i]`, at the positions of where they come from.
  ///
  /// - Parameters:
  ///   - labels: only arcs between vertices of the same label count; nil to take all.
  ///   - strengths: one a stored arc of ``incoming``, nil where all are 1.
  ///   - scale: what strengths are multiplied by.
  ///   - isSymmetric: whether the caller vouches that the matrix equals its transpose.
  func arrivalMatrix(
    of vertices: ArraySlice<Int32>, position: [Int32], labels: [Int32]?, strengths: [Double]?, scale: Double,
    isSymmetric: Bool, threads: Int?
  ) -> SparseMatrix {
    let (rows, sources) = (incoming.offsets, incoming.targets)
    var ends = [0]
    ends.reserveCapacity(vertices.count + 1)
    for vertex in vertices {
      let row = rows[Int(vertex)]..<rows[Int(vertex) + 1]
      let count = labels.map { labels in row.count { labels[Int(sources[$0])] == labels[Int(vertex)] } }
      ends.append(ends[ends.count - 1] + (count ?? row.count))
    }
    let offsets = ends
    let entries = offsets[vertices.count]
    let values = strengths == nil && scale == 1 ? nil : SharedVector(unwritten: entries)
    let columns = [Int32](unsafeUninitializedCapacity: entries) { columns, initialized in
      nonisolated(unsafe) let columns = columns  // each chunk writes rows of its own
      let first = vertices.startIndex
      RowChunks(rowOffsets: offsets, threads: threads).perform { _, chunk in
        var entry = offsets[chunk.lowerBound]
        for row in chunk {
          let vertex = Int(vertices[first + row])
          for arc in rows[vertex]..<rows[vertex + 1] {
            let source = Int(sources[arc])
            if let labels, labels[source] != labels[vertex] { continue }
            columns[entry] = position[source]
            if let values { values.base[entry] = (strengths?[arc] ?? 1) * scale }
            entry += 1
          }
        }
      }
      initialized = entries
    }
    return SparseMatrix(
      rowOffsets: offsets, columns: columns, values: values?.values, isSymmetric: isSymmetric,
      threads: threads)
  }
}
