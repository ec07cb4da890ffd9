import Foundation
import NexusAlgorithms
import NexusGraph
import NexusInterchange
import NexusModel

extension BenchmarkTask {
  /// All tasks. A new one is one entry here, and a function of the same name in each of `peers/` that can do it.
  static let all: [BenchmarkTask] = [
    BenchmarkTask(
      name: "csv-to-graph", graphs: [.recursiveMatrix20],
      quickGraphs: [.recursiveMatrix14],
      start: .table, agreement: .values(within: 0), target: .leaner(time: 3, memory: 2)
    ) { input in
      let list = try EdgeListReader().read(input.table.path)
      return list.graph.degrees().values.map(Double.init).sorted()
    },
    BenchmarkTask(
      name: "csv-to-network", graphs: [.recursiveMatrix20], quickGraphs: [.recursiveMatrix14],
      start: .table, agreement: .values(within: 0), target: .slowerThan("plain C", 3)
    ) { input in
      let network = try DatasetReader().read(input.table.path).network
      var degrees = [Double](repeating: 0, count: network.actors.count)
      for tie in network.ties {
        degrees[tie.source.index] += 1
        degrees[tie.target.index] += 1
      }
      return degrees.sorted()
    },
    BenchmarkTask(
      name: "weak-components", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .partition, target: .faster(1.5)
    ) { $0.graph.weakComponents().labels.map(Double.init) },
    BenchmarkTask(
      name: "strong-components", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      kind: .directed,
      agreement: .partition, target: .faster(1.5)
    ) { $0.graph.strongComponents().values.map(Double.init) },
    BenchmarkTask(
      name: "core-numbers", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .values(within: 0), target: .faster(1.5)
    ) { $0.graph.coreness().values.map(Double.init) },
    BenchmarkTask(
      name: "clustering", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .values(within: 1e-9), target: .faster(1.5)
    ) { $0.graph.clustering().local.values },
    BenchmarkTask(
      name: "pagerank", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .values(within: 1e-9), target: .faster(1.5)
    ) { try $0.graph.pageRank().values },
    BenchmarkTask(
      name: "eigenvector", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .proportions(within: 1e-9), target: .faster(1.5)
    ) { try $0.graph.eigenvectorCentrality()?.values ?? [] },
    BenchmarkTask(
      name: "katz", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .proportions(within: 1e-9), target: .faster(1.5)
    ) { try $0.graph.katzCentrality(KatzOptions(attenuation: .fixed($0.attenuation))).values },
    BenchmarkTask(
      name: "betweenness", graphs: [.blockModel, .preferentialAttachment], quickGraphs: [.blockModel],
      agreement: .values(within: 1e-9), target: .faster(3)
    ) { $0.graph.betweenness(paths(.exact)).values },
    BenchmarkTask(
      name: "betweenness-256", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .timesOnly, target: .faster(3)
    ) { $0.graph.betweenness(paths(.pivots(256))).values },
    BenchmarkTask(
      name: "closeness", graphs: [.preferentialAttachment], quickGraphs: [.blockModel],
      agreement: .values(within: 1e-9), target: .faster(20)
    ) { $0.graph.pathCentralities(paths(.pivots(1))).closeness.values },
    BenchmarkTask(
      name: "harmonic", graphs: [.preferentialAttachment], quickGraphs: [.blockModel],
      agreement: .values(within: 1e-9), target: .faster(20)
    ) { $0.graph.pathCentralities(paths(.pivots(1))).harmonic.values },
    BenchmarkTask(
      name: "leiden", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .score(within: 0.001), target: .faster(1)
    ) { input in
      var generator = SeededGenerator(seed: input.seed)
      let partition = try input.graph.leiden(using: &generator)
      return [input.graph.modularity(of: partition) ?? 0]
    },
    BenchmarkTask(
      name: "louvain", graphs: [.recursiveMatrix17], quickGraphs: [.recursiveMatrix14],
      agreement: .score(within: 0.001), target: .faster(1)
    ) { input in
      var generator = SeededGenerator(seed: input.seed)
      return [input.graph.modularity(of: try input.graph.louvain(using: &generator)) ?? 0]
    },
    BenchmarkTask(
      name: "subgraph-centrality", graphs: [.blockModel, .blockModel3000], quickGraphs: [.blockModel],
      agreement: .values(within: 1e-8), target: .fasterThan("scipy", 1)
    ) { try $0.graph.subgraphCentrality().values },
    BenchmarkTask(
      name: "communicability", graphs: [.blockModel, .blockModel3000], quickGraphs: [.blockModel],
      agreement: .values(within: 1e-8), target: .fasterThan("networkx", 20)
    ) { input in
      let matrix = try input.graph.communicability()
      return input.graph.vertices.flatMap { matrix.row($0).values }
    },
    BenchmarkTask(
      name: "current-flow-betweenness", graphs: [.blockModel, .blockModel3000], quickGraphs: [.blockModel],
      agreement: .values(within: 1e-8), target: .fasterThan("networkx", 20)
    ) { try $0.graph.currentFlowBetweenness().values },
  ]

  /// One pivot where betweenness is not asked for: distances are exact in any case.
  private static func paths(_ precision: PathPrecision) -> PathOptions {
    var options = PathOptions()
    options.precision = precision
    options.threads = 2
    return options
  }
}
