internal import NexusGraph
internal import NexusModel
internal import NexusRendering
internal import NexusRisk

extension Analysis {
  /// `continuum.svg`: actors between crime and terrorism; nil when no row counts acts or motives.
  var continuumPlane: ContinuumPlane? {
    continuum.actors.isEmpty ? nil : continuum.plane(of: network)
  }
}

extension LinksFindings {
  /// The picture of the actors on the continuum.
  ///
  /// - Throws: ``RenderingError`` when it cannot be drawn.
  public func continuumPicture() throws -> String { try continuum.plane(of: network).svg() }
}

extension ActorContinuum {
  /// Those with the most observations are named first.
  func plane(of network: Network) -> ContinuumPlane {
    let order = actors.indices.sorted { (-weight(actors[$0]), $0) < (-weight(actors[$1]), $1) }
    return ContinuumPlane(
      title: "The continuum: \(network.name)",
      notes: [
        "A position is 2 E[θ] − 1 with θ ~ Beta(terror + ½, crime + ½); the counts of a row are worth its confidence. "
          + "Mixed is 0.35 ≤ θ ≤ 0.65. These are conventions of nexus."
      ],
      actors: order.map { index in
        let position = actors[index]
        return ContinuumPlane.Actor(
          name: network.actors.names[position.actor.index], label: position.tendency.rawValue,
          isSufficient: position.label != .insufficient, method: position.method.position,
          methodInterval: position.method.positions, motive: position.motive.position,
          motiveInterval: position.motive.positions, detail: detail(of: position, network))
      })
  }

  private func weight(_ position: ContinuumPosition) -> Double {
    position.method.count + position.motive.count
  }

  private func detail(of position: ContinuumPosition, _ network: Network) -> String {
    func sides(_ axis: ContinuumAxis) -> String {
      "\(axis.terror.formatted(decimals: 1)) terror, \(axis.crime.formatted(decimals: 1)) crime"
    }
    let rows = position.rows.prefix(4).map { network.rows[$0] }.joined(separator: ", ")
    return "\(position.label.rawValue). Method \(sides(position.method)); motive \(sides(position.motive)); "
      + "\(position.origins.counted("origin")). Rows: \(rows)\(position.rows.count > 4 ? " and more" : "")."
  }
}
