import Foundation
import NexusRisk

/// A JSON file of weights, of comparisons in pairs, or of goalposts:
///
///     {"threat": 0.5, "nexus": 0.3, "flow": 0.2}
///     {"names": ["threat", "nexus", "flow"], "comparisons": [[1, 3, 5], ["1/3", 1, 3], ["1/5", "1/3", 1]]}
///     {"actors": [0, 10], "crime_types": [0, 7]}
struct CompositeFile {
  private let path: String
  private let members: [String: Any]

  init(_ path: String) throws(CompositeInputError) {
    self.path = path
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw CompositeInputError(
        source: path, reason: "cannot be read. Check the name of the JSON file.", isMissingInput: true)
    }
    let content: Any?
    do { content = try JSONSerialization.jsonObject(with: data) } catch { content = nil }
    guard let members = content as? [String: Any] else {
      throw CompositeInputError(
        source: path, reason: #"this is no JSON object. Expected {"threat": 0.5, "nexus": 0.3, "flow": 0.2}."#
      )
    }
    self.members = members
  }

  /// Weights or comparisons.
  var weighting: Weighting {
    get throws(CompositeInputError) {
      guard let comparisons = members["comparisons"] else { return .given(try weights) }
      guard let rows = comparisons as? [[Any]], let names = members["names"] as? [String],
        Set(names).count == names.count
      else {
        throw fault(
          #"comparisons need distinct names and a matrix: {"names": ["threat", "nexus"], "comparisons": [[1, 3], ["1/3", 1]]}."#
        )
      }
      var matrix: [[Double]] = []
      for (row, cells) in rows.enumerated() {
        var values: [Double] = []
        for (column, cell) in cells.enumerated() {
          guard let value = CompositeFile.number(cell) else {
            throw fault(
              "comparisons, row \(row + 1), cell \(column + 1): this is no number such as 3 or \"1/3\".")
          }
          values.append(value)
        }
        matrix.append(values)
      }
      return .comparisons(names: names, matrix: matrix)
    }
  }

  private var weights: [String: Double] {
    get throws(CompositeInputError) {
      let weights = members["weights"] as? [String: Any] ?? members
      var values: [String: Double] = [:]
      for (name, weight) in weights.sorted(by: { $0.key < $1.key }) {
        guard let value = CompositeFile.number(weight) else {
          throw fault("the weight of \"\(name)\" is no number. Expected a share such as 0.5.")
        }
        values[name] = value
      }
      return values
    }
  }

  var goalposts: [String: Goalposts] {
    get throws(CompositeInputError) {
      let known = Indicator.allCases.map(\.name)
      var posts: [String: Goalposts] = [:]
      for (name, pair) in members.sorted(by: { $0.key < $1.key }) {
        guard known.contains(name) else {
          throw fault("\"\(name)\" is no indicator. Expected \(known.joined(separator: ", ")).")
        }
        let values = (pair as? [Any] ?? []).compactMap(CompositeFile.number)
        guard values.count == 2 else {
          throw fault("\(name): expected the lower and the upper goalpost, such as [0, 10].")
        }
        posts[name] = Goalposts(low: values[0], high: values[1])
      }
      return posts
    }
  }

  private func fault(_ reason: String) -> CompositeInputError {
    CompositeInputError(source: path, reason: reason)
  }

  /// A number, or a fraction as text; a truth value is none.
  private static func number(_ value: Any) -> Double? {
    if let text = value as? String {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
        Double($0.trimmingCharacters(in: .whitespaces))
      }
      guard parts.count == 2, let over = parts[0], let under = parts[1], under != 0 else {
        return parts.count == 1 ? parts[0].flatMap { $0.isFinite ? $0 : nil } : nil
      }
      return over / under
    }
    guard let number = value as? NSNumber, String(cString: number.objCType) != "c",
      number.doubleValue.isFinite
    else { return nil }
    return number.doubleValue
  }
}
