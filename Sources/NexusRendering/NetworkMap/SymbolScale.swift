/// How large a symbol is: its area grows linearly with the size of its actor, between bounds that suit the
/// number of actors.
struct SymbolScale: Sendable {
  var smallest: Double
  var largest: Double
  /// The largest size there is.
  var peak: Double

  init(_ scene: NetworkScene, in room: Point) {
    let spacing = (room.x * room.y / Double(max(1, scene.actors.count))).squareRoot()
    largest = min(22, max(min(9, spacing * 0.32), spacing * 0.2))
    smallest = min(7, max(min(3.2, spacing * 0.115), spacing * 0.085))
    peak = scene.actors.map(\.actor.size).max() ?? 0
    // All symbols with their gaps take a third of the room at most, or they could not be kept apart.
    let taken = scene.actors.reduce(0) { sum, drawn in
      let reach = radius(of: drawn.actor.size) * drawn.shape.reach + NetworkLayout.gap / 2
      return sum + Double.pi * reach * reach
    }
    let share = min(1, (room.x * room.y / 3 / max(taken, 1)).squareRoot())
    (largest, smallest) = (largest * share, smallest * share)
  }

  func radius(of size: Double) -> Double {
    let share = peak > 0 ? size / peak : 0
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }
}
