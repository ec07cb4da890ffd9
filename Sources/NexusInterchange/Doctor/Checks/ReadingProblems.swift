/// What the reader met, with what mends it.
enum ReadingProblems {
  static func findings(in examination: Examination) -> [Finding] {
    let problems = (examination.reading?.problems ?? []) + examination.formProblems
    let words = (examination.reading?.unknownWords ?? []).map(finding)
    return problems.filter { $0.kind != .unknownWord }.map { Finding($0, fix: $0.kind.fix) } + words
  }

  /// An unknown word with the near ones, and how a spec mends it everywhere.
  private static func finding(_ unknown: UnknownWord) -> Finding {
    let near = unknown.list.words(near: unknown.word)
    let shown = MessageText.quoted(unknown.word)
    let question =
      near.isEmpty ? "" : " Did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
    let example = near.first ?? "unknown"
    let replacement = "\"vocabulary\": {\"\(unknown.list.plural)\": {\(shown): \"\(example)\"}}"
    let fix =
      near.isEmpty
      ? "The \(unknown.list.plural) are \(unknown.list.known.joined(separator: ", ")). Write one of them, or let a spec "
        + "say which is meant: \(replacement) (--write-spec, then --spec)."
      : "Write it so, or let a spec do it: \(replacement) (--write-spec, then --spec)."
    return Finding(
      Problem(
        kind: .unknownWord, file: unknown.file, line: unknown.line, column: unknown.column,
        message: "\(unknown.list.rawValue) \(shown) is not in the vocabulary (\(unknown.count) "
          + "\(unknown.count == 1 ? "cell" : "cells")); it was kept.\(question)"),
      fix: fix)
  }
}

extension Problem.Kind {
  /// What mends problems of this kind in general.
  var fix: String {
    switch self {
    case .missingEnd: "Fill in the end, or name the right columns: --map source=COLUMN --map target=COLUMN."
    case .unreadableAmount, .unreadableStrength:
      "Write 0 or more in digits, such as 1200.50; --decimal-comma or --decimal-point where the mark is in doubt."
    case .missingAmount: "Fill in the amount, or name its column: --map amount=COLUMN."
    case .negativeAmount: "Swap payer and payee, and give the amount without its sign."
    case .amountOutOfRange: "Give 0, or an amount from 1e-100 to 1e100."
    case .unreadableConfidence:
      "Give a share from 0 to 1; an Admiralty grade has a column of its own: --map grade=COLUMN."
    case .unreadableDirection: "Write directed or undirected, or decide for all: --directed, --undirected."
    case .missingActor: "Give the actor an id or a name: --map id=COLUMN."
    case .longRow: "Put cells that hold the delimiter into double quotes."
    case .brokenQuote: "Close the quote, or double it (\"\") where it belongs to the text."
    case .unusableIndicator: "Give a region of ISO 3166 or UN M49 once, with values from 0 to 100."
    case .unreadableDate:
      "Write 2019-05-21, or name the right column: --map date=COLUMN. --day-first or --month-first settles the order."
    case .unreadableGrade: "Write a letter A to F and a digit 1 to 6, such as B2."
    case .unreadableCount: "Write a number of observations, 0 or more."
    case .shortRow: "Add the missing delimiters, or the cells that were lost."
    case .strayQuote: "Put the whole cell into quotes and double the quote inside, or remove it."
    case .roleConflict: "Make the roles agree, or tell two actors apart by their ids."
    case .typeConflict: "Make the types agree, or decide that the records are different actors."
    case .unknownRecord: "Write the id as the data have it, or take the decision out of the file."
    case .ambiguousName: "Write the id of the actor that is meant."
    case .unknownWord: "Write a word of the vocabulary."
    }
  }
}
