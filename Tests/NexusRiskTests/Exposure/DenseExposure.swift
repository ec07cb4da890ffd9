import Foundation
import NexusGraph
import NexusModel

/// The raw indicators and the items of a region, written down from their definitions without any thought of
/// speed: the reference that the fast way is compared with.
struct DenseExposure {
  let network: Network
  let rule: ConfidenceRule
  let asOf: Instant

  var actors: [ActorID] { (0..<network.actors.count).map { ActorID($0) } }
  func role(_ actor: ActorID) -> Role { network.actors.roles[actor.index] }
  func isFree(_ actor: ActorID) -> Bool { !role(actor).isProtected }
  func isParty(_ actor: ActorID) -> Bool { role(actor).actorWeight > 0 }

  func contains(_ outer: Region, _ inner: Region) -> Bool {
    inner == outer || inner.ancestors.contains(outer)
  }

  var ties: [Tie] {
    network.ties.filter { isFree($0.source) && isFree($0.target) && confidence($0) > 0 }
  }
  var transfers: [Transfer] {
    network.transfers.filter { isFree($0.payer) && isFree($0.payee) && confidence($0) > 0 }
  }
  func confidence(_ tie: Tie) -> Double { rule.confidence(of: network.evidence(of: tie)) }
  func confidence(_ transfer: Transfer) -> Double { rule.confidence(of: [transfer.evidence]) }

  /// a_iR
  func presence(_ actor: ActorID, _ region: Region) -> Double {
    guard isFree(actor) else { return 0 }
    let items = network.actors.presences.filter { $0.actor == actor && contains(region, $0.region) }
    return 1
      - Set(items.map(\.region)).sorted().reduce(1) { product, inner in
        product * (1 - rule.confidence(of: items.filter { $0.region == inner }.map(\.evidence)))
      }
  }

  /// c_ik
  func crime(_ actor: ActorID, _ crime: Crime) -> Double {
    guard isFree(actor) else { return 0 }
    let own = network.actors.crimes.filter { $0.actor == actor && $0.crime == crime }.map(\.evidence)
    var absent = 1 - rule.confidence(of: own)
    guard isParty(actor) else { return 1 - absent }
    for tie in ties where tie.crimes.contains(crime) && (tie.source == actor || tie.target == actor) {
      absent *= 1 - confidence(tie)
    }
    for transfer in transfers
    where transfer.crimes.contains(crime) && (transfer.payer == actor || transfer.payee == actor) {
      absent *= 1 - confidence(transfer)
    }
    return 1 - absent
  }

  /// p_ij
  func pair(_ first: ActorID, _ second: ActorID) -> Double {
    1
      - ties.filter { Set([$0.source, $0.target]) == Set([first, second]) }
      .reduce(1) { $0 * (1 - confidence($1)) }
  }

  /// b_i
  func brokerage(_ actor: ActorID) -> Double {
    var sum = 0.0
    for crime in actors where role(crime) == .organisedCrime && crime != actor {
      for terror in actors where role(terror) == .terrorist && terror != actor {
        sum += pair(crime, actor) * pair(actor, terror)
      }
    }
    return isFree(actor) ? sum : 0
  }

  func weight(_ actor: ActorID, _ rowRegions: [Region], _ region: Region) -> Double {
    rowRegions.isEmpty ? presence(actor, region) : rowRegions.contains { contains(region, $0) } ? 1 : 0
  }

  func ends(_ tie: Tie, _ region: Region) -> (Double, Double) {
    (weight(tie.source, tie.sourceRegions, region), weight(tie.target, tie.targetRegions, region))
  }
  func ends(_ transfer: Transfer, _ region: Region) -> (Double, Double) {
    (
      weight(transfer.payer, [transfer.payerRegion].compactMap { $0 }, region),
      weight(transfer.payee, [transfer.payeeRegion].compactMap { $0 }, region)
    )
  }
  func touch(_ ends: (Double, Double)) -> Double { 1 - (1 - ends.0) * (1 - ends.1) }

  func isCross(_ tie: Tie) -> Bool {
    Set([role(tie.source), role(tie.target)]) == [.organisedCrime, .terrorist]
  }
  func crossTouch(_ tie: Tie, _ region: Region) -> Double {
    tie.places.isEmpty ? touch(ends(tie, region)) : tie.places.contains { contains(region, $0) } ? 1 : 0
  }

