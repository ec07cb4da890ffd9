public import NexusGraph
public import NexusModel

/// How much of what a terrorist actor received, as recorded, rows tie to a kind of crime.
///
/// A share of the observed inflow, not of the actor's means: what was never recorded is in neither number. Payments of
/// victims, witnesses and reporting parties are left out, and counted.
public struct FundingDependency: Sendable {
  public let actor: ActorID
  /// What was received from payers of no protected role.
  public let received: Double
  public let transfers: Int
  /// The part of each crime, by falling amount. A transfer of several crimes counts under each.
  public let crimes: [(crime: Crime, amount: Double, share: Double?)]
  /// The part of rows that name a crime other than ``terroristOffences``, each once. Those say what the money is for,
  /// not where it comes from.
  public let fromCrime: Double
  /// The part that actors of organised crime paid.
  public let fromOrganisedCrime: Double
  /// Transfers of protected payers that are left out.
  public let protectedTransfers: Int

  /// What the vocabulary of crimes has besides crimes that bring in money.
  public static let terroristOffences: Set<Crime> = Set(
    ["attack", "recruitment", "training", "propaganda", "incitement", "terrorist-financing", "travel"]
      .map { Crime(folding: $0) })

  /// Of ``received``; nil where that is 0.
  public var crimeShare: Double? { received > 0 ? fromCrime / received : nil }
  public var organisedCrimeShare: Double? { received > 0 ? fromOrganisedCrime / received : nil }

  static func all(of network: Network, _ inflows: Inflows) -> [FundingDependency] {
    let terrorists = network.actors.roles.indices.filter { network.actors.roles[$0] == .terrorist }
    let dependencies = terrorists.compactMap { actor -> FundingDependency? in
      let entries = inflows.entries(to: actor)
      guard !entries.isEmpty || inflows.protectedCounts[actor] > 0 else { return nil }
      var (received, fromCrime, fromOrganised) = (AmountSum(), AmountSum(), AmountSum())
      var byCrime: [Crime: AmountSum] = [:]
      for entry in entries {
        let transfer = network.transfers[Int(entry.position)]
        received.add(entry.amount)
        if transfer.crimes.contains(where: { !terroristOffences.contains($0) }) {
          fromCrime.add(entry.amount)
        }
        if network.actors.roles[transfer.payer.index] == .organisedCrime { fromOrganised.add(entry.amount) }
        for crime in transfer.crimes { byCrime[crime, default: AmountSum()].add(entry.amount) }
      }
      let whole = received.value
      return FundingDependency(
        actor: ActorID(actor), received: whole, transfers: entries.count,
        crimes: byCrime.map {
          (crime: $0.key, amount: $0.value.value, share: whole > 0 ? $0.value.value / whole : nil)
        }.sorted { ($1.amount, $0.crime) < ($0.amount, $1.crime) },
        fromCrime: fromCrime.value, fromOrganisedCrime: fromOrganised.value,
        protectedTransfers: inflows.protectedCounts[actor])
    }
    return dependencies.sorted { ($1.received, $0.actor) < ($0.received, $1.actor) }
  }
}
