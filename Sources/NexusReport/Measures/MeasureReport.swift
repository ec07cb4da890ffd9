internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// The values of chosen measures in one network.
public struct MeasureReport: Sendable {
  public let input: MeasureInput
  public let choice: MeasureChoice
  /// In the order of the choice; measures that are not defined for this network are left out, with a note.
  public let results: [MeasureResult]
  public let notes: [String]

  /// Computes the chosen measures, family by family.
  ///
  /// - Parameter finished: told the name of each family as it ends.
  /// - Throws: ``MeasureError/failed(_:reason:)`` when a measure that was named cannot be had.
  public init(
    _ choice: MeasureChoice, of input: MeasureInput, finished: (String) -> Void = { _ in }
  ) throws(MeasureError) {
    var found: [String: MeasureResult] = [:]
    var notes: [String] = []
    for family in MeasureFamily.all {
      let wanted = Set(choice.measures.map(\.name)).intersection(family.measures.map(\.name))
      guard !wanted.isEmpty else { continue }
      // One at a time where one fails, so that the others stand and the message names it.
      let results: [MeasureResult]
      do { results = try family.compute(input, wanted) } catch {
        results = try MeasureReport.apart(family, input, wanted, choice, &notes)
      }
      for result in results { found[result.name] = result }
      finished(family.name)
    }
    self.input = input
    self.choice = choice
    self.results = choice.measures.compactMap { found[$0.name] }
    self.notes = notes
  }

  private static func apart(
    _ family: MeasureFamily, _ input: MeasureInput, _ wanted: Set<String>, _ choice: MeasureChoice,
    _ notes: inout [String]
  ) throws(MeasureError) -> [MeasureResult] {
    var results: [MeasureResult] = []
    for measure in family.measures where wanted.contains(measure.name) {
      do { results += try family.compute(input, [measure.name]) } catch {
        guard !choice.isExplicit else { throw .failed(measure.name, reason: "\(error)") }
        notes.append("\(measure.name) is left out. \(error)")
      }
    }
    return results
  }
}

extension MeasureReport {
  /// The values of actors, one row an actor in input order; nil when no such measure was asked for.
  public var actorTable: Table? {
    let columns = results.compactMap { result in
      if case .actors(let values) = result.values { (result.name, values) } else { nil }
    }
    guard !columns.isEmpty else { return nil }
    var table = Table("measures", columns: ["id", "name", "role", "type"] + columns.map(\.0))
    let actors = input.network.actors
    for actor in 0..<actors.count {
      table.append(
        [
          .text(actors.ids[actor]), .text(actors.names[actor]), .text(actors.roles[actor].word),
          .text(actors.types[actor].word),
        ] + columns.map { MeasureReport.cell($0.1[actor]) })
    }
    return table
  }

  /// The values of ties, one row an edge of the simple view; nil when no such measure was asked for.
  public var tieTable: Table? {
    let columns = results.compactMap { result in
      if case .ties(let values) = result.values { (result.name, values) } else { nil }
    }
    guard !columns.isEmpty else { return nil }
    var table = Table("tie_measures", columns: ["source", "target", "strength"] + columns.map(\.0))
    let ids = input.network.actors.ids
    for (position, edge) in input.graph.edges.enumerated() {
      table.append(
        [.text(ids[edge.source.index]), .text(ids[edge.target.index]), .real(edge.strength)]
          + columns.map { MeasureReport.cell($0.1[position]) })
    }
    return table
  }

  /// The numbers of the network as a whole; nil when none was asked for.
  public var networkTable: Table? {
    var table = Table("network_measures", columns: ["measure", "value"])
    for case (let name, .network(let value)) in results.map({ ($0.name, $0.values) }) {
      table.append([.text(name), MeasureReport.cell(value)])
    }
    return table.rows.isEmpty ? nil : table
  }

  /// The measures that are tables of their own.
  public var ownTables: [Table] {
    results.compactMap { if case .table(let table) = $0.values { table } else { nil } }
  }

  public var tables: [Table] { [actorTable, tieTable, networkTable].compactMap { $0 } + ownTables }

  /// Whole numbers without a point.
  private static func cell(_ value: Double?) -> Table.Cell {
    guard let value, value.isFinite else { return .empty }
    return value == value.rounded() && abs(value) < 1e15 ? .whole(Int(value)) : .real(value)
  }
}
