extension DrawPlan {
  /// O(links · regions they touch + presences · crimes of an actor).
  init(_ model: ExposureModel) {
    let layout = ExposureLayout(model)
    let claims = PresenceSlots(model)
    let crimes = CrimeSlots(model)
    var cells = CellNumbers()
    var crimePresences: [CrimePresence] = []
    for actor in model.parties.indices {
      for crime in crimes.slots(of: actor) {
        for presence in claims.slots(of: actor) {
          crimePresences.append(
            CrimePresence(
              presence: presence, crime: crime,
              cell: cells[claims.regions[Int(presence)], crimes.crimes[Int(crime)]]))
        }
      }
    }

    let touches = LinkTouches(model, layout, claims)
    var crimeTransfers: [(touch: Int32, cell: Int32)] = []
    var transits: [(touch: Int32, cell: Int32)] = []
    var transitCells = CellNumbers()
    for (position, touch) in touches.flows.enumerated() {
      let crimes = model.transfers[Int(touch.link) - model.ties.count].crimes
      for crime in crimes { crimeTransfers.append((Int32(position), cells[touch.region, crime])) }
      for group in crimes.isEmpty ? [-1] : crimes {
        transits.append((Int32(position), transitCells[touch.region, group]))
      }
    }
    let pairs = BrokerPairs(model, claims)

    self.model = model
    regionCount = model.containers.count
    presenceThresholds = model.presences.map { EvidenceWord.threshold($0.confidence) }
    crimeThresholds = model.crimes.map { EvidenceWord.threshold($0.confidence) }
    tieThresholds = model.ties.map { EvidenceWord.threshold($0.confidence) }
    transferThresholds = model.transfers.map { EvidenceWord.threshold($0.confidence) }
    presences = claims.lists
    presenceRegions = claims.regions
    let weights = model.parties.map(\.weight)
    fullActors = model.parties.indices.filter { weights[$0] == 1 }.flatMap(claims.slots)
    halfActors = model.parties.indices.filter { weights[$0] == 0.5 }.flatMap(claims.slots)
    crimeTies = crimes.lists
    self.crimePresences = crimePresences
    self.crimeTransfers = crimeTransfers
    crimeCells = cells.regions
    latest = touches.latest
    previous = touches.previous
    crossTies = touches.crossTies
    brokers = pairs.brokers
    brokerPairs = pairs.lists
    flows = touches.flows
    self.transits = transits
    self.transitCells = transitCells.regions
  }
}

/// The presences of actors in regions of every level, by actor and region.
struct PresenceSlots {
  private(set) var lists = WordLists()
  private(set) var regions: [Int32] = []
  private var offsets: [Int32] = [0]

  init(_ model: ExposureModel) {
    var claims = [[(region: Int32, claim: Int32)]](repeating: [], count: model.parties.count)
    for (claim, presence) in model.presences.enumerated() {
      for region in model.containers[Int(presence.region)] {
        claims[Int(presence.actor)].append((region, Int32(claim)))
      }
    }
    for ofActor in claims {
      let sorted = ofActor.sorted { ($0.region, $0.claim) < ($1.region, $1.claim) }
      for group in sorted.chunked(by: { $0.region == $1.region }) {
        regions.append(group[group.startIndex].region)
        lists.append(group.lazy.map(\.claim))
      }
      offsets.append(Int32(regions.count))
    }
  }

  func slots(of actor: Int) -> Range<Int32> { offsets[actor]..<offsets[actor + 1] }

  /// The slot of an actor in a region, nil where no claim says that it is there.
  func slot(of actor: Int32, in region: Int) -> Int32? {
    slots(of: Int(actor)).first { regions[Int($0)] == Int32(region) }
  }
}

/// The ties of actors to crimes, by actor and crime: claims come first, links are numbered after them.
private struct CrimeSlots {
  private(set) var lists = WordLists()
  private(set) var crimes: [Int32] = []
  private var offsets: [Int32] = [0]

  init(_ model: ExposureModel) {
    var sources = [[(crime: Int32, word: Int32)]](repeating: [], count: model.parties.count)
    for (claim, crime) in model.crimes.enumerated() {
      sources[Int(crime.actor)].append((crime.crime, Int32(claim)))
    }
    for (link, item) in [model.ties, model.transfers].joined().enumerated() where !item.crimes.isEmpty {
      for end in item.source == item.target ? [item.source] : [item.source, item.target]
      where model.parties[Int(end)] != .other {
        for crime in item.crimes { sources[Int(end)].append((crime, Int32(model.crimes.count + link))) }
      }
    }
    for ofActor in sources {
      let sorted = ofActor.sorted { ($0.crime, $0.word) < ($1.crime, $1.word) }
      for group in sorted.chunked(by: { $0.crime == $1.crime }) {
        crimes.append(group[group.startIndex].crime)
        lists.append(group.lazy.map(\.word))
      }
      offsets.append(Int32(crimes.count))
    }
  }

