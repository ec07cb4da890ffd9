private import Synchronization

/// How far the long stages of a computation have come, for whoever looks while it runs.
///
/// It stands beside the computation and never enters it: no option and no result holds one, so that watching cannot
/// change what is found. Like Foundation's `Progress.current()` it is ambient: who wants to watch sets ``current`` around
/// a call, and long stages announce themselves there. A stage that runs inside one of another count, such as the paths of
/// one draw among many, is called with `current` unset.
public final class WorkProgress: Sendable {
  /// The progress that stages of this call announce themselves to; nil: nobody watches.
  @TaskLocal public static var current: WorkProgress?

  private let stages = Mutex<[WorkStage]>([])

  public init() {}

  /// Announces a stage to ``current``.
  ///
  /// - Parameters:
  ///   - name: what it is called, in one or two words of our own: nothing from the data.
  ///   - count: how many units of work it has; 0 where that is not known.
  /// - Returns: nil when nobody watches.
  public static func begin(_ name: StaticString, of count: Int = 0) -> WorkStage? {
    current.map { $0.begin("\(name)", of: count) }
  }

  /// Announces a stage, which stands before those that run already until it is finished.
  public func begin(_ name: String, of count: Int = 0) -> WorkStage {
    let stage = WorkStage(name, count, of: self)
    stages.withLock { $0.append(stage) }
    return stage
  }

  /// The innermost stage that runs.
  public var stage: WorkStage? { stages.withLock { $0.last } }

  fileprivate func end(_ stage: WorkStage) {
    stages.withLock { $0.removeAll { $0 === stage } }
  }
}

/// One long stage, and how many of its units of work are done.
public final class WorkStage: Sendable {
  public let name: String
  /// 0 where it is not known.
  public let count: Int
  private let finished = Atomic(0)
  private let progress: WorkProgress

  fileprivate init(_ name: String, _ count: Int, of progress: WorkProgress) {
    self.name = name
    self.count = count
    self.progress = progress
  }

  /// Units done, never falling.
  public var done: Int { finished.load(ordering: .relaxed) }

  /// Books units that are done. Any thread may; O(1).
  public func advance(by units: Int = 1) { finished.add(units, ordering: .relaxed) }

  /// Ends the stage. Once is enough, more do no harm.
  public func finish() { progress.end(self) }
}

/// Units of one worker on their way to a ``WorkStage``, booked many at a time so that workers do not wait for each other.
public struct WorkTally: ~Copyable {
  private let stage: WorkStage?
  private let batch: Int
  private var units = 0

  /// - Parameter batch: how many units are booked together.
  public init(_ stage: WorkStage?, batch: Int = 64) {
    self.stage = stage
    self.batch = batch
  }

  public mutating func add() {
    units &+= 1
    guard units == batch else { return }
    stage?.advance(by: units)
    units = 0
  }

  deinit { stage?.advance(by: units) }
}
