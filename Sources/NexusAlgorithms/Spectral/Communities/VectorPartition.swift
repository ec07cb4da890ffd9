/// Vectors in groups whose sums are long: Σ_c |R_c|², R_c the sum of the vectors of group *c*, is at a local maximum.
///
/// With vectors √λ_j v_j of the modularity matrix this sum is modularity itself, as far as those eigenvectors hold it.
/// The groups begin around vectors that lie far apart: the longest one, then always the one farthest from those chosen,
/// of equals the first. Then vector after vector moves to the group where the sum grows most, so the search ends.
struct VectorPartition {
  private let width: Int
  private let vectors: [Double]
  private let squares: [Double]

  /// - Parameter vectors: one after the other, each of `width` coordinates.
  init(vectors: [Double], width: Int) {
    self.vectors = vectors
    self.width = width
    squares = stride(from: 0, to: vectors.count, by: width).map { start in
      vectors[start..<start + width].reduce(0) { $0 + $1 * $1 }
    }
  }

  /// The group of each vector; nil when some still move after so many rounds. O(vectors · groups · width) a round.
  func labels(groups: Int, maximumRounds: Int) -> [Int]? {
    let seeds = farApart(groups)
    // What a move must gain, so that rounding never moves a vector.
    let least = 1e-12 * squares.reduce(0, +)
    let starts = seeds.flatMap { vectors[$0 * width..<($0 + 1) * width] }
    var labels = squares.indices.map { best(for: $0, among: starts, except: nil).group }
    var sums = [Double](repeating: 0, count: starts.count)
    for (vector, label) in labels.enumerated() { add(vector, times: 1, to: label, of: &sums) }
    for _ in 0..<maximumRounds {
      var hasMoved = false
      for vector in labels.indices {
        let present = labels[vector]
        let stay = product(vector, sums, present) - squares[vector]
        let other = best(for: vector, among: sums, except: present)
        guard other.product > stay + least else { continue }
        add(vector, times: -1, to: present, of: &sums)
        add(vector, times: 1, to: other.group, of: &sums)
        labels[vector] = other.group
        hasMoved = true
      }
      if !hasMoved { return labels }
    }
    return nil
  }

  private func farApart(_ groups: Int) -> [Int] {
    var chosen: [Int] = []
    var distances = squares
    for _ in 0..<min(groups, squares.count) {
      let farthest = distances.indices.reduce(0) { distances[$1] > distances[$0] * (1 + 1e-12) ? $1 : $0 }
      for vector in squares.indices {
        var distance = 0.0
        for part in 0..<width {
          let difference = vectors[vector * width + part] - vectors[farthest * width + part]
          distance += difference * difference
        }
        distances[vector] = chosen.isEmpty ? distance : min(distances[vector], distance)
      }
      chosen.append(farthest)
    }
    return chosen
  }

  /// The group whose sum has the largest product with a vector, the first of equal ones.
  private func best(for vector: Int, among sums: [Double], except present: Int?) -> (
    group: Int, product: Double
  ) {
    var found = (group: 0, product: -Double.infinity)
    for group in 0..<sums.count / width where group != present {
      let product = product(vector, sums, group)
      if product > found.product { found = (group, product) }
    }
    return found
  }

  private func product(_ vector: Int, _ sums: [Double], _ group: Int) -> Double {
    var product = 0.0
    for part in 0..<width { product += vectors[vector * width + part] * sums[group * width + part] }
    return product
  }

  private func add(_ vector: Int, times factor: Double, to group: Int, of sums: inout [Double]) {
    for part in 0..<width { sums[group * width + part] += factor * vectors[vector * width + part] }
  }
}
