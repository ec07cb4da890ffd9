import NexusModel
import Testing

@Suite("Admiralty grades")
struct GradeTests {
  // METHOD §2.2.
  @Test(
    "A grade is worth the product of its letter and its digit",
    arguments: [("B2", 0.68), ("C3", 0.325), ("A1", 0.9025), ("F6", 0.25), ("B4", 0.2125)])
  func confidence(text: String, expected: Double) throws {
    #expect(abs(try #require(Grade(text)).confidence - expected) < 1e-12)
  }

  @Test("Spaces, hyphens, slashes and case do not matter", arguments: ["b2", "B 2", "B-2", " b/2 "])
  func spellings(text: String) { #expect(Grade(text) == Grade("B2")) }

  @Test(
    "Anything else is no grade", arguments: ["", "B", "2", "G1", "A7", "A0", "AB", "2B", "B22", "Ｂ2", "Б2"])
  func unreadable(text: String) { #expect(Grade(text) == nil) }

  @Test("Only A1, B2 and C3 stand on the diagonal")
  func diagonal() {
    let all = "ABCDEF".flatMap { letter in "123456".map { "\(letter)\($0)" } }
    #expect(all.filter { Grade($0)?.isOnDiagonal ?? false } == ["A1", "B2", "C3"])
  }
}
