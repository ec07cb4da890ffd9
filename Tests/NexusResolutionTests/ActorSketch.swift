import NexusGraph
import NexusModel

/// Actors written down one by one, with ties of strength 1, as a network.
struct ActorSketch {
  var actors = Actors()
  private var ties: [Tie] = []

  @discardableResult
  mutating func add(
    _ names: String..., type: ActorType = .person, birth: String? = nil, country: String? = nil
  ) -> ActorID {
    add(names, type: type, birth: birth, country: country)
  }

  @discardableResult
  mutating func add(
    _ names: [String], type: ActorType = .person, birth: String? = nil, country: String? = nil
  ) -> ActorID {
    let actor = actors.append(id: "r\(actors.count)", name: names[0])
    actors.types[actor.index] = type
    actors.particulars.aliases += names.dropFirst().map { ActorAlias(actor: actor, name: $0) }
    if let birth = birth.flatMap(ActorSketch.date) {
      actors.particulars.births.append(ActorBirth(actor: actor, date: birth))
    }
    if let country = country.flatMap({ Region(resolving: $0) }) {
      actors.particulars.nationalities.append(ActorNationality(actor: actor, country: country))
    }
    return actor
  }

  mutating func identify(_ actor: ActorID, _ kind: String, _ value: String) {
    actors.particulars.identifiers.append(ActorIdentifier(actor: actor, kind: kind, value: value))
  }

  mutating func tie(_ first: ActorID, _ second: ActorID) {
    ties.append(Tie(source: first, target: second, evidence: ties.count..<ties.count + 1))
  }

  var network: Network {
    Network(
      name: "sketch", actors: actors, ties: ties,
      tieEvidence: ties.indices.map { Evidence(row: RowID(rawValue: Int32($0))) }, transfers: [],
      origins: [""],
      rows: RowPlaces(files: ["sketch.csv"], places: ties.indices.map { (0, Int32($0 + 2)) }))
  }

  /// `1969`, `1969-05-21`, `circa 1969`
  private static func date(_ text: String) -> BirthDate? {
    let isApproximate = text.hasPrefix("circa ")
    let parts = text.drop { !$0.isNumber }.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    return Instant(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil
    ).map { BirthDate($0, isApproximate: isApproximate) }
  }
}
