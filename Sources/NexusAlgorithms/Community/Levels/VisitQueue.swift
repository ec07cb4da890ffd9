/// Vertices to visit, first come first served, each at most once at a time.
///
/// It owns its memory for the reason that ``Tally`` does.
struct VisitQueue: ~Copyable {
  private let ring: UnsafeMutablePointer<Int32>
  private let isWaiting: UnsafeMutablePointer<Bool>
  private let capacity: Int
  private var head = 0
  private var waiting: Int

  /// All vertices, in this order.
  init(_ order: [Int32]) {
    capacity = order.count
    waiting = order.count
    ring = .allocate(capacity: order.count)
    for (position, vertex) in order.enumerated() { (ring + position).initialize(to: vertex) }
    isWaiting = .allocate(capacity: order.count)
    isWaiting.initialize(repeating: true, count: order.count)
  }

  deinit {
    ring.deallocate()
    isWaiting.deallocate()
  }

  mutating func next() -> Int? {
    guard waiting > 0 else { return nil }
    let vertex = Int(ring[head])
    head = head + 1 == capacity ? 0 : head + 1
    waiting -= 1
    isWaiting[vertex] = false
    return vertex
  }

  mutating func add(_ vertex: Int32) {
    guard !isWaiting[Int(vertex)] else { return }
    isWaiting[Int(vertex)] = true
    let tail = head + waiting
    ring[tail < capacity ? tail : tail - capacity] = vertex
    waiting += 1
  }
}
