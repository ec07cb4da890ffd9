/// Groups of regions beside the hierarchy of M49, such as the members of an organisation: one more level.
///
/// A group is computed from rows like any other region and never summed: an actor in two of its members is one
/// actor of the group, a_iR = 1 − Π (1 − a_ir).
public struct RegionGrouping: Hashable, Sendable {
  /// One group.
  public struct Group: Hashable, Sendable {
    public let name: String
    /// What the name stands for, when the members were so, and who says it; empty for groups of a user's own.
    public let title: String
    public let asOf: String
    public let source: String
    /// The regions that belong to it, ascending.
    public let members: [Region]

    public init(name: String, title: String = "", asOf: String = "", source: String = "", members: [Region]) {
      (self.name, self.title, self.asOf, self.source) = (name, title, asOf, source)
      self.members = Set(members).sorted()
    }

    /// The group as a region.
    public var region: Region { Region(grouping: name) }
  }

  /// By name, each once.
  public let groups: [Group]
  private let memberships: [Region: [Region]]

  /// - Parameter groups: groups of one name are united, the first one's title kept.
  public init(_ groups: [Group]) {
    var byName: [String: Group] = [:]
    for group in groups {
      let known = byName[group.name] ?? group
      byName[group.name] = Group(
        name: known.name, title: known.title, asOf: known.asOf, source: known.source,
        members: known.members + group.members)
    }
    self.groups = byName.values.sorted { $0.name < $1.name }
    var memberships: [Region: [Region]] = [:]
    for group in self.groups {
      for member in group.members { memberships[member, default: []].append(group.region) }
    }
    self.memberships = memberships
  }

  /// The groups that a region lies in: those that it or an area around it belongs to, those that all its countries
  /// belong to, and one of its own name ("EU").
  ///
  /// - Returns: ascending; nothing for a region that only overlaps with a group.
  public func groups(containing region: Region) -> [Region] {
    var found = Set(([region] + region.ancestors).flatMap { memberships[$0] ?? [] })
    if !region.isGrouping {
      found.formUnion(groups.lazy.filter { $0.name == region.code }.map(\.region))
    }
    let countries = region.countries
    if let first = countries.first {
      let shared = countries.dropFirst().reduce(Set(memberships[first] ?? [])) {
        $0.intersection(memberships[$1] ?? [])
      }
      found.formUnion(shared)
    }
    return found.sorted()
  }
}

extension Region {
  /// The countries of an area of M49, ascending; none for a country, the world, or a region of its own.
  public var countries: [Region] {
    guard level == .subregion || level == .region else { return [] }
    return RegionHierarchy.countries.map(Region.init(code:)).filter { $0.ancestor(at: level) == self }
  }
}
