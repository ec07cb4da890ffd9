internal import NexusGraph
internal import NexusModel
internal import NexusRendering

extension Analysis {
  /// `matrix.svg`: who is tied to whom, in the order of communities.
  var matrixPicture: AdjacencyMatrix {
    let actors = (0..<network.actors.count).map { actor in
      AdjacencyMatrix.Actor(
        name: network.actors.names[actor], role: network.actors.roles[actor],
        type: network.actors.types[actor],
        community: measures.community[actor])
    }
    let edges = graph.edges.map {
      AdjacencyMatrix.Edge(source: $0.source.index, target: $0.target.index, strength: $0.strength)
    }
    return AdjacencyMatrix(
      title: "Ties by community: \(network.name)",
      heading: "Edges of the simple view, \(graph.isDirected ? "directed" : "undirected"), as a matrix",
      direction: graph.isDirected ? .rowToColumn : .mirrored, actors: actors, edges: edges,
      notes: [
        "Source: the rows of \(network.name). Parallel ties are one edge whose strength is their sum, and a transfer "
          + "has strength 1. An empty cell says that no tie was recorded."
      ] + (part.filter.isEmpty ? [] : [part.sentence]))
  }
}
