/// Vertices by distance, the nearest first and of equals the one of smaller number: a heap of four
/// children a node. A vertex may stand in it more than once.
struct DistanceQueue: ~Copyable {
  private struct Entry {
    var distance: Double
    var vertex: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      left.distance < right.distance || (left.distance == right.distance && left.vertex < right.vertex)
    }
  }

  private let heap: UnsafeMutablePointer<Entry>
  private let capacity: Int
  private var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    heap = .allocate(capacity: capacity)
  }

  deinit { heap.deallocate() }

  mutating func insert(_ vertex: Int32, at distance: Double) {
    precondition(count < capacity, "The queue is full.")
    let entry = Entry(distance: distance, vertex: vertex)
    var hole = count
    count += 1
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard entry < heap[parent] else { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = entry
  }

  mutating func popNearest() -> (vertex: Int32, distance: Double)? {
    guard count > 0 else { return nil }
    let nearest = heap[0]
    count -= 1
    let moved = heap[count]
    var hole = 0
    while 4 * hole + 1 < count {
      var child = 4 * hole + 1
      let end = min(child + 4, count)
      var other = child + 1
      while other < end {
        child = heap[other] < heap[child] ? other : child
        other += 1
      }
      guard heap[child] < moved else { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = moved
    return (nearest.vertex, nearest.distance)
  }
}
