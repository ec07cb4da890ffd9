import Testing

@testable import NexusLinearAlgebra

@Suite("Chunks of rows")
struct RowChunksTests {
  @Test("They cover all rows once, in order, whatever the rows hold")
  func cover() {
    var generator = Congruential(state: 4)
    for seed in 0..<200 {
      var offsets = [0]
      for _ in 0..<Int.random(in: 0...3_000, using: &generator) {
        let length = Int.random(in: 0...9, using: &generator) == 0 ? 400 : seed % 20
        offsets.append(offsets[offsets.count - 1] + length)
      }
      let chunks = RowChunks(rowOffsets: offsets, threads: nil)
      #expect(chunks.bounds.first == 0 && chunks.bounds.last == offsets.count - 1, "seed \(seed)")
      #expect(zip(chunks.bounds, chunks.bounds.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    }
  }

  @Test("Where they end does not depend on the threads, and little work is one chunk")
  func fixed() {
    let offsets = (0...100_000).map { 3 * $0 }
    #expect(
      RowChunks(rowOffsets: offsets, threads: 1).bounds == RowChunks(rowOffsets: offsets, threads: 7).bounds)
    #expect(RowChunks(rowOffsets: offsets, threads: 1).count > 8)
    #expect(RowChunks(rowOffsets: [0, 5, 9], threads: nil).bounds == [0, 2])
    #expect(RowChunks(rowOffsets: [0], threads: nil).bounds == [0, 0])
    #expect(RowChunks(rows: 0, threads: nil).bounds == [0, 0])
    #expect(RowChunks(rows: 50_000, threads: 2).bounds == [0, 16_667, 33_334, 50_000])
  }

  @Test(
    "Results come in the order of chunks, and each thread's sums hold all there is",
    arguments: [1, 2, 5, nil])
  func results(threads: Int?) {
    let chunks = RowChunks(rows: 200_000, threads: threads)
    #expect(chunks.map(\.lowerBound) == Array(chunks.bounds.dropLast()))
    #expect(chunks.sum { Double($0.count) } == 200_000)
    let states = chunks.accumulate(from: { 0 }, adding: { $0 += $1.count })
    #expect(states.reduce(0, +) == 200_000)
    #expect(states.count <= threads ?? chunks.count)
  }
}
