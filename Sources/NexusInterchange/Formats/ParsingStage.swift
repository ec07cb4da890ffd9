internal import NexusGraph

/// The stage in which a document is taken apart, by its bytes; it ends when nobody holds it any more.
final class ParsingStage: Sendable {
  /// Documents below this many bytes are no stage of their own.
  static let least = 1 << 20
  private static let step = 1 << 16

  private let stage: WorkStage

  /// - Returns: nil for a small document, or when nobody watches.
  init?(of byteCount: Int) {
    guard byteCount >= ParsingStage.least, let stage = WorkProgress.begin("parsing", of: byteCount) else {
      return nil
    }
    self.stage = stage
  }

  /// Books the way to a position, in large steps.
  func reach(_ position: Int) {
    let gained = position - stage.done
    if gained >= ParsingStage.step { stage.advance(by: gained) }
  }

  deinit { stage.finish() }
}
