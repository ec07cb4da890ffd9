import Testing

@testable import NexusResolution

@Suite("The consonant skeleton is one for the spellings of a name")
struct ConsonantSkeletonTests {
  private func key(_ word: String) -> String {
    String(decoding: ConsonantSkeleton(Array(word.utf8)).consonants, as: UTF8.self)
  }

  @Test(
    "Spellings of one name share a key",
    arguments: [
      ["muhammad", "mohamed", "mohammed", "mhmd", "mehmet"],
      ["qaddafi", "gadhafi", "kadafi", "qdhafi", "gaddafi"],
      ["khamidov", "hamidow", "khamidoff"], ["ashraf", "achraf"], ["jamal", "djamel"],
      ["anwar", "anur", "anouar"],
      ["walid", "oualid", "wlid"], ["sulayman", "suleiman", "sliman"], ["zhukov", "djukov"],
      ["tawfiq", "taufik"],
    ])
  func shared(spellings: [String]) {
    #expect(Set(spellings.map(key)).count == 1, "\(spellings.map(key))")
  }

  @Test(
    "Other names have other keys",
    arguments: [
      ("ivan", "igor"), ("karim", "akram"), ("omar", "ali"), ("petrov", "pavlov"), ("zhang", "wang"),
    ])
  func told(first: String, second: String) {
    #expect(key(first) != key(second))
  }

  @Test("Vowels tell what the key does not")
  func vowels() {
    func distance(_ first: String, _ second: String) -> Double {
      ConsonantSkeleton.vowelDistance(
        ConsonantSkeleton(Array(first.utf8)).vowels, ConsonantSkeleton(Array(second.utf8)).vowels)
    }
    for (first, second) in [("muhammad", "mohamed"), ("khalid", "khaled"), ("yusuf", "youssef")] {
      #expect(distance(first, second) <= 0.75, "\(first) \(second)")
    }
    for (first, second) in [
      ("hassan", "hussein"), ("jamal", "jamil"), ("mahmoud", "muhammad"), ("salim", "salam"),
    ] {
      #expect(distance(first, second) > 0.75, "\(first) \(second)")
    }
  }
}
