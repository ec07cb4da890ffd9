/// What one row of ties.csv says, before it gets a date, a source and a grade.
struct Claim {
  var source, target, relation, crime: String
  var year: Int
  var strength = 1
  var support = Support.usual
  var place = ""
  var refutes = false
  var kind = "fact"
}

/// The claims of the scenario, gathered part by part.
struct Claims {
  private(set) var list: [Claim] = []
  private var firstEnds: [String: String] = [:]
  var chance: SplitMix64

  init(using chance: SplitMix64) { self.chance = chance }

  /// One claim for each year, and now and then a second source for the same year.
  mutating func say(
    _ source: String, _ target: String, _ relation: String, _ crime: String = "", _ years: Int...,
    support: Support = .usual, place: String = ""
  ) {
    for year in years.isEmpty ? [someYear()] : years {
      for _ in 0..<(support == .strong || chance.happens(percent: 28) ? 2 : 1) {
        add(
          Claim(
            source: source, target: target, relation: relation, crime: crime, year: year, support: support,
            place: place))
      }
    }
  }

  /// A source that speaks against the tie.
  mutating func refute(_ source: String, _ target: String, _ relation: String, _ crime: String, _ year: Int) {
    add(Claim(source: source, target: target, relation: relation, crime: crime, year: year, refutes: true))
  }

  /// A claim that is a judgement or a forecast and not an observation.
  mutating func judge(_ source: String, _ target: String, _ relation: String, as kind: String) {
    add(Claim(source: source, target: target, relation: relation, crime: "", year: 2018, kind: kind))
  }

  /// Keeps the order of a tie's ends from row to row, so that the only reciprocal rows are the planted ones.
  private mutating func add(_ claim: Claim) {
    var claim = claim
    let pair = pairName(claim.source, claim.target)
    if firstEnds[pair, default: claim.source] != claim.source { swap(&claim.source, &claim.target) }
    firstEnds[pair] = claim.source
    claim.strength = chance.pick(shares: [(1, 5), (2, 3), (3, 2), (4, 1), (5, 1)])
    list.append(claim)
  }

  func areTied(_ one: String, _ other: String) -> Bool {
    firstEnds[pairName(one, other)] != nil
  }

  mutating func someYear() -> Int { chance.pick(shares: [(2015, 2), (2016, 21), (2017, 33), (2018, 44)]) }

  private func pairName(_ one: String, _ other: String) -> String {
    one < other ? "\(one)|\(other)" : "\(other)|\(one)"
  }
}
