import NexusInterchange
import NexusModel

/// What `nexus doctor` prints: what was recognised, the problems, the remarks, and what rests on whom.
struct DoctorText {
  private let diagnosis: Diagnosis
  private let limit: Int

  /// - Parameter limit: how many findings of a kind are printed.
  init(_ diagnosis: Diagnosis, limit: Int) { (self.diagnosis, self.limit) = (diagnosis, limit) }

  private static let indent = 12

  func text(_ style: TerminalStyle) -> String {
    var blocks = [head(style)]
    blocks += diagnosis.examination.files.map { RecognitionText($0).text(style) }
    blocks += [words(style), summary(style), findings(style)].filter { !$0.isEmpty }
    blocks.append(verdict(style))
    return blocks.joined(separator: "\n\n")
  }

  static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  /// How many findings are left out with the rows that a filter hides, as a sentence; empty for none.
  static func hidden(_ diagnosis: Diagnosis) -> String {
    let number = diagnosis.hiddenFindings
    return number == 0
      ? ""
      : " \(count(number, "finding")) about rows that are hidden \(number == 1 ? "is" : "are") left out."
  }

  private func head(_ style: TerminalStyle) -> String {
    let name = TerminalText.shown(diagnosis.examination.name, width: 60)
    guard let account = diagnosis.examination.reading?.account else {
      return style.heading("\(name): could not be read")
    }
    return style.heading(
      "\(name): \(DoctorText.count(account.read, "row")) read: \(account.used) used, \(account.folded) folded, "
        + "\(account.rejected) rejected")
  }

  // MARK: Words, ratings, sources

  private func words(_ style: TerminalStyle) -> String {
    diagnosis.vocabulary.map { use in
      style.labelled(use.list.plural, DoctorText.list(use), indent: DoctorText.indent)
    }.joined(separator: "\n")
  }

  /// The words of a list, the spellings of one meaning together: `organised-crime 35 (as OC 12)`.
  private static func list(_ use: VocabularyUse) -> String {
    var order: [String] = []
    var byMeaning: [String: [VocabularyUse.Word]] = [:]
    for word in use.words {
      let meaning = word.meaning ?? "?\(word.text)"
      if byMeaning[meaning] == nil { order.append(meaning) }
      byMeaning[meaning, default: []].append(word)
    }
    let shown = order.prefix(20).map { meaning in
      let words = byMeaning[meaning] ?? []
      let cells = words.reduce(0) { $0 + $1.cells }
      guard words[0].meaning != nil else {
        return "\(TerminalText.shown(words[0].text, width: 40)) \(cells) (unknown)"
      }
      let others = words.filter { $0.text != meaning }.prefix(3).map {
        TerminalText.shown($0.text, width: 30)
      }
      return "\(meaning) \(cells)" + (others.isEmpty ? "" : " (as \(others.joined(separator: ", ")))")
    }
    return shown.joined(separator: ", ") + (order.count > 20 ? " and \(order.count - 20) more" : "")
  }

  private func summary(_ style: TerminalStyle) -> String {
    var lines: [(head: String, text: String)] = []
    let ratings = diagnosis.ratings
    if ratings.rows > 0 {
      var text = "\(ratings.rows - ratings.ungraded) of \(ratings.rows) rows bear a grade or a confidence"
      if let share = ratings.diagonalShare {
        text +=
          "; \(ratings.onDiagonal) of \(DoctorText.count(ratings.grades, "grade")) "
          + "(\(Numerals.percent(share))) lie on the diagonal A1, B2, C3, D4, E5"
      }
      lines.append(("ratings", text + "."))
    }
    if let coverage = diagnosis.coverage {
      lines.append(
        (
          "sources",
          (coverage.origins == 0
            ? "no row names its origin"
            : "\(coverage.rowsWithOrigin) of \(coverage.rows) rows name one of "
              + DoctorText.count(coverage.origins, "origin"))
            + "; the most covered \(coverage.tenth) of \(DoctorText.count(coverage.actors.count, "actor")) "
            + "\(coverage.tenth == 1 ? "has" : "have") \(Numerals.percent(coverage.shareOfTenth)) of the mentions "
            + "(Gini \(Numerals.hundredths(coverage.gini)))."
        ))
    }
    if !diagnosis.handling.isEmpty {
      lines.append(
        ("handling", diagnosis.handling.map { "\($0.code) \($0.rows)" }.joined(separator: ", ")))
    }
    for (position, note) in diagnosis.examination.notes.enumerated() {
      lines.append((position == 0 ? "notes" : "", note))
    }
    return lines.map { style.labelled($0.head, $0.text, indent: DoctorText.indent) }.joined(separator: "\n")
  }

  // MARK: Findings

  private func findings(_ style: TerminalStyle) -> String {
    [Finding.Severity.fault, .remark].compactMap { severity in
      let found = diagnosis.findings.filter { $0.severity == severity }
      guard !found.isEmpty else { return nil }
      let title = severity == .fault ? "Problems" : "Remarks"
      let kinds = Finding.Kind.all.compactMap { kind in
        let ofKind = found.filter { $0.kind == kind }
        return ofKind.isEmpty ? nil : self.kind(kind, ofKind, style)
      }
      return style.heading("\(title) (\(found.count))") + "\n" + kinds.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func kind(_ kind: Finding.Kind, _ found: [Finding], _ style: TerminalStyle) -> String {
    var lines = ["  " + style.heading("\(kind.name)") + (found.count > 1 ? " (\(found.count))" : "")]
    let shown = found.prefix(limit)
    for (position, finding) in shown.enumerated() {
      let place = finding.place.isEmpty ? "" : finding.place + ": "
      lines += DoctorText.hanging(place + finding.message, "    ", style)
      let isLastOfFix = position + 1 == shown.count || shown[position + 1].fix != finding.fix
      if isLastOfFix { lines += DoctorText.hanging("→ " + finding.fix, "      ", style) }
    }
    if found.count > shown.count {
      lines.append("    … and \(found.count - shown.count) more; --limit shows them")
    }
    return lines.joined(separator: "\n")
  }

  private static func hanging(_ text: String, _ margin: String, _ style: TerminalStyle) -> [String] {
    TextWrap.lines(text, width: style.width - margin.count, indent: 2).map { margin + $0 }
  }

  private func verdict(_ style: TerminalStyle) -> String {
    let (faults, remarks) = (diagnosis.faults.count, diagnosis.remarks.count)
    let found = faults == 0 ? "No problems" : DoctorText.count(faults, "problem")
    let rest = remarks == 0 ? "no remarks" : DoctorText.count(remarks, "remark")
    guard diagnosis.examination.failure != nil else { return style.heading("\(found), \(rest).") }
    return style.heading(
      "Cannot be read as it is" + (faults + remarks == 0 ? "." : ": \(found.lowercased()), \(rest)."))
  }
}
