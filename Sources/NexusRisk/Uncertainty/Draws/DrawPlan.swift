/// What a draw of the evidence asks of an ``ExposureModel``, as flat lists: which words (sixty-four draws each)
/// are joined by or, and which counters a word is added to.
///
/// Worked out once and shared by all threads; a batch of draws is then a pass over the lists. O(links · regions
/// they touch) memory.
struct DrawPlan: Sendable {
  /// A link in a region: the slots of the words that say whether its ends are there.
  struct Touch {
    let link: Int32
    let region: Int32
    let source: Int32
    let target: Int32
  }

  /// A presence of an actor whose crime counts in a region: present if both words are.
  struct CrimePresence {
    let presence: Int32
    let crime: Int32
    let cell: Int32
  }

  /// An actor between organised crime and terrorists, with the ranges of its pairs.
  struct Broker {
    let presences: Range<Int32>
    let crimePairs: Range<Int32>
    let terrorPairs: Range<Int32>
  }

  let model: ExposureModel
  let regionCount: Int
  /// Thresholds of the claims; nil: certain.
  let presenceThresholds: [UInt64?]
  let crimeThresholds: [UInt64?]
  let tieThresholds: [UInt64?]
  let transferThresholds: [UInt64?]

  /// Presence of an actor in a region of any level: the claims that make it so.
  let presences: WordLists
  let presenceRegions: [Int32]
  /// The slot after all presences is never, the one after that always.
  var never: Int32 { Int32(presenceRegions.count) }
  var always: Int32 { never + 1 }

  /// Presences that count as one actor, and those that count as half of one.
  let fullActors: [Int32]
  let halfActors: [Int32]
  /// An actor's tie to a crime: its claims, then its links, numbered after the claims.
  let crimeTies: WordLists
  let crimePresences: [CrimePresence]
  /// Transfers that show a crime in a region: position of the touch and cell.
  let crimeTransfers: [(touch: Int32, cell: Int32)]
  /// The region of each pair of region and crime that occur together.
  let crimeCells: [Int32]

  let latest: [Touch]
  let previous: [Touch]
  let crossTies: [Touch]
  let brokers: [Broker]
  /// The ties of each pair of a broker.
  let brokerPairs: WordLists
  /// Transfers in regions. Ties come first in the numbers of links.
  let flows: [Touch]
  /// Transfers by region and crime: position of the touch and cell.
  let transits: [(touch: Int32, cell: Int32)]
  let transitCells: [Int32]
}

/// For each word of a list the words that it joins by or, in compressed rows.
struct WordLists: Sendable {
  private(set) var offsets: [Int32] = [0]
  private(set) var members: [Int32] = []

  var count: Int { offsets.count - 1 }

  mutating func append(_ list: some Sequence<Int32>) {
    members.append(contentsOf: list)
    offsets.append(Int32(members.count))
  }

  /// - Returns: the or of the words that a list names.
  func joined(_ list: Int, _ words: [UInt64]) -> UInt64 {
    var joined: UInt64 = 0
    for position in Int(offsets[list])..<Int(offsets[list + 1]) { joined |= words[Int(members[position])] }
    return joined
  }
}
