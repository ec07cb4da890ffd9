import NexusModel

/// Pairs of records that are of one actor or of two, made up for these tests: no name, date or company is anyone's.
///
/// A line is `same` or `different`, the type, both names (aliases behind `;`), both dates of birth, both countries. Of the
/// pairs of two, most are near misses: brothers, fathers and sons, wives and husbands, namesakes born at other times,
/// companies of one trade.
struct LabelledPair {
  var isSame: Bool
  var type: ActorType
  var names: [[String]]
  var births: [String]
  var countries: [String]

  static let all: [LabelledPair] = text.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    precondition(cells.count == 8, "A pair has eight cells: \(line)")
    return LabelledPair(
      isSame: cells[0] == "s", type: ActorType(folding: cells[1] == "p" ? "person" : "company"),
      names: [cells[2], cells[3]].map { $0.split(separator: ";").map(String.init) },
      births: [cells[4], cells[5]], countries: [cells[6], cells[7]])
  }
}
