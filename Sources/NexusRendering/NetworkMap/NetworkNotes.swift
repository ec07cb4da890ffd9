import NexusModel

/// What a reader must know of a map besides its legend: what it leaves out, and how not to read it.
struct NetworkNotes: Sendable {
  /// The caller's notes first.
  let lines: [String]
  /// One paragraph for readers who cannot see the picture.
  let summary: String

  init(
    _ map: NetworkMap, _ scene: NetworkScene, _ layout: NetworkLayout, _ labels: LabelPlacement,
    _ groups: [GroupShape]
  ) {
    let own =
      Self.hidden(map, scene) + Self.labelled(map, scene, labels) + Self.grouped(groups)
      + [Self.reading(map, scene, layout)]
    lines = map.notes + own
    let cross = scene.ties.count { $0.isCross }
    summary =
      ([
        "Network map of \(Numerals.count(scene.actors.count, "actor")) and \(Numerals.count(scene.ties.count, "line")),"
          + " \(Numerals.count(cross)) of them between terrorism and organised crime."
      ] + lines.map { DisplayText.clean($0, limit: 2_000) }).joined(separator: " ")
  }

  private static func hidden(_ map: NetworkMap, _ scene: NetworkScene) -> [String] {
    var notes: [String] = []
    if scene.hiddenActors > 0 {
      notes.append(
        "Drawn: \(Numerals.count(scene.actors.count)) of \(Numerals.count(map.actors.count, "actor")), those with the "
          + "largest \(DisplayText.clean(map.measure, limit: 60)) that are tied to each other; "
          + "\(Numerals.count(scene.hiddenActors)) are hidden.")
    }
    if scene.hiddenTies > 0 {
      notes.append(
        "Drawn: \(Numerals.count(scene.ties.count)) of \(Numerals.count(scene.ties.count + scene.hiddenTies, "line")); "
          + "\(Numerals.count(scene.hiddenTies)) are hidden"
          + (scene.ties.count >= map.maximumTies
            ? ". Kept: a backbone that joins all, lines between terrorism and organised crime, then the strongest and surest."
            : ", with their actors."))
    }
    if scene.selfTies > 0 {
      notes.append("Not drawn: \(Numerals.count(scene.selfTies, "tie")) of an actor to itself.")
    }
    if scene.unsupportedTies > 0 {
      notes.append(
        "Not drawn: \(Numerals.count(scene.unsupportedTies, "tie")) that no row supports (strength 0).")
    }
    return notes
  }

  private static func labelled(_ map: NetworkMap, _ scene: NetworkScene, _ labels: LabelPlacement) -> [String]
  {
    guard !scene.actors.isEmpty else { return [] }
    guard map.panels.isEmpty else {
      return [
        "Each picture shows all tied actors in one place, those without a tie in it faded, and names a few."
      ]
    }
    let isProtecting = scene.actors.contains { $0.actor.role.isProtected }
    return [
      "Named: \(Numerals.count(labels.labels.count)) of \(Numerals.count(scene.actors.count, "drawn actor"))"
        + (labels.leftOut > 0 ? "; \(Numerals.count(labels.leftOut)) more names found no free place" : "")
        + (isProtecting ? "; victims, witnesses and reporting parties never are." : ".")
    ]
  }

  private static func grouped(_ groups: [GroupShape]) -> [String] {
    guard !groups.isEmpty else { return [] }
    let split = groups.count { $0.bodies.count > 1 }
    let overlaps = GroupShape.overlaps(among: groups)
    return [
      "Groups: \(Numerals.count(groups.count))"
        + (split > 0
          ? ", \(Numerals.count(split)) of them in several shapes, as others stand between their members; "
          : ", a shape each; ")
        + (overlaps == 0 ? "none overlap." : "\(Numerals.count(overlaps, "pair")) of them overlap.")
    ]
  }

  private static func reading(_ map: NetworkMap, _ scene: NetworkScene, _ layout: NetworkLayout) -> String {
    let placed: String
    var faint = ""
    if case .places(_, let isGeographic) = map.layout {
      placed =
        isGeographic
        ? "Layout: by the middle of each actor's country, moved apart where several share one; no borders are drawn. "
        : ""
      let below = scene.ties.count { layout.isBelow($0) }
      if below > 0, map.highlight == nil {
        faint =
          "\(Numerals.count(below, "line")) to actors without a place \(below == 1 ? "is" : "are") faint. "
      }
    } else {
      let methods = layout.methods.joined(separator: ", ")
      placed =
        methods.isEmpty
        ? ""
        : "Layout: \(methods); tied actors stand near each other; up, down, left and right mean nothing. "
    }
    return placed + faint + "A place on this map is not a finding about a person."
  }
}
