/// Vertices by distance, the nearest first and of equals the one of smaller number: a heap of four
/// children a node. A vertex may stand in it more than once.
struct DistanceQueue {
  private struct Entry {
    var distance: Double
    var vertex: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      left.distance < right.distance || (left.distance == right.distance && left.vertex < right.vertex)
    }
  }

  private var heap: [Entry] = []

  mutating func insert(_ vertex: Int32, at distance: Double) {
    let entry = Entry(distance: distance, vertex: vertex)
    heap.append(entry)
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = heap.count - 1
      while hole > 0 {
        let parent = (hole - 1) / 4
        guard entry < heap[parent] else { break }
        heap[hole] = heap[parent]
        hole = parent
      }
      heap[hole] = entry
    }
  }

  mutating func popNearest() -> (vertex: Int32, distance: Double)? {
    guard let nearest = heap.first, let moved = heap.popLast() else { return nil }
    heap.withUnsafeMutableBufferPointer { heap in
      guard !heap.isEmpty else { return }
      var hole = 0
      while 4 * hole + 1 < heap.count {
        var child = 4 * hole + 1
        for other in child + 1..<max(child + 1, min(child + 4, heap.count)) where heap[other] < heap[child] {
          child = other
        }
        guard heap[child] < moved else { break }
        heap[hole] = heap[child]
        hole = child
      }
      heap[hole] = moved
    }
    return (nearest.vertex, nearest.distance)
  }
}
