internal import NexusGraph

/// An invented network: actors, ties with graded evidence, transfers day by day, and patterns planted among them.
///
/// Nothing in it is about anyone: names are two words and a number, regions do not exist. Ordinary transfers go to few
/// busy payees and many idle ones, mostly in business hours, mostly to a payer's own few counterparties, with
/// log-normal amounts. Actors of planted patterns have ordinary transfers only 90 days or more away from their
/// pattern, so that a detector that is complete by the definitions of ``FlowPattern`` finds every one of them.
///
/// The same options give the same network.
public struct SyntheticNetwork: Sendable {
  public static let currencies = ["EUR", "USD", "GBP"]
  public static let channels = [
    "bank", "cash", "hawala", "virtual-asset", "mobile-money", "prepaid", "crowdfunding", "trade",
  ]
  public static let crimes = [
    "drugs", "arms", "counterfeit", "extortion", "money-laundering", "natural-resources",
  ]
  /// Regions of their own, which lie in the world only.
  public static let regions = [
    "Alderland", "Brackenmoor", "Cindervale", "Duskhaven", "Emberly Coast", "Foxglove Isles", "Gullmark",
    "Hollowmere",
    "Ivory Reach", "Juniper Steppe",
  ]

  public let options: SyntheticOptions
  public let plants: [SyntheticPlant]
  /// Role, type and region of each actor, by number; words of the vocabularies, and positions in ``regions``.
  public let roles: [UInt8]
  public let types: [UInt8]
  public let homes: [UInt8]
  /// Actors below this number lead ordinary lives only; the others belong to planted patterns.
  let ordinaryCount: Int
  /// Planted transfers and the ordinary ones of planted actors, by time.
  let placed: [SyntheticTransfer]

  public static let roleWords = [
    "unknown", "organised-crime", "terrorist", "facilitator", "state", "reporting-party", "victim", "witness",
  ]
  public static let typeWords = ["person", "account", "company", "organisation", "npo", "bank"]

  /// 2021-01-01 to 2023-12-31.
  static let firstDay: Int64 = 18_628
  static let dayCount = 1_095

  /// - Throws: ``SyntheticError`` when there is no room for what is to be planted.
  public init(_ options: SyntheticOptions) throws(SyntheticError) {
    guard max(options.actors, options.transfers) <= 1_000_000_000 else {
      throw .tooMany(max(options.actors, options.transfers))
    }
    self.options = options
    // Planted actors have the highest numbers, from the top down.
    var planter = Planter(seed: options.seed, nextActor: Int32(clamping: options.actors))
    var plants: [SyntheticPlant] = []
    for pattern in FlowPattern.allCases {
      for _ in 0..<options.plants[pattern, default: 0] {
        plants.append(planter.plant(pattern, number: plants.count))
      }
    }
    ordinaryCount = Int(planter.nextActor)
    let used = options.actors - ordinaryCount
    guard ordinaryCount >= SyntheticNetwork.leastOrdinary else {
      throw .tooFewActors(options.actors, needed: used + SyntheticNetwork.leastOrdinary)
    }
    var placed = plants.flatMap(\.transfers) + planter.settings
    guard placed.count <= options.transfers else {
      throw .tooFewTransfers(options.transfers, needed: placed.count)
    }
    let room = options.transfers - placed.count
    placed += planter.camouflage(for: plants, ordinary: ordinaryCount, atMost: room)
    placed.sort { ($0.time, $0.plant, $0.payer, $0.payee) < ($1.time, $1.plant, $1.payer, $1.payee) }
    self.placed = placed
    self.plants = plants

    var generator = SeededGenerator(seed: options.seed ^ 0x00AC_7025)
    var (roles, types, homes): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    for actor in 0..<options.actors {
      let isPlanted = actor >= ordinaryCount
      roles.append(generator.pick(isPlanted ? [50, 22, 12, 16] : [850, 55, 25, 30, 10, 15, 10, 5]))
      types.append(generator.pick([55, 25, 12, 5, 1, 2]))
      homes.append(UInt8(generator.next(below: SyntheticNetwork.regions.count)))
    }
    (self.roles, self.types, self.homes) = (roles, types, homes)
  }

  /// Without some others nothing is ordinary.
  static let leastOrdinary = 10

  /// An invented name: an adjective, an animal and the number.
  public static func name(of actor: Int) -> String {
    let (adjective, animal) = (adjectives[actor * 7 % adjectives.count], animals[actor % animals.count])
    return "\(adjective) \(animal) \(actor + 1)"
  }

  private static let adjectives = [
    "Amber", "Brass", "Copper", "Drowsy", "Elder", "Frosted", "Gilded", "Hazel", "Indigo", "Jolly", "Knitted",
    "Lilac",
    "Mossy", "Nimble", "Opal", "Paper", "Quilted", "Rusty", "Silver", "Tidal", "Umber", "Velvet", "Woollen",
  ]
  private static let animals = [
    "Otter", "Heron", "Badger", "Newt", "Magpie", "Hare", "Weasel", "Plover", "Stoat", "Toad", "Wren",
  ]
}

extension SeededGenerator {
  /// A whole number from 0 to below a bound, by the high part of a product; its bias is below 2⁻³² here.
  mutating func next(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// From 0 to below 1, 53 bits.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A position, by weight.
  mutating func pick(_ weights: [Int]) -> UInt8 {
    var rest = next(below: weights.reduce(0, +))
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return UInt8(position) }
    }
    return 0
  }
}
