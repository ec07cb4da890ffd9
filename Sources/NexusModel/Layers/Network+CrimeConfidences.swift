public import NexusGraph

extension Network {
  /// How sure it is that each actor takes part in each kind of crime.
  ///
  ///     c(i,k) = 1 − Π (1 − c)      over what rows say of the actor, and over its ties and transfers of crime k
  ///
  /// What rows say of the actor itself is one item of confidence by the rule; a tie or transfer gives a crime to ends of
  /// role terrorist, organised crime or facilitator only. Protected actors have none, nor do links with one of them
  /// give any.
  /// - Parameter rule: how evidence becomes confidence.
  /// - Returns: by actor the crimes with a confidence above 0, ascending by word. Sharing an actor out over its crimes in
  ///   proportion to these makes a mixing matrix of crimes in which each tie counts once.
  /// - Complexity: O(links + claims · log claims).
  public func crimeConfidences(
    _ rule: ConfidenceRule
  ) -> VertexMap<[(group: Crime, confidence: Double)]> {
    var missing = [[Crime: Double]](repeating: [:], count: actors.count)
    func add(_ confidence: Double, of crime: Crime, to actor: ActorID) {
      guard confidence > 0 else { return }
      missing[actor.index][crime, default: 1] *= 1 - confidence
    }
    func add(_ crimes: [Crime], _ confidence: Double, to ends: [ActorID]) {
      guard ends[0] != ends[1], !ends.contains(where: { actors.roles[$0.index].isProtected }) else { return }
      for actor in ends where actors.roles[actor.index].actorWeight > 0 {
        for crime in Set(crimes) { add(confidence, of: crime, to: actor) }
      }
    }
    let claims = Dictionary(grouping: actors.crimes) { ActorCrime(actor: $0.actor, crime: $0.crime) }
    for (subject, items) in claims where !actors.roles[subject.actor.index].isProtected {
      add(rule.confidence(of: items.map(\.evidence)), of: subject.crime, to: subject.actor)
    }
    for tie in ties where !tie.crimes.isEmpty {
      add(tie.crimes, rule.confidence(of: evidence(of: tie)), to: [tie.source, tie.target])
    }
    for transfer in transfers where !transfer.crimes.isEmpty && transfer.stands {
      add(transfer.crimes, rule.support(transfer.evidence), to: [transfer.payer, transfer.payee])
    }
    return VertexMap(
      missing.map { crimes in
        crimes.sorted { $0.key < $1.key }.map { (group: $0.key, confidence: 1 - $0.value) }
      })
  }
}

/// An actor and one of its crimes.
private struct ActorCrime: Hashable {
  let actor: ActorID
  let crime: Crime
}
