import NexusGraph

extension RandomGraphShape {
  /// The shape of a small graph of any sort, drawn from a seed: 1 to 14 vertices, from hardly an edge to nearly all,
  /// directed or not, with all kinds of strengths. Loops, repeats and isolates come about by themselves.
  public static func small(seed: UInt64) -> RandomGraphShape {
    var generator = SeededGenerator(seed: seed &* 0x9E37_79B9)
    let vertices = Int.random(in: 1...14, using: &generator)
    let edges = Int.random(in: 0...vertices * 3, using: &generator)
    let kind = [EdgeKind.undirected, .directed][Int.random(in: 0...1, using: &generator)]
    let strengths = [Strengths.ones, .whole, .fractional][Int.random(in: 0...2, using: &generator)]
    return RandomGraphShape(vertices, edges, kind: kind, strengths: strengths, seed: seed)
  }
}
