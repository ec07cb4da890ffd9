/// Labels as numbers from 0, in the order in which they are first met.
struct GroupNumbers<Label: Hashable & Sendable>: Sendable {
  /// The label of each number.
  let groups: [Label]
  /// The number of each label that was given.
  let numbers: [Int32]
  /// How many were given of each.
  let sizes: [Int]

  init(_ labels: [Label]) {
    var known: [Label: Int32] = [:]
    var groups: [Label] = []
    var sizes: [Int] = []
    numbers = labels.map { label in
      let number = known[label] ?? Int32(groups.count)
      if Int(number) == groups.count {
        known[label] = number
        groups.append(label)
        sizes.append(0)
      }
      sizes[Int(number)] += 1
      return number
    }
    (self.groups, self.sizes) = (groups, sizes)
  }
}
