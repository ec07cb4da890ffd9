internal import NexusModel

/// Which measures are wanted.
public struct MeasureChoice: Sendable {
  /// In the order in which they were named, each once.
  public let measures: [Measure]
  /// Whether somebody named them: then one that cannot be had is an error, else it is left out with a note.
  public let isExplicit: Bool

  /// The structural columns of `actors.csv`.
  public static let standard = MeasureChoice(
    measures: MeasureFamily.standard.compactMap { MeasureChoice.known[$0] }, isExplicit: false)

  /// Measures by name, or all of a family by its name. Case, `-` and `_` are one.
  ///
  /// - Throws: ``MeasureError/unknown(_:near:)``
  public init(names: [String]) throws(MeasureError) {
    var measures: [Measure] = []
    for name in names {
      let folded = name.lowercased().replacing("-", with: "_")
      if let measure = MeasureChoice.known[folded] {
        measures.append(measure)
      } else if let family = MeasureFamily.all.first(where: { $0.name == folded }) {
        measures += family.measures
      } else {
        throw .unknown(name, near: NearNames(folded).among(MeasureChoice.names))
      }
    }
    var met: Set<String> = []
    self.init(measures: measures.filter { met.insert($0.name).inserted }, isExplicit: true)
  }

  /// The same for names joined by commas, with or without spaces.
  public init(listed lists: [String]) throws(MeasureError) {
    let names = lists.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
    guard !names.isEmpty else { throw .none }
    try self.init(names: names)
  }

  private init(measures: [Measure], isExplicit: Bool) {
    (self.measures, self.isExplicit) = (measures, isExplicit)
  }

  static let known = Dictionary(
    uniqueKeysWithValues: MeasureFamily.all.flatMap(\.measures).map { ($0.name, $0) })

  /// All names that can be asked for.
  static let names = MeasureFamily.all.flatMap { [$0.name] + $0.measures.map(\.name) }
}

/// Why a measure was not computed.
public enum MeasureError: Error, Sendable, CustomStringConvertible {
  case none
  case unknown(String, near: [String])
  case failed(String, reason: String)

  /// Whether the command line is at fault, not the data.
  public var isAboutWords: Bool {
    switch self {
    case .none, .unknown: true
    case .failed: false
    }
  }

  public var description: String {
    switch self {
    case .none: "No measure is named. `nexus measures --list` names them all."
    case .unknown(let name, let near):
      "There is no measure \"\(name)\"."
        + (near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?")
        + " `nexus measures --list` names them all."
    case .failed(let name, let reason): "\(name): \(reason)"
    }
  }
}
