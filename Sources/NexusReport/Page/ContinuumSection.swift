internal import NexusGraph
internal import NexusRisk

extension ReportPage {
  /// The section on the continuum from crime to terrorism.
  func continuum(_ plane: String) -> HTML {
    """
    <p>Where actors stand between crime and terrorism by what rows count of their acts (method) and of what they act for (motive). <strong>A position in the recorded data, not a finding.</strong> Below \(HTML.short(ContinuumLabel.leastObservations)) observations, weighed by confidence, or \(ContinuumLabel.leastOrigins) origins the label is "insufficient"; "tendency" is what the counts alone would say. Where the motive is not observed, a mixed method does not make an actor hybrid.</p>
    <figure>\(HTML(trusted: plane))</figure>
    \(table("continuum", limit: 60, caption: "Positions with 95 % credible intervals of the share that is terror, 0 to 1", [
      ("name", "Actor"), ("label", "Label"), ("tendency", "Tendency"), ("origins", "Origins"),
      ("method_mean", "Method"), ("method_low", "low"), ("method_high", "high"), ("method_p_mixed", "P mixed"),
      ("motive_mean", "Motive"), ("motive_low", "low"), ("motive_high", "high"), ("motive_p_mixed", "P mixed"),
      ("motive_shift", "Motive moved"), ("rows", "Rows"),
    ]) { ReportPage.link(actor: analysis.continuum.actors[$0].actor.index) })
    """
  }
}
