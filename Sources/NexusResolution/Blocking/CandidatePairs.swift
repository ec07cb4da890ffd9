internal import NexusModel

/// Actors that share a key, and so are compared with each other.
public struct BlockLeftOut: Hashable, Sendable {
  /// What sort of key they share.
  public var key: String
  public var actors: Int
}

/// The pairs of actors that are worth comparing: those that share a key.
///
/// | key | finds |
/// |---|---|
/// | two skeletons of a name, of its four rarest | names in any order, with other names between |
/// | one skeleton of a name | names of which one token is left |
/// | all consonants of a name, sorted | names that are spaced otherwise |
/// | the first four letters of a token and the initials of the others | slips further on |
/// | initials of three tokens or more, and words of three to six letters | acronyms |
/// | an identifier; a day of birth with an initial | records whose names say nothing |
///
/// A key that more actors share than the limit is no key; it is told, not silently passed over.
struct CandidatePairs {
  private enum Kind: String {
    case twoSounds = "two sounds of a name"
    case oneSound = "one sound of a name"
    case consonants = "consonants of a name"
    case prefix = "beginning of a name"
    case acronym = "initials of a name"
    case identifier = "identifier"
    case birth = "day of birth"
  }

  private struct Key: Hashable, Comparable {
    var kind: Kind
    var text: [UInt8]

    static func < (left: Key, right: Key) -> Bool {
      left.kind == right.kind
        ? left.text.lexicographicallyPrecedes(right.text) : left.kind.rawValue < right.kind.rawValue
    }
  }

  /// Ascending, the smaller actor first.
  let pairs: [(first: Int, second: Int)]
  /// Blocks that were too large, or would have made too many pairs, the largest first.
  let leftOut: [BlockLeftOut]

  /// More pairs than these are not compared; the smallest blocks come first.
  static let mostPairs = 5_000_000

  init(_ records: ActorRecords, limit: Int) {
    var blocks: [Key: [Int32]] = [:]
    for (actor, record) in records.records.enumerated() {
      for key in CandidatePairs.keys(of: record, records.table) {
        blocks[key, default: []].append(Int32(actor))
      }
    }
    let shared = blocks.filter { $0.value.count > 1 }
      .sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    var found: Set<UInt64> = []
    var leftOut: [BlockLeftOut] = []
    for (key, actors) in shared {
      guard actors.count <= limit, found.count < CandidatePairs.mostPairs else {
        leftOut.append(BlockLeftOut(key: key.kind.rawValue, actors: actors.count))
        continue
      }
      for (position, first) in actors.enumerated() {
        for second in actors[(position + 1)...]
        where records.records[Int(first)].kind.canBe(records.records[Int(second)].kind) {
          found.insert(UInt64(first) << 32 | UInt64(second))
        }
      }
    }
    pairs = found.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    self.leftOut = leftOut.reversed()
  }

  // MARK: Keys

  private static func keys(of record: ActorRecord, _ table: TokenTable) -> Set<Key> {
    var keys: Set<Key> = []
    for name in record.names { addKeys(of: name, table, to: &keys) }
    for (kind, values) in record.identifiers {
      for value in values { keys.insert(Key(kind: .identifier, text: Array("\(kind):\(value)".utf8))) }
    }
    let initials = Set(
      record.names.flatMap(\.tokens).compactMap { table.tokens[Int($0)].skeleton.consonants.first })
    for date in record.births where date.first.precision == .day && date.last == nil {
      for initial in initials {
        keys.insert(Key(kind: .birth, text: Array(date.first.description.utf8) + [initial]))
      }
    }
    return keys
  }

  private static func addKeys(of name: NameForm, _ table: TokenTable, to keys: inout Set<Key>) {
    let tokens = name.tokens.map { table.tokens[Int($0)] }
    let separator = UInt8(ascii: " ")
    let order = name.tokens.sorted { left, right in
      let (one, other) = (table.chance(ofSoundOf: left), table.chance(ofSoundOf: right))
      return one == other ? left < right : one < other
    }
    let rarest = order.prefix(4).map { key(of: table.tokens[Int($0)]) }.filter { !$0.isEmpty }
    for (position, first) in rarest.enumerated() {
      keys.insert(Key(kind: .oneSound, text: first))
      for second in rarest[(position + 1)...] {
        let isOrdered = first.lexicographicallyPrecedes(second)
        let (low, high) = isOrdered ? (first, second) : (second, first)
        keys.insert(Key(kind: .twoSounds, text: low + [separator] + high))
      }
    }
    let consonants = tokens.flatMap { key(of: $0) }.filter { $0 != UInt8(ascii: "A") }.sorted()
    if consonants.count >= 4 { keys.insert(Key(kind: .consonants, text: consonants)) }
    for (position, token) in tokens.enumerated() where token.letters.count >= 4 {
      let others = tokens.enumerated().filter { $0.offset != position }.compactMap(\.element.letters.first)
      keys.insert(
        Key(kind: .prefix, text: Array(token.letters.prefix(4)) + [separator] + others.sorted()))
    }
    if tokens.count >= 3 {
      keys.insert(Key(kind: .acronym, text: tokens.compactMap(\.letters.first)))
    } else if tokens.count == 1, (3...6).contains(tokens[0].letters.count) {
      keys.insert(Key(kind: .acronym, text: tokens[0].letters))
    }
  }

  /// The skeleton of a token, or the token itself where that has less than two consonants or digits.
  private static func key(of token: ComparableToken) -> [UInt8] {
    token.hasDigits || token.skeleton.consonants.count < 2 ? token.letters : token.skeleton.consonants
  }
}
