import Foundation
import NexusModel
import NexusRisk

/// Other weights and half-values for the regional index, from a JSON file:
///
///     {"weights": {"threat": 0.5, "nexus": 0.3, "flow": 0.2}, "half_values": {"actors": 5, "cross_ties": 2}}
///
/// Weights are of the three dimensions of exposure, or of these with `vulnerability` and `consequence`, and sum to 1.
/// What is not named stays as it is.
struct WhatIfFile {
  private(set) var scale: ExposureScale
  private(set) var weights: RiskWeights
  private let file: String

  init(path: String, _ scale: ExposureScale, _ weights: RiskWeights) throws(WhatIfError) {
    (self.scale, self.weights, file) = (scale, weights, path)
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch { throw .unreadable(path) }
    let content: Any
    do { content = try JSONSerialization.jsonObject(with: data) } catch {
      throw .invalid(path, "this is not JSON: \(WhatIfFile.reason(error)). Expected \(WhatIfFile.example).")
    }
    guard let members = content as? [String: Any] else {
      throw .invalid(path, "the top is no object. Expected \(WhatIfFile.example).")
    }
    for key in members.keys.sorted() where key != "weights" && key != "half_values" {
      throw .invalid(path, "there is no part \"\(key)\". The parts are weights and half_values.")
    }
    if let part = members["weights"] { try readWeights(part) }
    if let part = members["half_values"] { try readHalfValues(part) }
    if members.isEmpty { throw .invalid(path, "nothing is changed. Expected \(WhatIfFile.example).") }
  }

  private static let example = #"{"weights": {"threat": 0.5, "nexus": 0.3, "flow": 0.2}}"#

  private static func reason(_ error: any Error) -> String {
    let details = (error as NSError).userInfo["NSDebugDescription"] as? String
    return details ?? "it cannot be parsed"
  }

  private mutating func readWeights(_ part: Any) throws(WhatIfError) {
    let inner = Dimension.allCases.map(\.name)
    let outer = [RiskDimension.vulnerability.name, RiskDimension.consequence.name]
    let values = try numbers(part, "weights", allowed: inner + outer)
    let isRisk = outer.contains { values[$0] != nil }
    let needed = isRisk ? inner + outer : inner
    for name in needed where values[name] == nil {
      throw .invalid(file, "weights: \(name) is missing. Give \(needed.joined(separator: ", ")).")
    }
    for name in needed where (values[name] ?? 0) < 0 {
      throw .invalid(file, "weights.\(name): a weight is 0 or more.")
    }
    let sum = needed.reduce(0) { $0 + (values[$1] ?? 0) }
    guard abs(sum - 1) <= 1e-9 else {
      throw .invalid(
        file, "weights: \(needed.joined(separator: " + ")) is \(sum), not 1. Scale them to sum to 1.")
    }
    let exposure = inner.reduce(0) { $0 + (values[$1] ?? 0) }
    guard exposure > 0 else {
      throw .invalid(
        file, "weights: threat, nexus and flow are all 0, which leaves no exposure. Give one a weight.")
    }
    scale.dimensionWeights = Profile(inner.map { values[$0].map { $0 / exposure } })
    guard isRisk else { return }
    weights.exposure = exposure
    weights.vulnerability = values[outer[0]] ?? 0
    weights.consequence = values[outer[1]] ?? 0
  }

  private mutating func readHalfValues(_ part: Any) throws(WhatIfError) {
    let indicators = Indicator.allCases.filter { scale.halfValues[$0] != nil }
    let counted = "counted_transfers"
    let values = try numbers(part, "half_values", allowed: indicators.map(\.name) + [counted])
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where value <= 0 {
      throw .invalid(file, "half_values.\(name): a half-value is above 0.")
    }
    for indicator in indicators {
      scale.halfValues[indicator] = values[indicator.name] ?? scale.halfValues[indicator]
    }
    scale.countHalfValue = values[counted] ?? scale.countHalfValue
  }

  private func numbers(
    _ part: Any, _ name: String, allowed: [String]
  ) throws(WhatIfError) -> [String: Double] {
    guard let members = part as? [String: Any] else {
      throw .invalid(file, "\(name): expected an object such as {\"\(allowed[0])\": 0.5}.")
    }
    var values: [String: Double] = [:]
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      guard allowed.contains(key) else {
        throw .invalid(
          file, "\(name): there is no \"\(key)\". The names are \(allowed.joined(separator: ", ")).")
      }
      guard let number = value as? NSNumber, String(cString: number.objCType) != "c",
        number.doubleValue.isFinite
      else {
        throw .invalid(file, "\(name).\(key): this is not a number.")
      }
      values[key] = number.doubleValue
    }
    return values
  }
}

/// Why a file of weights cannot be used: where, what, how to mend it.
enum WhatIfError: Error, CustomStringConvertible {
  case unreadable(String)
  case invalid(String, String)

  var isMissingInput: Bool {
    switch self {
    case .unreadable: true
    case .invalid: false
    }
  }

  var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read. Check the name."
    case .invalid(let path, let reason): "\(path): \(reason)"
    }
  }
}
