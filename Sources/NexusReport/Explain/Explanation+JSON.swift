internal import NexusModel

extension Explanation {
  /// The explanation as JSON, with the formula and what was tried.
  public var document: JSONValue {
    [
      "subject": .text(subject), "about": .text(about), "measure": .text(measure), "value": .real(value),
      "contributions": .list(
        contributions.map { ["name": .text($0.name), "value": .real($0.value)] }),
      "contribution_note": .text(contributionNote),
      "evidence": .list(
        evidence.map { effect in
          [
            "row": .text(effect.place), "says": .text(effect.says), "confidence": .real(effect.confidence),
            "refutes": .flag(effect.stance == .refutes), "value_without": .real(effect.valueWithout),
          ]
        }),
      "evidence_note": .text(evidenceNote), "rows_found": .whole(rowsFound),
      "rows_tried": .whole(rowsTried), "formula": .text(formula),
      "defaults": .texts(defaults),
      "notes": .texts(notes), "measures": .texts(measures),
    ]
  }
}
