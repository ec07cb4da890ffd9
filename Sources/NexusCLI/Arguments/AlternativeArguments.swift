public import ArgumentParser
import Foundation
import NexusModel
public import NexusRisk

/// Another index beside the Nexus Exposure Index: other scales, weights or means.
struct AlternativeArguments: ParsableArguments {
  enum AggregateChoice: String, ExpressibleByArgument, CaseIterable {
    case arithmetic, quadratic, geometric, harmonic
    case shiftedGeometric = "shifted-geometric"
    case mpi, ampi, copeland

    var aggregation: CompositeAggregation {
      switch self {
      case .arithmetic: .mean(.arithmetic)
      case .quadratic: .mean(.quadratic)
      case .geometric: .mean(.geometric)
      case .harmonic: .mean(.harmonic)
      case .shiftedGeometric: .mean(.shiftedGeometric)
      case .mpi: .mazziottaPareto(.original)
      case .ampi: .mazziottaPareto(.adjusted)
      case .copeland: .copeland
      }
    }

    /// Whether the mean takes values below 0, as z-scores are.
    var takesNegatives: Bool { self == .arithmetic || self == .copeland }
  }

  @Option(help: "Adds an index on another scale, beside the default one.")
  var normalise: Normalisation?

  @Option(
    help: ArgumentHelp(
      "Adds an index with other weights: equal, pca, bod (benefit of the doubt), or a JSON file with weights or "
        + "comparisons in pairs of dimensions or indicators.", valueName: "choice or file"))
  var weights: String?

  @Option(help: "Adds an index by another mean; mpi and ampi are for description only.")
  var aggregate: AggregateChoice?

  @Option(help: ArgumentHelp("JSON with the lower and upper goalpost of each indicator.", valueName: "file"))
  var goalposts: String?

  /// Whether another index is asked for.
  var isAsked: Bool { normalise != nil || weights != nil || aggregate != nil || goalposts != nil }

  func validate() throws {
    if (normalise == .goalposts) != (goalposts != nil) {
      throw ValidationError("--normalise goalposts and --goalposts FILE belong together.")
    }
    if weights == "bod", aggregate != nil {
      throw ValidationError("--weights bod aggregates by itself. Leave --aggregate out.")
    }
    if normalise == .zScore, weights == "bod" || !(aggregate?.takesNegatives ?? false) {
      throw ValidationError(
        "z-scores lie below 0 as well, which only --aggregate arithmetic and copeland can take.")
    }
  }

  /// The alternative index of one level.
  ///
  /// - Throws: ``CompositeInputError`` that names the file or option that is at fault.
  func scores(_ exposure: RegionalExposure, level: Region.Level) throws(CompositeInputError)
    -> CompositeScores
  {
    var options = CompositeOptions()
    options.normalisation = normalise ?? .halfSaturation
    options.aggregation = aggregate?.aggregation ?? .mean(.shiftedGeometric)
    switch weights {
    case nil, "equal": break
    case "pca": options.weighting = .principalComponent
    case "bod": options.weighting = .benefitOfTheDoubt
    case .some(let path): options.weighting = try CompositeFile(path).weighting
    }
    if let goalposts { options.goalposts = try CompositeFile(goalposts).goalposts }
    do { return try exposure.alternative(options, level: level) } catch {
      throw CompositeInputError(source: source(of: error), reason: error.description)
    }
  }

  private func source(of error: CompositeError) -> String {
    switch error {
    case .goalpostsMissing, .goalpostsReversed: return goalposts ?? "--goalposts"
    case .valueTooSmall: return "--aggregate \(aggregate?.rawValue ?? "shifted-geometric")"
    default:
      return weights.map { ["pca", "bod", "equal"].contains($0) ? "--weights \($0)" : $0 } ?? "--weights"
    }
  }
}

extension Normalisation: ExpressibleByArgument {}

/// Why another index cannot be computed: the file or option at fault, what is wrong, and how to mend it.
struct CompositeInputError: Error, CustomStringConvertible {
  var source: String
  var reason: String
  var isMissingInput = false

  var description: String { "\(source): \(reason)" }
}
