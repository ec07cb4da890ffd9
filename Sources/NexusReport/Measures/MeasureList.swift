extension MeasureFamily {
  /// The machine-readable form of `nexus measures --list`.
  public static var document: JSONValue {
    [
      "measures": .list(
        all.flatMap { family in
          family.measures.map { measure in
            [
              "name": .text(measure.name), "family": .text(family.name),
              "subject": .text(measure.subject.rawValue), "cost": .text(measure.cost.rawValue),
              "definition": .text(measure.definition),
              "standard": .flag(standard.contains(measure.name)),
            ]
          }
        })
    ]
  }
}
