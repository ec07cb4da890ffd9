/// What a random walker does at the vertices of a set, in shares of all its steps.
struct FlowWeight: AdditiveWeight {
  /// Steps that end here.
  var visits: Double
  /// Steps along arcs that leave the set, less those that arrive: arcs inside cancel.
  var surplus = 0.0
  /// Steps from here that teleport.
  var teleports = 0.0
  /// The share of all teleports that land here.
  var landings = 0.0

  static var zero: FlowWeight { FlowWeight(visits: 0) }

  static func += (sum: inout FlowWeight, weight: FlowWeight) {
    sum.visits += weight.visits
    sum.surplus += weight.surplus
    sum.teleports += weight.teleports
    sum.landings += weight.landings
  }

  static func -= (sum: inout FlowWeight, weight: FlowWeight) {
    sum.visits -= weight.visits
    sum.surplus -= weight.surplus
    sum.teleports -= weight.teleports
    sum.landings -= weight.landings
  }

  /// Steps that leave the set.
  ///
  /// - Parameter crossing: steps along arcs between the set and the rest, in either direction.
  func exit(crossing: Double) -> Double {
    max(0, (crossing + surplus) / 2 + teleports * (1 - landings))
  }
}
