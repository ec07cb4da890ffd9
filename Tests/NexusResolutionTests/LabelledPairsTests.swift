import NexusGraph
import NexusModel
import NexusResolution
import Testing

// These pairs were at hand when the weights were set, so that the floors guard against change and do not promise as much
// for other data; RankShiftTests measures on lists that were not.
@Suite("Proposals find the invented pairs of one actor and leave those of two alone")
struct LabelledPairsTests {
  /// How well proposals of a probability or more agree with the labels. All records stand in one network, so that a
  /// proposal across two pairs of the list counts as wrong.
  private struct Quality {
    var precision: Double
    var recall: Double
    var missed: [String]
    var wrong: [String]

    init(at threshold: Double) {
      var sketch = ActorSketch()
      let pairs = LabelledPair.all.map { pair in
        (0...1).map {
          sketch.add(pair.names[$0], type: pair.type, birth: pair.births[$0], country: pair.countries[$0])
        }
      }
      var options = ResolutionOptions()
      options.minimumProbability = threshold
      let network = sketch.network
      let proposed = network.resolution(options).proposals.map { [$0.a, $0.b] }
      let same = zip(pairs, LabelledPair.all).filter(\.1.isSame).map(\.0)
      func names(_ pair: [ActorID]) -> String {
        pair.map { network.actors.names[$0.index] }.joined(separator: " = ")
      }
      let found = same.filter(proposed.contains)
      precision = proposed.isEmpty ? 1 : Double(found.count) / Double(proposed.count)
      recall = Double(found.count) / Double(same.count)
      missed = same.filter { !proposed.contains($0) }.map(names)
      wrong = proposed.filter { !same.contains($0) }.map(names)
    }
  }

  @Test("There are two hundred pairs and more, of both kinds and of several scripts")
  func pairs() {
    let all = LabelledPair.all
    #expect(all.count >= 200)
    #expect(all.count { $0.isSame } >= 90 && all.count { !$0.isSame } >= 90)
    for script in [0x400...0x4FF, 0x600...0x6FF, 0x370...0x3FF, 0x4E00...0x9FFF] {
      let written = all.filter { pair in
        pair.names.joined().contains { $0.unicodeScalars.contains { script.contains(Int($0.value)) } }
      }
      #expect(written.count >= 3, "script at \(script.lowerBound)")
    }
  }

  @Test(
    "Precision and recall stay above what was measured when the weights were set",
    arguments: [(0.5, 0.95, 0.91), (0.9, 0.96, 0.87)])
  func quality(threshold: Double, leastPrecision: Double, leastRecall: Double) {
    let quality = Quality(at: threshold)
    let numbers = "at \(threshold): precision \(quality.precision), recall \(quality.recall)"
    print(numbers)
    #expect(quality.precision >= leastPrecision, "\(numbers); wrong: \(quality.wrong)")
    #expect(quality.recall >= leastRecall, "\(numbers); missed: \(quality.missed)")
  }
}
