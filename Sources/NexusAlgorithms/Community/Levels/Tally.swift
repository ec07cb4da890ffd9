/// Sums of strengths by community, cleared in the time of those that were met.
///
/// It owns its memory, so that adding to a sum checks neither bounds nor other owners.
struct Tally: ~Copyable {
  private let sums: UnsafeMutablePointer<Double>
  private let communities: UnsafeMutablePointer<Int32>
  /// How many communities have a sum.
  private(set) var count = 0

  init(count: Int) {
    sums = .allocate(capacity: count)
    sums.initialize(repeating: 0, count: count)
    communities = .allocate(capacity: count + 1)
    communities.initialize(repeating: 0, count: count + 1)
  }

  deinit {
    sums.deallocate()
    communities.deallocate()
  }

  /// The community that was met at this position: they stand in the order in which they were met.
  func community(_ position: Int) -> Int32 { communities[position] }

  subscript(community: Int32) -> Double { sums[Int(community)] }

  /// - Precondition: the strength is positive.
  mutating func add(_ strength: Double, to community: Int32) {
    let sum = sums[Int(community)]
    // Written behind the others in any case, and kept if it is new: no processor can guess which are.
    communities[count] = community
    count &+= sum == 0 ? 1 : 0
    sums[Int(community)] = sum + strength
  }

  mutating func clear() {
    for position in 0..<count { sums[Int(communities[position])] = 0 }
    count = 0
  }
}
