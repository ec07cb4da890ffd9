import Dispatch
import NexusGraph
import Testing

@Suite("Progress of long stages")
struct WorkProgressTests {
  @Test("Nobody who watches: a stage is nil and costs nothing")
  func unwatched() {
    #expect(WorkProgress.begin("stage", of: 3) == nil)
    var tally = WorkTally(nil)
    for _ in 0..<200 { tally.add() }
  }

  @Test("The innermost stage is told, and the one around it when that has finished")
  func nesting() {
    let progress = WorkProgress()
    let outer = progress.begin("outer")
    WorkProgress.$current.withValue(progress) {
      let inner = WorkProgress.begin("inner", of: 10)
      inner?.advance(by: 4)
      #expect(progress.stage?.name == "inner" && progress.stage?.done == 4 && progress.stage?.count == 10)
      WorkProgress.$current.withValue(nil) { #expect(WorkProgress.begin("draw", of: 5) == nil) }
      inner?.finish()
      inner?.finish()
      #expect(progress.stage === outer)
    }
    outer.finish()
    #expect(progress.stage == nil)
  }

  @Test("Every unit of every thread is booked, however the workers end")
  func threads() {
    let stage = WorkProgress().begin("work", of: 8 * 1_000)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      var tally = WorkTally(stage)
      for _ in 0..<1_000 { tally.add() }
    }
    #expect(stage.done == 8_000)
  }
}
