internal import Foundation

/// What each outcome of a comparison says, in bits: log₂ of how much likelier it is of two records of one actor (m) than
/// of records of two (u).
///
/// The chances are conventions of nexus, not estimates: labelled data of this field are rare, and estimating them
/// from the data at hand (by expectation maximisation) would let an odd data set decide what a name is worth. They are
/// set so that a full name in common and nothing else makes a likely proposal, and a family name in common does not.
///
/// Source: I. P. Fellegi and A. B. Sunter, "A theory for record linkage", *Journal of the American Statistical
/// Association* 64(328), 1969, pp. 1183–1210, doi:10.1080/01621459.1969.10501049; of values that are rare,
/// W. E. Winkler, "Frequency-based matching in the Fellegi–Sunter model of record linkage", 1989.
enum MatchWeights {
  /// log₂ (m / u)
  static func bits(_ m: Double, _ u: Double) -> Double { log2(m / u) }

  // MARK: Names

  /// Tokens of one actor are written alike with this chance, or alike but for spelling; of an alphabet without vowels
  /// the latter is all one can have.
  static let exactToken = 0.6
  static let soundToken = 0.25
  static let soundTokenAcrossScripts = 0.7
  /// One letter apart: of a short word, of one of eight letters or more.
  static let nearToken = 1.5
  static let nearLongToken = 3.0
  /// log₂ .95/.17: an initial that fits.
  static let initialToken = 2.5
  /// Other vowels within the same consonants are as often another name.
  static let consonantsToken = -1.0
  /// log₂ .03/.97: a token on either side without a counterpart. Sister companies share all words but one, so that one
  /// weighs more there.
  static let otherToken = -5.0
  static let otherCompanyToken = -9.0
  /// Who is numbered is told apart by the number.
  static let otherNumber = -9.0
  /// Companies are registered under names that nobody else has: one that agrees in every word.
  static let wholeCompanyName = 3.0
  /// Both records hold one token and nothing else, so that somebody thought it enough.
  static let wholeSingleName = 2.0
  /// A token on one side alone: a middle name, a patronymic. The first, each further one, and at most.
  static let extraToken = -1.0
  static let furtherExtraToken = -0.5
  static let mostExtraTokens = -2.5
  /// What one token can add at most: a token of two bearers among many thousand is no proof.
  static let largestToken = 14.0
  /// A name that is the initials of the other.
  static let acronym = 5.0
  /// Each weak alias that is compared.
  static let weakAlias = -1.0
  /// Each doubling of the pairs of names of which the best is taken.
  static let choiceOfNames = -0.5

  // MARK: Other evidence

  static let sameBirthDay = 9.0  // .7 / .0014
  static let sameBirthMonth = 5.2  // .75 / .02
  static let sameBirthYear = 3.2  // .9 / .1
  /// Day and month written in the other order.
  static let swappedBirth = 5.0
  /// Spans that overlap, or "circa" within two years.
  static let compatibleBirth = 1.5
  /// One year apart without "circa".
  static let nearBirth = -1.0
  static let otherBirthDay = -2.2  // .2 / .9 within the year
  static let otherBirth = -5.0  // .03 / .97
  /// Ten years or more apart, which is no slip: .003 / .75
  static let farBirth = -8.0

  /// m of a country in common; u is how many have it, between these.
  static let sameCountry = 0.8
  static let countryChance = 0.1...0.6
  static let otherCountry = -1.0  // .4 / .8

  static let sameIdentifier = 14.0
  /// Numbers of one kind that differ: papers are renewed, registrations are not.
  static let otherPaper = -2.0
  static let otherIdentifier = -10.0

  static let otherRole = -1.0  // .35 / .7

  /// Each unit of the Adamic–Adar support of shared neighbours, and at most.
  static let sharedNeighbours = 1.5
  static let mostSharedNeighbours = 3.0
  /// Rows that tie two records to each other speak of two actors.
  static let tiedToEachOther = -3.0
}