  func slots(of actor: Int) -> Range<Int32> { offsets[actor]..<offsets[actor + 1] }
}

/// Where links touch regions, by the indicator that asks for it.
private struct LinkTouches {
  private(set) var latest: [DrawPlan.Touch] = []
  private(set) var previous: [DrawPlan.Touch] = []
  private(set) var crossTies: [DrawPlan.Touch] = []
  private(set) var flows: [DrawPlan.Touch] = []
  private let claims: PresenceSlots
  private let layout: ExposureLayout

  init(_ model: ExposureModel, _ layout: ExposureLayout, _ claims: PresenceSlots) {
    (self.claims, self.layout) = (claims, layout)
    for (number, tie) in model.ties.enumerated() {
      addDate(of: tie, number)
      guard model.isCross(tie) else { continue }
      if tie.places.isEmpty {
        crossTies += touches(of: tie, number)
      } else {
        let always = Int32(claims.regions.count) + 1
        layout.forEachRegion(ofCrossTie: tie) { region, _ in
          crossTies.append(
            DrawPlan.Touch(link: Int32(number), region: Int32(region), source: always, target: always))
        }
      }
    }
    for (position, transfer) in model.transfers.enumerated() {
      addDate(of: transfer, model.ties.count + position)
      flows += touches(of: transfer, model.ties.count + position)
    }
  }

  private mutating func addDate(of link: ExposureModel.Link, _ number: Int) {
    switch link.window {
    case .latest: latest += touches(of: link, number)
    case .previous: previous += touches(of: link, number)
    case .undated, .outside: break
    }
  }

  private func touches(of link: ExposureModel.Link, _ number: Int) -> [DrawPlan.Touch] {
    let never = Int32(claims.regions.count)
    var touches: [DrawPlan.Touch] = []
    layout.forEachRegion(touchedBy: link) { region, source, target in
      func slot(_ actor: Int32, _ rowRegions: [Int32], _ weight: Double) -> Int32 {
        guard weight > 0 else { return never }
        return rowRegions.isEmpty ? claims.slot(of: actor, in: region) ?? never : never + 1
      }
      touches.append(
        DrawPlan.Touch(
          link: Int32(number), region: Int32(region),
          source: slot(link.source, link.sourceRegions, source),
          target: slot(link.target, link.targetRegions, target)))
    }
    return touches
  }
}

/// The pairs of actors between organised crime and terrorists: for each neighbour of a kind its ties.
private struct BrokerPairs {
  private(set) var brokers: [DrawPlan.Broker] = []
  private(set) var lists = WordLists()

  init(_ model: ExposureModel, _ claims: PresenceSlots) {
    var steps = [[(neighbour: Int32, tie: Int32)]](repeating: [], count: model.parties.count)
    for (number, tie) in model.ties.enumerated() where tie.source != tie.target {
      for (actor, neighbour) in [(tie.source, tie.target), (tie.target, tie.source)]
      where model.parties[Int(neighbour)] == .organisedCrime || model.parties[Int(neighbour)] == .terrorist {
        steps[Int(actor)].append((neighbour, Int32(number)))
      }
    }
    for actor in model.parties.indices where !claims.slots(of: actor).isEmpty {
      let ofCrime = steps[actor].filter { model.parties[Int($0.neighbour)] == .organisedCrime }
      let ofTerror = steps[actor].filter { model.parties[Int($0.neighbour)] == .terrorist }
      guard !ofCrime.isEmpty, !ofTerror.isEmpty else { continue }
      brokers.append(
        DrawPlan.Broker(
          presences: claims.slots(of: actor), crimePairs: append(ofCrime), terrorPairs: append(ofTerror)))
    }
  }

  private mutating func append(_ steps: [(neighbour: Int32, tie: Int32)]) -> Range<Int32> {
    let start = Int32(lists.count)
    let sorted = steps.sorted { ($0.neighbour, $0.tie) < ($1.neighbour, $1.tie) }
    for group in sorted.chunked(by: { $0.neighbour == $1.neighbour }) { lists.append(group.lazy.map(\.tie)) }
    return start..<Int32(lists.count)
  }
}

/// Numbers for pairs of region and crime, in order of first occurrence.
private struct CellNumbers {
  private(set) var regions: [Int32] = []
  private var numbers: [UInt64: Int32] = [:]

  subscript(region: Int32, crime: Int32) -> Int32 {
    mutating get {
      let key = UInt64(UInt32(bitPattern: region)) << 32 | UInt64(UInt32(bitPattern: crime))
      if let number = numbers[key] { return number }
      numbers[key] = Int32(regions.count)
      regions.append(region)
      return Int32(regions.count - 1)
    }
  }
}

extension Array {
  /// Runs of neighbours that belong together, in order.
  fileprivate func chunked(by belongsTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex, belongsTogether(self[end - 1], self[end]) { end += 1 }
      runs.append(self[start..<end])
      start = end
    }
    return runs
  }
}
