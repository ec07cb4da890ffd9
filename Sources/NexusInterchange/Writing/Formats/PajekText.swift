internal import NexusGraph
internal import NexusModel

/// Writes Pajek networks as Pajek and NetworkX read them; the inverse of ``Pajek``.
///
/// | of the network | Pajek |
/// |---|---|
/// | an actor | a vertex whose label is its id, at the place `0.0 0.0` with the shape `ellipse`, as NetworkX writes it |
/// | a row of a tie that points, a transfer | a line of `*Arcs` |
/// | a row of a tie that does not | a line of `*Edges` |
/// | strength | the third number of the line |
/// | what tables know of them | words in pairs behind: `role "terrorist"` |
///
/// Lost, and counted: values under names that tables do not know, the further rows of an actor, and of values the
/// quotation marks and line ends, which Pajek cannot write.
///
/// Source: see ``Pajek``.
struct PajekText {
  private static let quoteLoss =
    "values with quotation marks, line ends or control characters, written as ' and spaces"

  private var replaced = 0
  private var losses = LossTally()

  static func bytes(_ rows: RecordRows, _ losses: inout LossTally) -> [UInt8] {
    var writer = PajekText()
    let text = writer.text(rows)
    losses.add(quoteLoss, writer.replaced)
    for loss in writer.losses.losses { losses.add(loss.what, loss.count) }
    return Array(text.utf8)
  }

  private mutating func text(_ rows: RecordRows) -> String {
    let ids = WrittenIDs(rows.network.actors.ids) { plain($0) }
    var text = "*Vertices \(rows.actors.count)\n"
    for actor in rows.actors {
      let number = actor.actor.index
      text += "\(number + 1) \"\(ids[number])\" 0.0 0.0 ellipse"
      text += pairs(actor.rows[0], besides: [], of: "actors") + "\n"
      losses.add("further rows of actors", actor.rows.count - 1)
    }
    // Arcs first: NetworkX takes the direction of all lines from the first section.
    let isArc = { (link: RecordRows.LinkRow) in link.isDirected != false }
    for (section, links) in [
      ("*Arcs", (rows.ties + rows.transfers).filter(isArc)), ("*Edges", rows.ties.filter { !isArc($0) }),
    ] where !links.isEmpty {
      text += section + "\n"
      for link in links {
        text += "\(link.source.index + 1) \(link.target.index + 1) \(link.row[.strength] ?? "1")"
        text += pairs(link.row, besides: [.strength], of: "ties and transfers") + "\n"
      }
    }
    return text
  }

  private mutating func pairs(_ row: WrittenRow, besides own: Set<Field>, of what: String) -> String {
    var text = ""
    for cell in row.cells {
      guard case .field(let field) = cell.column else {
        let isPlace = cell.column.name == WrittenRow.placeColumn
        losses.add(
          isPlace
            ? "places of rows of \(what), file and line"
            : "values of \(what) under names that nexus does not use")
        continue
      }
      if own.contains(field) { continue }
      text += " \(field.rawValue) \"\(plain(cell.value))\""
    }
    return text
  }

  /// What can stand between quotation marks.
  private mutating func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": plain += "'"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    if plain != text { replaced += 1 }
    return plain
  }
}
