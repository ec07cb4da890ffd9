internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let cores = MeasureFamily(
    "cores", "Cores",
    [
      Measure(
        "core", "largest k such that the actor keeps k neighbours among those who do too (Batagelj–Zaveršnik)"
      )
    ]
  ) { input, names in
    names.map { .actors($0, input.skeleton.coreness().values) }
  }
}
