private import COpenBLAS

/// Keeps OpenBLAS on one thread: with more, the order of its sums and so the last bits of a result
/// would depend on the machine's load, and our own parallel loops would be oversubscribed.
enum SingleThreadedBLAS {
  private static let start: Void = openblas_set_num_threads(1)

  static func require() { _ = start }
}