  /// 1 in the latest window, 0 in the one before it, nil elsewhere.
  func window(_ date: Instant?) -> Int? {
    guard let date, date <= asOf, date > asOf.yearsEarlier(4) else { return nil }
    return date > asOf.yearsEarlier(2) ? 1 : 0
  }

  var crimes: [Crime] {
    let own = network.actors.crimes.map(\.crime)
    return Set(own + network.ties.flatMap(\.crimes) + network.transfers.flatMap(\.crimes)).sorted()
  }

  /// The seven raw indicators in their order; amounts are of one currency.
  func raw(_ region: Region) -> [Double] {
    var types = 0.0
    for crime in crimes {
      var absent = 1.0
      for actor in actors { absent *= 1 - presence(actor, region) * self.crime(actor, crime) }
      for transfer in transfers where transfer.crimes.contains(crime) {
        absent *= 1 - confidence(transfer) * touch(ends(transfer, region))
      }
      types += 1 - absent
    }
    var counts = [0.0, 0.0]
    for tie in ties {
      if let window = window(tie.first) { counts[window] += confidence(tie) * touch(ends(tie, region)) }
    }
    for transfer in transfers {
      if let window = window(transfer.date) {
        counts[window] += confidence(transfer) * touch(ends(transfer, region))
      }
    }
    var transit = 0.0
    for group in crimes.map(Optional.some) + [nil] {
      var (incoming, outgoing) = (0.0, 0.0)
      for transfer in transfers where group.map(transfer.crimes.contains) ?? transfer.crimes.isEmpty {
        let (payer, payee) = ends(transfer, region)
        incoming += confidence(transfer) * transfer.amount * payee * (1 - payer)
        outgoing += confidence(transfer) * transfer.amount * payer * (1 - payee)
      }
      transit += min(incoming, outgoing)
    }
    let through = transfers.reduce(0) { $0 + confidence($1) * $1.amount * touch(ends($1, region)) }
    return [
      actors.reduce(0) { $0 + role($1).actorWeight * presence($1, region) }, types,
      max(0, (counts[1] - counts[0]) / (counts[1] + counts[0] + 2)),
      ties.filter(isCross).reduce(0) { $0 + confidence($1) * crossTouch($1, region) },
      actors.reduce(0) { $0 + presence($1, region) * brokerage($1) }, log10(1 + through / 10_000),
      log10(1 + transit / 10_000),
    ]
  }

  /// The supporting items with a positive weight in an indicator of the region.
  func items(_ region: Region) -> [Evidence] {
    func supports(_ item: Evidence) -> Bool { item.stance == .supports && rule.support(item) > 0 }
    var items: [Evidence] = []
    var locating: Set<ActorID> = []
    for tie in ties {
      let inWindow = window(tie.first) != nil
      if inWindow || (isCross(tie) && tie.places.isEmpty) {
        if tie.sourceRegions.isEmpty { locating.insert(tie.source) }
        if tie.targetRegions.isEmpty { locating.insert(tie.target) }
      }
      let throughEnds = [(tie.source, tie.target), (tie.target, tie.source)].contains { end, other in
        let isStep = brokerage(end) > 0 && (role(other) == .terrorist || role(other) == .organisedCrime)
        return presence(end, region) > 0 && (isStep || (isParty(end) && !tie.crimes.isEmpty))
      }
      if throughEnds || (isCross(tie) && crossTouch(tie, region) > 0)
        || (inWindow && touch(ends(tie, region)) > 0)
      {
        items += network.evidence(of: tie)
      }
    }
    for transfer in transfers {
      if transfer.payerRegion == nil { locating.insert(transfer.payer) }
      if transfer.payeeRegion == nil { locating.insert(transfer.payee) }
      let byCrime =
        !transfer.crimes.isEmpty
        && [transfer.payer, transfer.payee].contains {
          isParty($0) && presence($0, region) > 0
        }
      if byCrime || touch(ends(transfer, region)) > 0 { items.append(transfer.evidence) }
    }
    for presence in network.actors.presences where contains(region, presence.region) {
      let actor = presence.actor
      let hasCrime = crimes.contains { crime(actor, $0) > 0 }
      let counts = isParty(actor) || hasCrime || brokerage(actor) > 0 || locating.contains(actor)
      if counts, self.presence(actor, region) > 0 { items.append(presence.evidence) }
    }
    for claim in network.actors.crimes where crime(claim.actor, claim.crime) > 0 {
      if presence(claim.actor, region) > 0 { items.append(claim.evidence) }
    }
    return items.filter(supports)
  }
}
