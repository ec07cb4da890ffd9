import Foundation
import NexusReport

/// Whether stdout is a terminal that may be coloured, and how wide it is.
struct TerminalStyle {
  var isColoured = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  /// As wide as the terminal, up to 100 columns.
  var width = min(100, TerminalStyle.terminalWidth ?? 100)

  private static var terminalWidth: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40
    else {
      return nil
    }
    return Int(size.ws_col)
  }

  func heading(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}

extension AnalysisSummary {
  /// The summary as text, wrapped to the width of the screen, names made harmless.
  func text(_ style: TerminalStyle) -> String {
    var text: [String] = []
    for (position, line) in lines.enumerated() {
      if position == rankingPosition { text += ranking(style) }
      let label = style.heading(TerminalText.padded(line.heading, to: 14))
      for (number, part) in TerminalText.wrapped(line.text, to: style.width - 14).enumerated() {
        text.append((number == 0 ? label : String(repeating: " ", count: 14)) + part)
      }
    }
    return text.joined(separator: "\n")
  }

  private func ranking(_ style: TerminalStyle) -> [String] {
    let column = (style.width - 14) / max(rankings.count, 1)
    let heads = rankings.map { TerminalText.padded($0.measure, to: column) }.joined().trimmingSuffix(" ")
    let depth = rankings.map(\.names.count).max() ?? 0
    guard depth > 0 else { return [] }
    let rows = (0..<depth).map { row in
      TerminalText.padded(rankingLegend.indices.contains(row) ? rankingLegend[row] : "", to: 14)
        + rankings.map { ranking in
          let name = ranking.names.indices.contains(row) ? ranking.names[row] : ""
          return TerminalText.padded(TerminalText.shown(name, width: column - 2), to: column)
        }.joined()
    }.map { String($0.trimmingSuffix(" ")) }
    return [style.heading(TerminalText.padded("top actors", to: 14)) + style.heading(String(heads))] + rows
  }
}

extension StringProtocol {
  /// Without the characters at its end that equal this one.
  fileprivate func trimmingSuffix(_ character: Character) -> SubSequence {
    guard let end = lastIndex(where: { $0 != character }) else { return self[startIndex..<startIndex] }
    return self[...end]
  }
}
