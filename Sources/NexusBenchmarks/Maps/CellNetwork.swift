import Foundation
import NexusGraph

/// An invented sparse network of cells: dense inside, held together by their leaders, with a few ties across.
///
/// Cells have 5 to 12 members; each member is tied to the leader and to one or two others of its cell. Each leader but
/// the first is tied to an earlier one, drawn so that the well tied have it easier; one actor in ten has a tie to
/// somebody anywhere.
struct CellNetwork {
  let actorCount: Int
  private(set) var ties: [(Int, Int)] = []

  init(actors: Int, seed: UInt64) {
    actorCount = actors
    var generator = SeededGenerator(seed: seed)
    var leaders: [Int] = []
    var member = 0
    while member < actors {
      let size = min(5 + generator.index(below: 8), actors - member)
      let leader = member
      if !leaders.isEmpty {
        let earlier = leaders[generator.index(below: leaders.count)]
        ties.append((earlier, leader))
        leaders.append(earlier)
      }
      leaders.append(leader)
      for other in (leader + 1)..<max(leader + 1, leader + size) {
        ties.append((leader, other))
        for _ in 0...generator.index(below: 2) where size > 3 {
          let third = leader + 1 + generator.index(below: size - 1)
          if third != other, generator.unit() < 0.5 { ties.append((other, third)) }
        }
      }
      member += size
    }
    for actor in 0..<actors where generator.unit() < 0.1 {
      let other = generator.index(below: actors)
      if other != actor { ties.append((actor, other)) }
    }
  }

  /// Writes it as a table of ties, unless it is there.
  func write(to file: URL) throws {
    let rows = ties.map { "Actor \($0 + 1),Actor \($1 + 1)\n" }
    try Data(("source,target\n" + rows.joined()).utf8).write(to: file)
  }
}
