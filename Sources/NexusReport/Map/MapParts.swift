internal import Foundation
internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRendering
internal import NexusRisk

extension NetworkMap {
  /// Who is named: victims, witnesses and reporting parties never are.
  mutating func label(_ labels: MapOptions.Labels, _ network: Network) {
    func name(where isIncluded: (Int) -> Bool) {
      for actor in actors.indices where !network.actors.roles[actor].isProtected && isIncluded(actor) {
        actors[actor].labelPriority = actors[actor].size
      }
    }
    switch labels {
    case .none: maximumLabels = 0
    case .all:
      maximumLabels = actors.count
      name { _ in true }
    case .top(let count):
      maximumLabels = count
      name { _ in true }
    case .containing(let text):
      maximumLabels = actors.count
      name {
        network.actors.names[$0].localizedCaseInsensitiveContains(text)
          || network.actors.ids[$0].localizedCaseInsensitiveContains(text)
      }
    }
  }

  /// A shape behind each community of at least two actors, or each region.
  mutating func group(by groups: MapOptions.Groups, _ network: Network, _ partition: Partition?) {
    switch groups {
    case .community:
      guard let partition else { return }
      for community in 0..<partition.count where partition.sizes[community] > 1 {
        self.groups.append(
          Group(
            name: "Community \(community + 1)",
            members: partition.labels.indices.filter { partition.labels[$0] == community }))
      }
    case .region:
      // In the order of the classes of colour, so that shape and symbols of a region look alike.
      let regions = network.foremostRegions
      let members = Dictionary(grouping: regions.indices) { regions[$0] }
      let order = members.keys.compactMap { $0 }
        .sorted { (-(members[$0]?.count ?? 0), $0) < (-(members[$1]?.count ?? 0), $1) }
      for region in order { self.groups.append(Group(name: region.name, members: members[region] ?? [])) }
    }
  }

  /// One picture a crime, a relation or a period.
  mutating func layer(by layers: MapOptions.Layers, _ lines: [MapTie], _ network: Network) {
    var panels: [(title: String, ties: Set<Int>)] = []
    func add(_ title: String, _ isIncluded: (MapTie) -> Bool) {
      let members = Set(lines.indices.filter { isIncluded(lines[$0]) })
      if !members.isEmpty { panels.append((title, members)) }
    }
    switch layers {
    case .crime:
      let crimes = Set(lines.flatMap { $0.crimes(in: network) })
      for crime in crimes.sorted() { add(crime.word) { $0.crimes(in: network).contains(crime) } }
      add("No crime named") { $0.crimes(in: network).isEmpty }
    case .relation:
      let relations = Set(lines.flatMap { $0.relations(in: network) })
      for relation in relations.sorted() { add(relation) { $0.relations(in: network).contains(relation) } }
    case .period:
      let years = lines.flatMap { $0.years(in: network) }
      guard let first = years.min(), let last = years.max() else { break }
      let length = (last - first) / 6 + 1
      for start in stride(from: first, through: last, by: length) {
        let period = start...min(start + length - 1, last)
        add(period.count == 1 ? "\(start)" : "\(start)–\(period.upperBound)") { line in
          line.years(in: network).contains { period.contains($0) }
        }
      }
      add("Not dated") { $0.years(in: network).isEmpty }
    }
    let shown = panels.sorted { $0.ties.count > $1.ties.count }.prefix(NetworkMap.mostPanels)
    let kept = Set(shown.map(\.title))
    self.panels = panels.filter { kept.contains($0.title) }.map {
      Panel(title: "\($0.title) (\($0.ties.count.counted("line")))", ties: $0.ties)
    }
    if panels.count > kept.count {
      notes.append("\(panels.count - kept.count) more layers with fewer lines are not drawn.")
    }
  }

  static let mostPanels = 12

  /// Brings out the most reliable chain of ties between two actors.
  mutating func highlight(
    from source: ActorID, to target: ActorID, in network: Network, _ rule: ConfidenceRule
  ) throws {
    var options = EvidencePathOptions()
    options.rule = rule
    let findings = try PathsFindings(of: network, from: source, to: target, count: 1, options)
    let names = network.actors.names
    guard let chain = findings.connection.chains.first else {
      throw MapError.noPath(names[source.index], names[target.index])
    }
    let steps = Set(
      zip(chain.actors, chain.actors.dropFirst()).flatMap { first, second in
        [[first.index, second.index], [second.index, first.index]]
      })
    let onPath = ties.indices.filter {
      !ties[$0].isTransfer && steps.contains([ties[$0].source, ties[$0].target])
    }
    highlight = Highlight(
      name: "Path \(names[source.index]) – \(names[target.index])", actors: Set(chain.actors.map(\.index)),
      ties: Set(onPath))
    for actor in chain.actors where !network.actors.roles[actor.index].isProtected {
      // Those on the path are named first.
      actors[actor.index].labelPriority = 2 + actors[actor.index].size
    }
    maximumLabels = max(maximumLabels, chain.actors.count)
  }

  /// Puts actors at the middle of the country that they are most surely in.
  mutating func place(byCountryOf network: Network) throws {
    let places = network.foremostRegions.map { region in
      region.flatMap { CountryMiddles.middle(of: $0.code) }.map { MapPlace(x: $0.longitude, y: -$0.latitude) }
    }
    guard places.contains(where: { $0 != nil }) else { throw MapError.noRegions }
    layout = .places(places, graticule: true)
  }
}

extension MapTie {
  fileprivate func crimes(in network: Network) -> Set<Crime> {
    Set(items.flatMap { tie.isTransfer ? network.transfers[$0].crimes : network.ties[$0].crimes })
  }

  fileprivate func relations(in network: Network) -> Set<String> {
    tie.isTransfer ? ["transfer of money"] : Set(items.map { network.ties[$0].relation.word })
  }

  fileprivate func years(in network: Network) -> Set<Int> {
    Set(
      items.flatMap { item -> [Int] in
        if tie.isTransfer { return network.transfers[item].date.map { [$0.year] } ?? [] }
        guard let first = network.ties[item].first ?? network.ties[item].last else { return [] }
        return Array(first.year...max(first.year, (network.ties[item].last ?? first).year))
      })
  }
}
