import NexusModel

/// A question about flows that the data set cannot be asked: how to ask it instead.
struct FlowQuestionError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  static func onBothSides(_ name: String) -> FlowQuestionError {
    FlowQuestionError("\"\(name)\" stands on both sides. Leave it out of --from or of --to.")
  }
}
