import NexusModel

/// The outline of a symbol, which tells what kind of thing an actor is.
enum SymbolShape: String, Hashable, CaseIterable, Sendable {
  case person = "Person"
  case organisation = "Organisation"
  case company = "Company"
  case bank = "Bank"
  case npo = "Non-profit"
  case account = "Account"
  case vessel = "Vessel"
  case place = "Place"
  case unknown = "Type not known, or other"

  /// Words that the vocabulary does not know look like those the data do not give.
  init(_ type: ActorType) {
    self =
      switch type {
      case .person: .person
      case .organisation: .organisation
      case .company: .company
      case .bank: .bank
      case .npo: .npo
      case .account: .account
      case .vessel: .vessel
      case .place: .place
      default: .unknown
      }
  }

  /// The corners around (0, 0), with the area of a circle of radius 1; nil for the circle and the ellipse.
  var corners: [Point]? { Self.corners[self] }

  /// Half the width and height of the ellipse of an unknown type, for radius 1.
  static let ellipse = Point(x: 1.25, y: 0.8)

  /// The greatest distance from the middle to the outline, for radius 1.
  var reach: Double {
    switch self {
    case .person: 1
    case .unknown: Self.ellipse.x
    default: corners?.map(\.length).max() ?? 1
    }
  }

  private static let corners: [SymbolShape: [Point]] = [
    .organisation: outline([(-1, -1), (1, -1), (1, 1), (-1, 1)]),
    .company: outline([(0, -1), (1, 0), (0, 1), (-1, 0)]),
    .bank: outline([(0, -1), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309)]),
    .npo: outline([(1, 0), (0.5, 0.866), (-0.5, 0.866), (-1, 0), (-0.5, -0.866), (0.5, -0.866)]),
    .account: outline([(0, -1), (0.866, 0.5), (-0.866, 0.5)]),
    .vessel: outline([(0, 1), (0.866, -0.5), (-0.866, -0.5)]),
    .place: outline([
      (0, -1), (1, -0.1), (0.62, -0.1), (0.62, 0.8), (-0.62, 0.8), (-0.62, -0.1), (-1, -0.1),
    ]),
  ]

  /// The polygon scaled to the area π.
  private static func outline(_ corners: [(Double, Double)]) -> [Point] {
    var doubled = 0.0
    for (first, second) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      doubled += first.0 * second.1 - second.0 * first.1
    }
    let scale = (2 * Double.pi / abs(doubled)).squareRoot()
    return corners.map { Point(x: $0.0 * scale, y: $0.1 * scale) }
  }
}
