internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRendering

extension NetworkMap {
  /// Makes a network with too many actors legible.
  mutating func condense(_ options: MapOptions, _ input: MeasureInput, _ partition: Partition?) {
    let strengths = Set(input.graph.outgoing.strengths.prefix(100_000))
    switch options.condensing {
    case .foremost: break
    case .backbone: keepBackbone(of: input)
    case .communities: mergeCommunities(partition, input)
    case .automatic: strengths.count > 1 ? keepBackbone(of: input) : mergeCommunities(partition, input)
    }
  }

  /// Keeps the lines of the ties that chance explains least, as many as join ``maximumActors`` actors.
  private mutating func keepBackbone(of input: MeasureInput) {
    let edges = input.graph.edges
    let chances = input.graph.disparity()
    var joined: Set<Int> = []
    var kept: Set<SIMD2<Int32>> = []
    var (least, isFull) = (0.0, false)
    for edge in edges.indices.sorted(by: { (chances[$0], $0) < (chances[$1], $1) }) {
      let ends = [edges[edge].source.index, edges[edge].target.index]
      // Once there is no room, only what chance explains no better than the last one still joins those who are there.
      isFull = isFull || joined.union(ends).count > maximumActors
      if isFull, chances[edge] > least { break }
      guard joined.union(ends).count <= maximumActors else { continue }
      joined.formUnion(ends)
      kept.insert(NetworkMap.key(ends[0], ends[1]))
      least = chances[edge]
    }
    let before = ties.count
    keep(actors: joined.sorted()) { kept.contains(NetworkMap.key($0.source, $0.target)) }
    notes.insert(
      "Backbone: \(joined.count.counted("actor")) of \(input.graph.vertexCount) and \(ties.count) of "
        + "\(before.counted("line")), those whose strength chance explains least (disparity filter, "
        + "p up to \(least.formatted(decimals: 3))).", at: 0)
  }

  private static func key(_ first: Int, _ second: Int) -> SIMD2<Int32> {
    SIMD2(Int32(min(first, second)), Int32(max(first, second)))
  }

  /// Leaves out all but some actors, given ascending, and the lines that do not pass or lose an end.
  private mutating func keep(actors kept: [Int], where isIncluded: (Tie) -> Bool) {
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var positions: [Int: Int] = [:]
    var keptTies: [Tie] = []
    for (position, tie) in ties.enumerated() where isIncluded(tie) {
      guard let source = numbers[tie.source], let target = numbers[tie.target] else { continue }
      var tie = tie
      (tie.source, tie.target) = (source, target)
      positions[position] = keptTies.count
      keptTies.append(tie)
    }
    actors = kept.map { actors[$0] }
    ties = keptTies
    groups = groups.map { Group(name: $0.name, members: $0.members.compactMap { numbers[$0] }) }
      .filter { !$0.members.isEmpty }
    panels = panels.map { Panel(title: $0.title, ties: Set($0.ties.compactMap { positions[$0] })) }
    highlight = highlight.map {
      Highlight(
        name: $0.name, actors: Set($0.actors.compactMap { numbers[$0] }),
        ties: Set($0.ties.compactMap { positions[$0] }))
    }
    if case .places(let places, let graticule) = layout {
      layout = .places(kept.map { places[$0] }, graticule: graticule)
    }
  }

  /// One symbol a community of at least two actors, sized by its actors, and one line for all ties between two.
  private mutating func mergeCommunities(_ partition: Partition?, _ input: MeasureInput) {
    guard let partition else { return }
    let drawn = partition.sizes.prefix { $0 > 1 }.prefix(maximumActors)
    let largest = Double(drawn.first ?? 1)
    let roles = input.network.actors.roles
    let members = Dictionary(grouping: partition.labels.indices) { partition.labels[$0] }
    let merged = drawn.indices.map { community in
      let counts = Dictionary(grouping: members[community] ?? []) { roles[$0] }.mapValues(\.count)
      let known = counts.filter { !$0.key.isProtected }
      let leading = known.min { (-$0.value, $0.key.word) < (-$1.value, $1.key.word) }
      let isMost = leading.map { 2 * $0.value > drawn[community] } ?? false
      let words = counts.sorted { (-$0.value, $0.key.word) < (-$1.value, $1.key.word) }
        .map { "\($0.value) \($0.key.word)" }.joined(separator: ", ")
      return Actor(
        name: "Community \(community + 1): \(drawn[community])",
        role: isMost ? leading?.key ?? .unknown : .unknown, type: .unknown,
        size: Double(drawn[community]) / largest, labelPriority: Double(drawn[community]),
        colourClass: community, detail: words)
    }
    var sums: [SIMD2<Int32>: (strength: Double, graded: Double, confidence: Double)] = [:]
    for tie in ties {
      let (first, second) = (partition.labels[tie.source], partition.labels[tie.target])
      guard first != second, first < drawn.count, second < drawn.count else { continue }
      sums[NetworkMap.key(first, second), default: (0, 0, 0)].strength += tie.strength
      guard let confidence = tie.confidence else { continue }
      sums[NetworkMap.key(first, second)]?.graded += tie.strength
      sums[NetworkMap.key(first, second)]?.confidence += tie.strength * confidence
    }
    let left = input.graph.vertexCount - drawn.reduce(0, +)
    actors = Array(merged)
    ties = sums.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map { ends, sum in
      Tie(
        source: Int(ends.x), target: Int(ends.y), strength: sum.strength,
        confidence: sum.graded > 0 ? sum.confidence / sum.graded : nil)
    }
    measure = "actors of a community"
    largestMeasure = largest
    (groups, panels, highlight) = ([], [], nil)
    layout = .automatic
    if case .classes(let title, _) = colouring, title == "Community" {
      colouring = .classes(title: title, names: merged.map(\.name))
    } else {
      colouring = .role
    }
    notes.insert(
      "Communities in place of \(input.graph.vertexCount) actors: each symbol is a community of at least two, with the "
        + "role that most of its actors have; a line sums the ties between two, with the mean "
        + "confidence of those that are graded."
        + (left > 0 ? " \(left.counted("actor")) of others are not drawn." : ""), at: 0)
  }
}
