import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusResolution

@Suite("Distances between words")
struct StringDistanceTests {
  @Test(
    "Edits and swaps are counted",
    arguments: [
      ("", "", 0), ("a", "", 1), ("ca", "abc", 3), ("kitten", "sitting", 3), ("jonh", "john", 1),
      ("ab", "ba", 1),
    ])
  func edits(first: String, second: String, distance: Int) {
    #expect(StringDistance.damerauLevenshtein(Array(first.utf8), Array(second.utf8)) == distance)
    #expect(StringDistance.damerauLevenshtein(Array(second.utf8), Array(first.utf8)) == distance)
  }

  @Test("Beyond a limit it only says so")
  func limit() {
    #expect(StringDistance.damerauLevenshtein(Array("kitten".utf8), Array("sitting".utf8), limit: 1) == 2)
    #expect(StringDistance.damerauLevenshtein(Array("abcdef".utf8), Array("".utf8), limit: 2) == 3)
  }

  // The pairs of W. E. Winkler, "Overview of record linkage and current research directions", 2006, table 6.
  @Test(
    "Jaro–Winkler gives the published values",
    arguments: [
      ("martha", "marhta", 0.961), ("dwayne", "duane", 0.840), ("dixon", "dicksonx", 0.813),
      ("jones", "johnson", 0.832),
      ("abroms", "abrams", 0.922), ("a", "b", 0), ("same", "same", 1),
    ])
  func jaroWinkler(first: String, second: String, similarity: Double) {
    #expect(abs(StringDistance.jaroWinkler(Array(first.utf8), Array(second.utf8)) - similarity) < 6e-4)
  }

  @Test("Edits are symmetric and 0 for equal words only; similarity lies from 0 to 1", arguments: 1...40)
  func bounds(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func word() -> [UInt8] {
      (0..<Int(generator.next() % 9)).map { _ in UInt8(ascii: "a") + UInt8(generator.next() % 4) }
    }
    let (first, second) = (word(), word())
    let distance = StringDistance.damerauLevenshtein(first, second)
    #expect(distance == StringDistance.damerauLevenshtein(second, first), "seed \(seed)")
    #expect((distance == 0) == (first == second), "seed \(seed)")
    #expect(distance <= max(first.count, second.count), "seed \(seed)")
    let similarity = StringDistance.jaroWinkler(first, second)
    #expect((0...1).contains(similarity), "seed \(seed)")
  }
}

@Suite("The pairing of tokens is the best there is")
struct AssignmentTests {
  @Test("It is worth as much as the best of all pairings", arguments: 1...60)
  func best(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = 1 + Int(generator.next() % 4)
    let columns = rows + Int(generator.next() % 3)
    let worth = (0..<rows).map { _ in (0..<columns).map { _ in Double(generator.next() % 40) - 15 } }
    let chosen = Assignment.best(worth)
    #expect(Set(chosen).count == rows, "seed \(seed)")
    let value = chosen.enumerated().reduce(0) { $0 + worth[$1.offset][$1.element] }
    #expect(value == bestOfAll(worth, row: 0, taken: []), "seed \(seed)")
  }

  private func bestOfAll(_ worth: [[Double]], row: Int, taken: Set<Int>) -> Double {
    guard row < worth.count else { return 0 }
    return worth[row].indices.filter { !taken.contains($0) }
      .map { worth[row][$0] + bestOfAll(worth, row: row + 1, taken: taken.union([$0])) }.max() ?? 0
  }

  @Test("Nothing to pair") func empty() { #expect(Assignment.best([]).isEmpty) }
}
