internal import NexusAlgorithms
public import NexusModel
public import NexusRisk

extension Table {
  /// Where terrorist and organised-crime actors are joined more often than by chance, by region.
  public static func chance(byRegion groups: [ChanceGroup<Region>]) -> Table {
    chance("chance_by_region", groups, columns: ["region", "name"]) { [.text($0.code), .text($0.name)] }
  }

  /// The same by kind of crime.
  public static func chance(byCrime groups: [ChanceGroup<Crime>]) -> Table {
    chance("chance_by_crime", groups, columns: ["crime"]) { [.text($0.word)] }
  }

  /// Groups without a test have empty cells.
  private static func chance<Subject>(
    _ name: String, _ groups: [ChanceGroup<Subject>], columns: [String], _ cells: (Subject) -> [Cell]
  ) -> Table {
    var table = Table(
      name,
      columns: columns + [
        "actors", "terrorists", "organised_crime", "edges", "observed", "expected", "ratio", "p",
        "p_adjusted",
      ])
    for group in groups {
      let test = group.test
      table.append(
        cells(group.subject) + [
          .whole(test?.actors), .whole(test?.terrorists), .whole(test?.organisedCrime), .whole(test?.edges),
          .whole(test?.observed), .real(test?.expected), .real(test?.ratio), .real(test?.pValue),
          .real(test?.adjusted),
        ])
    }
    return table
  }

  /// Roles by kind of crime, with the share of a crime's pairs that reach into terrorism.
  public static func crimeMixing(_ mixing: [CrimeMixing]) -> Table {
    let roles = Roles.known.map { Role(folding: $0) }.filter { !$0.isProtected }
    let others = Set(mixing.flatMap(\.actors.keys)).subtracting(roles).sorted()
    var table = Table(
      "crime_mixing",
      columns: ["crime"] + (roles + others).map { $0.word.replacing("-", with: "_") }
        + ["pairs", "reaching", "share", "low", "high"])
    for row in mixing {
      table.append(
        [.text(row.crime.word)] + (roles + others).map { .whole(row.actors[$0] ?? 0) } + [
          .whole(row.pairs), .whole(row.reaching), .real(row.share?.share), .real(row.share?.low),
          .real(row.share?.high),
        ])
    }
    return table
  }
}
