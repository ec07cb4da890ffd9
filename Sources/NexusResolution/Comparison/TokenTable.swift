/// The distinct tokens of all names of a network, each with how rare it is there.
struct TokenTable {
  /// Names that many bear, wherever one looks: what a small data set cannot show of itself.
  private static let common: Set<String> = [
    "muhammad", "mohammed", "mohamed", "mohammad", "ahmad", "ahmed", "ali", "hassan", "hasan", "hussein",
    "hussain",
    "ibrahim", "abdullah", "abdallah", "omar", "umar", "khan", "mahmoud", "mahmud", "yusuf", "khalid", "said",
    "ivan", "ivanov", "ivanova", "aleksandr", "alexander", "sergey", "sergei", "dmitry", "vladimir", "anna",
    "maria",
    "john", "james", "david", "michael", "jose", "juan", "garcia", "smith", "kim", "lee", "nguyen", "wang",
    "li",
    "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "wei", "trading", "international",
    "general",
    "group", "import", "export", "company", "services", "holding", "global", "trade", "bank", "front",
    "movement",
    "mhmd", "ahmd", "hsn", "hsin", "abrahim",
  ]
  /// So many bearers of names outside the data stand beside those in it.
  private static let background = 200.0

  private(set) var tokens: [ComparableToken] = []
  private var numbers: [NameTokens.Token: Int32] = [:]
  /// How many actors bear each token, and each skeleton.
  private var bearers: [Int] = []
  private var soundNumbers: [[UInt8]: Int32] = [:]
  private(set) var sounds: [Int32] = []
  private var soundBearers: [Int] = []
  private var actorCount = 0

  mutating func number(of token: NameTokens.Token) -> Int32 {
    if let known = numbers[token] { return known }
    let number = Int32(tokens.count)
    numbers[token] = number
    let comparable = ComparableToken(token)
    tokens.append(comparable)
    bearers.append(0)
    let key = comparable.skeleton.consonants
    let sound = soundNumbers[key] ?? Int32(soundBearers.count)
    if soundNumbers[key] == nil {
      soundNumbers[key] = sound
      soundBearers.append(0)
    }
    sounds.append(sound)
    return number
  }

  /// Counts the tokens of one actor, each once however many of its names hold it.
  mutating func count(_ tokens: Set<Int32>) {
    actorCount += 1
    for token in tokens { bearers[Int(token)] += 1 }
    for sound in Set(tokens.map { sounds[Int($0)] }) { soundBearers[Int(sound)] += 1 }
  }

  /// The share of actors that bear a token by chance: the others of the data, and the background.
  ///
  /// - Parameter isWord: in the name of an organisation, where tokens are words that others use too.
  func chance(of token: Int32, _ isWord: Bool = false) -> Double {
    share(of: bearers[Int(token)], tokens[Int(token)].letters, isWord)
  }

  /// The share of actors that bear a token of the same sound by chance.
  func chance(ofSoundOf token: Int32, _ isWord: Bool = false) -> Double {
    share(of: soundBearers[Int(sounds[Int(token)])], tokens[Int(token)].letters, isWord)
  }

  /// The two actors that are compared say nothing of chance.
  private func share(of bearers: Int, _ letters: [UInt8], _ isWord: Bool) -> Double {
    let isCommon = TokenTable.common.contains(String(decoding: letters, as: UTF8.self))
    let rare = isWord ? 0.01 : letters.count <= 2 ? 0.01 : letters.count <= 4 ? 0.004 : 0.002
    let usual = isCommon ? 0.02 : rare
    let others = Double(max(0, bearers - 2))
    return (others + TokenTable.background * usual) / (Double(actorCount) + TokenTable.background)
  }
}
