/// Why a picture could not be drawn.
public enum RenderingError: Error, Hashable {
  /// Graphviz did not place the vertices: it, or its plug-in, is not installed properly.
  case layoutFailed(engine: String)
  /// More actors than an engine places in seconds.
  case tooManyActors(engine: String, actors: Int, most: Int)
  /// A tie names an actor that is not there.
  case actorOutOfRange(tie: Int, actor: Int, actorCount: Int)
  /// A number of an actor, a tie or a bar is not finite or outside its range.
  case valueOutOfRange(subject: String, index: Int, value: Double, expected: String)
}

extension RenderingError: CustomStringConvertible {
  /// Whether there is only more than the chosen engine can do, and nothing broken.
  public var isAboutSize: Bool {
    if case .tooManyActors = self { true } else { false }
  }

  public var description: String {
    switch self {
    case .layoutFailed(let engine):
      "Graphviz did not place the actors (engine \(engine)). Install Graphviz with its layout plug-ins, "
        + "and run `dot -c` once if it was moved."
    case .tooManyActors(let engine, let actors, let most):
      "The layout \(engine) is made for at most \(most) actors, and \(actors) are tied together here. Use another "
        + "layout, or draw fewer actors."
    case .actorOutOfRange(let tie, let actor, let actorCount):
      "tie \(tie) names actor \(actor), but there are \(actorCount) actors, numbered from 0."
    case .valueOutOfRange(let subject, let index, let value, let expected):
      "\(subject) \(index) is \(value). Expected \(expected)."
    }
  }
}
