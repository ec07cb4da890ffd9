import Foundation
import NexusInterchange
import NexusTestSupport
import Testing

@testable import NexusReport

/// Report pages of small data sets.
enum PageFixture {
  static func analysis(of files: [String: String], _ options: AnalysisOptions = quick) throws -> Analysis {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.file(name, text) }
    return try Analysis(of: DatasetReader().read(folder.path), options: options)
  }

  /// Few draws, as no test of the page looks at intervals.
  static var quick: AnalysisOptions {
    var options = AnalysisOptions()
    (options.draws, options.rankDraws) = (20, 5)
    return options
  }

  static func page(of files: [String: String], _ language: PageLanguage = .english) throws -> String {
    try page(of: analysis(of: files), language)
  }

  static func page(ofFile path: String, _ options: AnalysisOptions, _ language: PageLanguage) throws -> String
  {
    try page(of: Analysis(of: DatasetReader().read(path), options: options), language)
  }

  static func page(of analysis: Analysis, _ language: PageLanguage = .english) throws -> String {
    let files = try analysis.resultFiles(optionsUsed: [:], language: language)
    return String(decoding: try #require(files.first { $0.name == "report.html" }).bytes, as: UTF8.self)
  }

  /// The content of the `script` element with an id, as JSON reads it.
  static func block(_ id: String, of page: String) throws -> [String: Any] {
    let head = try #require(page.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let end = try #require(page.range(of: "</script>", range: head.upperBound..<page.endIndex))
    let data = Data(page[head.upperBound..<end.lowerBound].utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
