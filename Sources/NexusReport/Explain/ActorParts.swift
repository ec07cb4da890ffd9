internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// What the value of a measure is made of, where it is a sum over neighbours, communities or paths.
struct ActorParts {
  let network: Network
  let values: ActorValues

  /// Nil for a measure that belongs to the network as a whole.
  func parts(of measure: ActorMeasure) -> (parts: [Explanation.Part], note: String)? {
    let graph = network.graph(kind: values.kind)
    let skeleton = graph.undirectedSum()
    switch measure {
    case .degree: return (each(skeleton.outgoing) { _ in 1 }, "one for each neighbour")
    case .inDegree: return (each(graph.incoming) { _ in 1 }, "one for each neighbour that a tie comes from")
    case .outDegree: return (each(graph.outgoing) { _ in 1 }, "one for each neighbour that a tie goes to")
    case .strength: return (each(skeleton.outgoing) { $0 }, "the strength of the ties to each neighbour")
    case .brokerage: return (twoPaths, "each path organised crime – actor – terrorist with its probability")
    case .participation: return participation(skeleton)
    case .pageRank: return pageRank(graph)
    default: return nil
    }
  }

  private var actor: Int { values.actor.index }
  private func id(_ vertex: Int32) -> String { network.actors.ids[Int(vertex)] }

  /// Parts by falling size, equal ones in the order of the actors.
  private func sorted(_ parts: [Explanation.Part]) -> [Explanation.Part] {
    parts.enumerated().sorted { (-abs($0.element.value), $0.offset) < (-abs($1.element.value), $1.offset) }
      .map(\.element)
  }

  private func each(_ adjacency: Adjacency, _ value: (Double) -> Double) -> [Explanation.Part] {
    sorted(
      adjacency.row(actor).map {
        Explanation.Part(id(adjacency.targets[$0]), value(adjacency.strengths[$0]))
      })
  }

  /// p_ci · p_it of every organised-crime neighbour c and terrorist neighbour t, from the confidences of their ties.
  private var twoPaths: [Explanation.Part] {
    var absence: [Int: Double] = [:]
    for tie in network.ties where tie.source.index == actor || tie.target.index == actor {
      let other = tie.source.index == actor ? tie.target.index : tie.source.index
      guard other != actor else { continue }
      absence[other, default: 1] *= 1 - values.scoring.confidence(of: network.evidence(of: tie))
    }
    let others = absence.keys.sorted()
    let crime = others.filter { network.actors.roles[$0] == .organisedCrime }
    let terror = others.filter { network.actors.roles[$0] == .terrorist }
    return sorted(
      crime.flatMap { c in
        terror.map { t in
          Explanation.Part(
            "\(network.actors.ids[c]) – \(network.actors.ids[actor]) – \(network.actors.ids[t])",
            (1 - (absence[c] ?? 1)) * (1 - (absence[t] ?? 1)))
        }
      }.filter { $0.value > 0 })
  }

  private func participation(_ skeleton: Graph) -> (parts: [Explanation.Part], note: String)? {
    guard let partition = values.partition else { return nil }
    let row = skeleton.outgoing.row(actor)
    guard !row.isEmpty else { return nil }
    var strengths: [Int: Double] = [:]
    for arc in row {
      strengths[partition.labels[Int(skeleton.outgoing.targets[arc])], default: 0] +=
        skeleton.outgoing.strengths[arc]
    }
    let total = strengths.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    let shares = strengths.sorted { $0.key < $1.key }.map { community, strength in
      Explanation.Part("community \(community + 1)", -(strength / total) * (strength / total))
    }
    return (
      [Explanation.Part("all ties", 1)] + sorted(shares), "1, less the squared share of each community"
    )
  }

  private func pageRank(_ graph: Graph) -> (parts: [Explanation.Part], note: String)? {
    let options = PageRankOptions()
    guard let ranks = SpectralMeasures.one(of: graph, eigenvector: false) else { return nil }
    let sums = graph.outgoing.rowSums()
    let count = Double(graph.vertexCount)
    let dangling = ranks.indices.filter { sums[$0] == 0 }.reduce(0) { $0 + ranks[$1] }
    let drawn = graph.incoming.row(actor).map { arc in
      let source = graph.incoming.targets[arc]
      return Explanation.Part(
        id(source),
        options.damping * ranks[Int(source)] * graph.incoming.strengths[arc] / sums[Int(source)])
    }
    let base = [
      Explanation.Part("every actor's share", (1 - options.damping) / count),
      Explanation.Part("from actors without a way out", options.damping * dangling / count),
    ]
    return (base.filter { $0.value > 0 } + sorted(drawn), "what each neighbour passes on, within 1e-12")
  }
}
