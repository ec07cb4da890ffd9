import NexusGraph

extension Adjacency {
  /// Where the arc between two vertices stands, nil where there is none. O(log degree).
  func arc(_ source: Int, _ target: Int) -> Int? {
    var (low, high) = (offsets[source], offsets[source + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(targets[middle]) < target { low = middle + 1 } else { high = middle }
    }
    return low < offsets[source + 1] && Int(targets[low]) == target ? low : nil
  }
}
