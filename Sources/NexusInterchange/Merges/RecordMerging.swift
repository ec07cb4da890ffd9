internal import NexusModel

/// Which actor each record belongs to while rows are read, and what was met of the records that decisions name.
struct RecordMerging {
  private let decisions: Decisions
  private let places: [(id: String, place: CellPlace)]
  /// Ids of the file that rows of the data bear.
  private var met: Set<String> = []
  private let named: Set<String>
  /// Rows whose ends became one actor.
  private(set) var selfTies = 0

  init(_ file: DecisionsFile) {
    (decisions, places) = (file.decisions, file.places)
    named = Set(file.places.map(\.id))
  }

  /// The id of the actor that a record belongs to.
  mutating func id(of record: String) -> String {
    guard named.contains(record) else { return record }
    met.insert(record)
    return decisions.id(of: record)
  }

  mutating func noteSelfTie() { selfTies += 1 }

  /// Ids of the file that no row bears, with where they stand.
  var unknown: [(id: String, place: CellPlace)] { places.filter { !met.contains($0.id) } }

  /// How many records were met that now are part of another's actor.
  var mergedCount: Int { met.count { decisions.id(of: $0) != $0 } }
}
