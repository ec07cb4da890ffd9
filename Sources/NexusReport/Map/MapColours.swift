internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRendering

extension NetworkMap {
  mutating func colour(
    by colour: MapOptions.Colour, _ input: MeasureInput, _ partition: Partition?
  ) throws {
    switch colour {
    case .role: break
    case .community:
      guard let partition else { return }
      setClasses("Community", of: partition.labels.map { $0 }) { "\($0 + 1)" }
    case .region:
      setClasses("Region", of: input.network.foremostRegions, ordered: true) { $0.name }
      notes.append("An actor in several regions has the colour of the surest one.")
    case .crime:
      setClasses("Crime", of: input.network.foremostCrimes, ordered: true) { $0.word }
      notes.append("An actor with several crimes has the colour of the one with the most rows.")
    case .measure(let name): setSteps(try MapMeasure(name, of: input))
    }
  }

  /// The most frequent classes come first; of equals, the first in order.
  private mutating func setClasses<Class: Hashable & Comparable>(
    _ title: String, of classes: [Class?], ordered: Bool = false, name: (Class) -> String
  ) {
    var counts: [Class: Int] = [:]
    for case let value? in classes { counts[value, default: 0] += 1 }
    let order = counts.keys.sorted { (-counts[$0, default: 0], $0) < (-counts[$1, default: 0], $1) }
    let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    colouring = .classes(title: title, names: order.map(name))
    for actor in actors.indices { actors[actor].colourClass = classes[actor].flatMap { numbers[$0] } }
  }

  /// Five classes of about as many actors each; equal values share one.
  private mutating func setSteps(_ measure: MapMeasure) {
    let defined = measure.values.compactMap { $0 }.sorted()
    guard let least = defined.first, let most = defined.last else {
      colouring = .steps(title: measure.title, names: [])
      return
    }
    var borders: [Double] = []
    for step in 1..<5 {
      let border = defined[defined.count * step / 5]
      if border > borders.last ?? least { borders.append(border) }
    }
    let lows = [least] + borders
    colouring = .steps(
      title: measure.title,
      names: lows.indices.map { step in
        let high = step + 1 < lows.count ? "below \(MapText.short(lows[step + 1]))" : MapText.short(most)
        return "\(MapText.short(lows[step])) to \(high)"
      })
    for actor in actors.indices {
      actors[actor].colourClass = measure.values[actor].map { value in borders.count { $0 <= value } }
    }
  }
}

/// Numbers in legends.
enum MapText {
  static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e6
      ? "\(Int(value))" : value.formatted(decimals: abs(value) < 0.01 ? 5 : 3)
  }
}

extension Network {
  /// Of each actor the region that it is most surely in; of equals the first in order. Nil: none is known.
  var foremostRegions: [Region?] {
    let rule = ConfidenceRule.structural(halfLife: nil, asOf: nil)
    var best = [(region: Region, confidence: Double)?](repeating: nil, count: actors.count)
    for presence in actors.presences {
      let confidence = rule.support(presence.evidence)
      let current = best[presence.actor.index]
      if current == nil
        || (-confidence, presence.region) < (-(current?.confidence ?? 0), current?.region ?? presence.region)
      {
        best[presence.actor.index] = (presence.region, confidence)
      }
    }
    return best.map { $0?.region }
  }

  /// Of each actor the crime that most rows of it name; of equals the first in order. Nil: none is named.
  var foremostCrimes: [Crime?] {
    var counts = [[Crime: Int]](repeating: [:], count: actors.count)
    for claim in actors.crimes { counts[claim.actor.index][claim.crime, default: 0] += 1 }
    for tie in ties where tie.strength > 0 {
      for crime in tie.crimes {
        for end in [tie.source, tie.target] { counts[end.index][crime, default: 0] += tie.evidence.count }
      }
    }
    for transfer in transfers where transfer.stands {
      for crime in transfer.crimes {
        for end in [transfer.payer, transfer.payee] { counts[end.index][crime, default: 0] += 1 }
      }
    }
    return counts.map { counts in counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key }
  }
}
