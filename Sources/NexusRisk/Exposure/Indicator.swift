/// One of the seven quantities that the exposure of a region is made of.
public enum Indicator: Int, Hashable, CaseIterable, Sendable {
  case actors, crimeTypes, momentum, crossTies, brokerage, throughput, transit

  /// The dimension whose mean the indicator enters.
  public var dimension: Dimension {
    switch self {
    case .actors, .crimeTypes, .momentum: .threat
    case .crossTies, .brokerage: .nexus
    case .throughput, .transit: .flow
    }
  }

  /// The name of its column.
  public var name: String {
    switch self {
    case .actors: "actors"
    case .crimeTypes: "crime_types"
    case .momentum: "momentum"
    case .crossTies: "cross_ties"
    case .brokerage: "brokerage"
    case .throughput: "throughput"
    case .transit: "transit"
    }
  }
}

/// A group of indicators that are evidence of the same thing.
public enum Dimension: Int, Hashable, CaseIterable, Sendable {
  case threat, nexus, flow

  /// The name of its column; that of its contribution is `c_` before it.
  public var name: String {
    switch self {
    case .threat: "threat"
    case .nexus: "nexus"
    case .flow: "flow"
    }
  }
}

/// One number for each case of an ``Indicator`` or a ``Dimension``; nil where it is not in use.
public struct Profile<Key: CaseIterable & RawRepresentable & Hashable & Sendable>: Hashable, Sendable
where Key.RawValue == Int {
  private var values: [Double?]

  public init() { values = Array(repeating: nil, count: Key.allCases.count) }

  /// One number for each case, in the order of the cases.
  public init(_ values: [Double?]) {
    precondition(values.count == Key.allCases.count, "A profile has one value for each of its cases.")
    self.values = values
  }

  public subscript(key: Key) -> Double? {
    get { values[key.rawValue] }
    set { values[key.rawValue] = newValue }
  }

  /// The cases in use with their numbers, in the order of the cases.
  public var present: [(key: Key, value: Double)] {
    Key.allCases.compactMap { key in self[key].map { (key, $0) } }
  }
}
