import NexusAlgorithms
import NexusGraph
import Testing

@Suite struct PartitionTests {
  @Test("communities are numbered by size, equal sizes by their smallest member")
  func numbering() {
    let partition = Partition(labels: [7, -3, 9, 9, -3, 2, 2, 9])
    #expect(partition.labels == [3, 1, 0, 0, 1, 2, 2, 0])
    #expect(partition.sizes == [3, 2, 2, 1])
    #expect(partition.count == 4)
    #expect(partition.members(of: 0).map(\.index) == [2, 3, 7])
    #expect(partition.members(of: 3).map(\.index) == [0])
    #expect(partition[VertexID(1)] == 1)
  }

  @Test("two partitions are equal when they divide the vertices alike")
  func equality() {
    #expect(Partition(labels: [5, 5, 1]) == Partition(labels: [0, 0, 8]))
    #expect(Partition(labels: [5, 5, 1]) != Partition(labels: [5, 1, 1]))
    #expect(Partition(labels: [3, 2, 1]) == Partition(singletons: 3))
  }

  @Test("no vertices have no communities")
  func empty() {
    let partition = Partition(labels: [])
    #expect(partition.count == 0)
    #expect(partition.vertexCount == 0)
    #expect(partition == Partition(singletons: 0))
  }
}
