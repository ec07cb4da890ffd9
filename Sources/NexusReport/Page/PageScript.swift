private import Crypto
private import Foundation

/// Style and script of the page, from files of the package, and the policy that lets a browser run these and nothing
/// else.
enum PageScript {
  static let style = String(decoding: PackageResources.report_css, as: UTF8.self)

  /// The parts in the order in which they lean on each other, in one function, so that no name of theirs is global.
  static let script: String = {
    let parts = [
      PackageResources.words_js, PackageResources.data_js, PackageResources.filters_js,
      PackageResources.map_js, PackageResources.keyboard_js, PackageResources.cards_js,
      PackageResources.search_js, PackageResources.tables_js, PackageResources.page_js,
    ]
    return "(() => {\n\"use strict\";\n"
      + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "})();\n"
  }()

  /// Nothing may be loaded, sent or embedded. Of scripts and styles those with the right SHA-256 run, so none that a
  /// name of the data could smuggle in, and no text can become markup later either.
  static var policy: String {
    [
      "default-src 'none'", "script-src 'sha256-\(digest(of: script))'",
      "style-src 'sha256-\(digest(of: style))'", "base-uri 'none'", "form-action 'none'",
      "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")
  }

  static func digest(of text: String) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}
