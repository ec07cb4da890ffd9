import NexusGraph
import NexusLinearAlgebra

/// Runs the iterations of one measure as a stage of the ambient ``NexusGraph/WorkProgress``, by how far they have come
/// down.
///
/// Of several iterations, such as one a strong component, each that begins anew leaves the stage where it is.
func asStage<Result, Failure: Error>(
  _ name: StaticString, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  guard let stage = WorkProgress.begin(name, of: 100) else { return try body() }
  defer { stage.finish() }
  let report: @Sendable (Double) -> Void = { share in
    let gained = Int(share * 100) - stage.done
    if gained > 0 { stage.advance(by: gained) }
  }
  let outcome = DescentWatch.$report.withValue(report) { () -> Swift.Result<Result, Failure> in
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }
  return try outcome.get()
}
