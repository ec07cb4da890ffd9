/// A name as its tokens, by their numbers in the ``TokenTable``.
struct NameForm: Hashable {
  var tokens: [Int32]
  /// Which of the actor's names it is.
  var source: Int
  var isWeak: Bool
  /// It is that of an organisation, which is made of words more than of names.
  var isOfOrganisation: Bool
}

/// What two names say of whether their bearers are one.
struct NameAgreement: Comparable {
  /// From 0 to 1: agreement of tokens, the rare ones counting more.
  var similarity: Double
  var bits: Double
  var first: NameForm
  var second: NameForm

  static func < (left: NameAgreement, right: NameAgreement) -> Bool {
    (left.bits, left.similarity) < (right.bits, right.similarity)
  }
}

/// Compares names token by token, in the pairing of tokens that says most.
struct NameComparison {
  let table: TokenTable
  /// Agreements of tokens that were compared before.
  private var known: [UInt64: TokenAgreement] = [:]

  init(_ table: TokenTable) { self.table = table }

  /// The best agreement of any name of one actor with any of another.
  ///
  /// - Complexity: O(names · names · tokens³).
  mutating func best(_ first: [NameForm], _ second: [NameForm]) -> NameAgreement? {
    var best: NameAgreement?
    for name in first {
      for other in second {
        let agreement = compare(name, other)
        if best.map({ $0 < agreement }) ?? true { best = agreement }
      }
    }
    guard var best else { return nil }
    let pairs = Double(first.count * second.count)
    best.bits += MatchWeights.choiceOfNames * MatchWeights.bits(pairs, 1)
    return best
  }

  private mutating func compare(_ first: NameForm, _ second: NameForm) -> NameAgreement {
    var (short, long) = (first.tokens, second.tokens)
    respace(&short, like: long)
    respace(&long, like: short)
    if short.count > long.count { swap(&short, &long) }
    guard !short.isEmpty else {
      return NameAgreement(similarity: 0, bits: MatchWeights.otherToken, first: first, second: second)
    }
    let isOfOrganisation = first.isOfOrganisation && second.isOfOrganisation
    let other = isOfOrganisation ? MatchWeights.otherCompanyToken : MatchWeights.otherToken
    var worth: [[Double]] = []
    for token in short {
      var row: [Double] = []
      for column in long {
        let agreement = agreement(token, column)
        row.append(agreement == .none ? other : bits(of: agreement, token, column, isOfOrganisation))
      }
      worth.append(row)
    }
    let columns = Assignment.best(worth)
    var (bits, agreed, weights) = (0.0, 0.0, 0.0)
    for (row, column) in columns.enumerated() {
      bits += worth[row][column]
      let weight = max(rarity(of: short[row]), rarity(of: long[column]))
      agreed += weight * agreement(short[row], long[column]).similarity
      weights += weight
    }
    if short == long {
      if isOfOrganisation {
        bits += MatchWeights.wholeCompanyName
      } else if short.count == 1 {
        bits += MatchWeights.wholeSingleName
      }
    }
    let extra = long.count - short.count
    if extra > 0 {
      let taken = Set(columns)
      // A token on one side alone counts half in the similarity.
      weights += long.indices.filter { !taken.contains($0) }.reduce(0) { $0 + rarity(of: long[$1]) / 2 }
      bits += max(
        MatchWeights.mostExtraTokens,
        MatchWeights.extraToken + Double(extra - 1) * MatchWeights.furtherExtraToken)
    }
    var result = NameAgreement(
      similarity: weights > 0 ? agreed / weights : 0, bits: bits, first: first, second: second)
    if isAcronym(short, of: long), result.bits < MatchWeights.acronym {
      result.bits = MatchWeights.acronym
      result.similarity = max(result.similarity, 0.7)
    }
    for name in [first, second] where name.isWeak { result.bits += MatchWeights.weakAlias }
    return result
  }

  // MARK: Tokens

  private mutating func agreement(_ first: Int32, _ second: Int32) -> TokenAgreement {
    if first == second { return .exact }
    let key = UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    if let known = known[key] { return known }
    let agreement = table.tokens[Int(first)].agreement(with: table.tokens[Int(second)])
    known[key] = agreement
    return agreement
  }

  private func bits(
    of agreement: TokenAgreement, _ first: Int32, _ second: Int32, _ isOfOrganisation: Bool
  ) -> Double {
    let (one, other) = (table.tokens[Int(first)], table.tokens[Int(second)])
    switch agreement {
    case .exact:
      return min(
        MatchWeights.largestToken,
        MatchWeights.bits(MatchWeights.exactToken, table.chance(of: first, isOfOrganisation)))
    case .sound:
      let chance = max(
        table.chance(ofSoundOf: first, isOfOrganisation), table.chance(ofSoundOf: second, isOfOrganisation))
      let m =
        one.lacksVowels != other.lacksVowels
        ? MatchWeights.soundTokenAcrossScripts : MatchWeights.soundToken
      return min(MatchWeights.largestToken, MatchWeights.bits(m, chance))
    case .near:
      return min(one.letters.count, other.letters.count) >= 8
        ? MatchWeights.nearLongToken : MatchWeights.nearToken
    case .initial: return MatchWeights.initialToken
    case .consonants: return MatchWeights.consonantsToken
    case .otherNumber: return MatchWeights.otherNumber
    case .none: return MatchWeights.otherToken
    }
  }

  /// How much a token tells, in bits.
  private func rarity(of token: Int32) -> Double { max(0.5, MatchWeights.bits(1, table.chance(of: token))) }

  /// Joins neighbours that the other name writes as one word: Xiao Ming, Xiaoming.
  private func respace(_ tokens: inout [Int32], like others: [Int32]) {
    guard tokens.count >= 2 else { return }
    var position = 0
    while position + 1 < tokens.count {
      let joined =
        table.tokens[Int(tokens[position])].letters + table.tokens[Int(tokens[position + 1])].letters
      if let other = others.first(where: { table.tokens[Int($0)].letters == joined }) {
        tokens.replaceSubrange(position...position + 1, with: [other])
      }
      position += 1
    }
  }

  /// Whether a single word of three letters or more is the initials of a longer name.
  private func isAcronym(_ short: [Int32], of long: [Int32]) -> Bool {
    guard short.count == 1, long.count >= 3 else { return false }
    return table.tokens[Int(short[0])].letters == long.compactMap { table.tokens[Int($0)].letters.first }
  }
}
