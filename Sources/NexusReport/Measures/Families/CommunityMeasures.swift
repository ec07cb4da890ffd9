internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let communities = MeasureFamily(
    "groups", "Communities",
    [
      Measure("community", "Leiden, modularity on strengths, numbered from 1 by size"),
      Measure("participation", "1 − Σ (k_s/k)² over communities, k = strengths without directions"),
      Measure("within_community_z", "strength into its own community, in standard deviations from its mean"),
      Measure("community_directed", "Leiden by directed modularity (Leicht–Newman 2008)"),
      Measure("community_louvain", "Louvain (Blondel 2008)"),
      Measure("community_labels", "label propagation (Raghavan 2007)"),
      Measure("community_infomap", "Infomap: the map equation of a random walk (Rosvall–Bergstrom 2008)"),
      Measure("community_spectral", "leading vectors of the modularity matrix (Newman 2006)"),
      Measure("modularity", of: .network, "Q of the communities, γ = --resolution"),
      Measure(
        "community_structure", of: .table, cost: .draws,
        "whether the communities are more than chance (networks of the same degrees), and how stable over seeds"
      ),
    ]
  ) { input, names in
    let needed = names.intersection(["community", "participation", "within_community_z", "modularity"])
    let options = input.options
    var generator = SeededGenerator(seed: options.seed)
    var leiden = LeidenOptions(quality: .modularity, resolution: options.resolution)
    leiden.threads = options.threads
    let partition = try needed.isEmpty ? nil : input.skeleton.leiden(leiden, using: &generator)
    return try names.map { name in
      if let partition, needed.contains(name) {
        switch name {
        case "community": return .communities(name, partition)
        case "participation":
          return MeasureResult(name, .actors(input.skeleton.participation(in: partition).values))
        case "within_community_z":
          return MeasureResult(name, .actors(input.skeleton.withinModuleDegree(in: partition).values))
        default:
          return .network(
            name, input.skeleton.modularity(of: partition, resolution: options.resolution))
        }
      }
      var generator = SeededGenerator(seed: options.seed)
      switch name {
      case "community_directed":
        var directed = leiden
        directed.directions = .kept
        return .communities(name, try input.graph.leiden(directed, using: &generator))
      case "community_louvain":
        return .communities(name, try input.skeleton.louvain(leiden, using: &generator))
      case "community_labels":
        return .communities(name, try input.skeleton.labelPropagation(using: &generator))
      case "community_infomap": return .communities(name, try input.graph.infomap(using: &generator))
      case "community_spectral":
        var spectral = SpectralCommunitiesOptions()
        spectral.resolution = options.resolution
        return .communities(name, try input.skeleton.spectralCommunities(spectral))
      default: return MeasureResult(name, .table(try structure(input)))
      }
    }
  }

  private static func structure(_ input: MeasureInput) throws -> Table {
    var options = CommunityOptions()
    (options.resolution, options.seed) = (input.options.resolution, input.options.seed)
    options.threads = input.options.threads
    options.significance = .rewirings(min(200, input.options.permutations))
    let found = try input.skeleton.communityStructure(options)
    var table = Table("community_structure", columns: ["figure", "value"])
    table.append([.text("communities"), .whole(found.partition.count)])
    table.append([.text("modularity"), .real(found.modularity)])
    table.append([.text("stability (mean adjusted Rand index)"), .real(found.stability)])
    table.append([.text("runs compared"), .whole(found.runs)])
    table.append([.text("communities of the consensus"), .whole(found.consensus.partition.count)])
    if let significance = found.significance {
      table.append([.text("verdict"), .text("\(significance.verdict)")])
      table.append([.text("p"), .real(significance.pValue)])
      table.append([.text("z"), .real(significance.zScore)])
      table.append([.text("modularity of networks with the same degrees"), .real(significance.rewiredMean)])
      table.append([.text("its standard deviation"), .real(significance.rewiredDeviation)])
      table.append([.text("rewired networks"), .whole(significance.rewirings)])
    }
    return table
  }
}

extension MeasureResult {
  fileprivate static func communities(_ name: String, _ partition: Partition) -> MeasureResult {
    .actors(name, partition.labels.map { $0 + 1 })
  }
}
