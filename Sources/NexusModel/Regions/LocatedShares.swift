/// What part of one tie or transfer lies in each of an actor's regions, from the confidence a_r that the actor is
/// active there:
///
///     s_r = a_r ÷ max(1, Σ a)
///
/// Shares add up to at most 1: one thing is not in two places. What is missing to 1 is in no region that the data
/// name. At a coarser level the share of an area is the sum of those of its parts.
///
/// - Parameter confidences: each 0...1.
package func locatedShares(_ confidences: [Double]) -> [Double] {
  let sum = max(1, confidences.reduce(0, +))
  return confidences.map { $0 / sum }
}
