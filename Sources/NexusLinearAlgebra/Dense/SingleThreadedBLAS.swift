private import COpenBLAS

/// Keeps OpenBLAS on one thread, a constant that no option changes.
///
/// Its sums are cut up by the number of its threads, so with two the last bits differ from those with one
/// (`dpotrf` and `dsyevd` at 1 000 and at 3 000 rows; `dgemm` kept its bits). Repeated runs agree with either number,
/// on one core too. Two threads gained nothing where it counts: on two cores with other work `dsyevd` took 1.2 times
/// the processor time at 1 000 rows and 1.4 times at 3 000, `dpotrf` 1.1 times, `dgemm` the same. The cores
/// are busy with our own loops over fixed chunks, which call BLAS from within.
enum SingleThreadedBLAS {
  private static let start: Void = openblas_set_num_threads(1)

  static func require() { _ = start }
}
