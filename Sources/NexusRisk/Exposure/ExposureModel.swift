/// What the exposure of regions is computed from, as plain numbers: who is where with which confidence, which
/// crimes, ties and transfers there are. Regions, crimes and actors are numbered from 0.
///
/// A draw of a simulation is a copy with other confidences; which indicators are in use stays as it was.
public struct ExposureModel: Sendable {
  /// What an actor counts as.
  public enum Party: Hashable, Sendable {
    case terrorist, organisedCrime, facilitator, other

    /// κ, what one actor adds to the expected number of actors.
    var weight: Double {
      switch self {
      case .terrorist, .organisedCrime: 1
      case .facilitator: 0.5
      case .other: 0
      }
    }
  }

  /// Where the date of an item lies: in the latest two calendar years, in the two before them, or elsewhere.
  public enum Window: Hashable, Sendable { case undated, latest, previous, outside }

  /// a_ir, as the data give it for one region.
  public struct Presence: Hashable, Sendable {
    public var actor: Int32
    public var region: Int32
    public var confidence: Double

    public init(actor: Int, region: Int, confidence: Double) {
      (self.actor, self.region, self.confidence) = (Int32(actor), Int32(region), confidence)
    }
  }

  /// What the data say of a crime of an actor itself.
  public struct CrimeClaim: Hashable, Sendable {
    public var actor: Int32
    public var crime: Int32
    public var confidence: Double

    public init(actor: Int, crime: Int, confidence: Double) {
      (self.actor, self.crime, self.confidence) = (Int32(actor), Int32(crime), confidence)
    }
  }

  /// A tie or a transfer: two actors, a confidence, and where its ends were, empty: where the actors are.
  public struct Link: Hashable, Sendable {
    public var source: Int32
    public var target: Int32
    public var confidence: Double
    public var crimes: [Int32]
    public var window: Window
    public var sourceRegions: [Int32]
    public var targetRegions: [Int32]
    /// Where a tie itself was; a transfer has none.
    public var places: [Int32]
    /// What was paid; a tie has none.
    public var amount: Double

    public init(
      source: Int, target: Int, confidence: Double, crimes: [Int] = [], window: Window = .undated,
      sourceRegions: [Int] = [], targetRegions: [Int] = [], places: [Int] = [], amount: Double = 0
    ) {
      (self.source, self.target, self.confidence) = (Int32(source), Int32(target), confidence)
      self.crimes = crimes.map(Int32.init)
      self.window = window
      self.sourceRegions = sourceRegions.map(Int32.init)
      self.targetRegions = targetRegions.map(Int32.init)
      self.places = places.map(Int32.init)
      self.amount = amount
    }
  }

  /// For each region the numbers of the regions that contain it, itself among them, ascending.
  public var containers: [[Int32]]
  public var parties: [Party]
  public var presences: [Presence]
  public var crimes: [CrimeClaim]
  public var ties: [Link]
  public var transfers: [Link]
  /// What throughput and transit are measured in.
  public var measure: FlowMeasure
  /// The indicators that the data can tell of at all; the others are dropped for all regions.
  public var indicators: [Indicator]

  /// - Parameter containers: for each region the regions that contain it; itself is added.
  public init(
    containers: [[Int]], parties: [Party], presences: [Presence], crimes: [CrimeClaim], ties: [Link],
    transfers: [Link], measure: FlowMeasure = .amounts(currency: "")
  ) {
    self.containers = containers.enumerated().map { region, others in
      Set(others + [region]).sorted().map(Int32.init)
    }
    self.parties = parties
    self.presences = presences
    self.crimes = crimes
    self.ties = ties
    self.transfers = transfers
    self.measure = measure
    let links = [ties, transfers].joined()
    let hasCrimes = !crimes.isEmpty || links.contains { !$0.crimes.isEmpty }
    let hasDates = links.contains { $0.window != .undated }
    indicators = Indicator.allCases.filter { indicator in
      switch indicator {
      case .actors: true
      case .crimeTypes: hasCrimes
      case .momentum: hasDates
      case .crossTies, .brokerage: !ties.isEmpty
      case .throughput, .transit: !transfers.isEmpty
      }
    }
  }

  /// Whether any actor has a role that counts; without one no region can be scored.
  public var hasRoles: Bool { parties.contains { $0.weight > 0 } }

  /// 10⁴, the amount that one unit of throughput and transit stands for before the logarithm.
  public static let amountUnit = 10_000.0
}
