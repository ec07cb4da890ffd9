/// The shapes that transfers can make, in the order in which tables list them.
///
/// The first eight are the typologies of AMLSim and AMLworld. A shape is no finding: wages, rent, trade and savings
/// clubs make the same ones.
public enum FlowPattern: String, CaseIterable, Hashable, Sendable {
  case fanIn = "fan-in"
  case fanOut = "fan-out"
  case gatherScatter = "gather-scatter"
  case scatterGather = "scatter-gather"
  case cycle
  case bipartite
  case stack
  case random
  case structuring
  case passThrough = "pass-through"
  case funnel
  case mirror
  case price
  case peel
}
