/// What every result says about its own limits.
enum Safeguards {
  static let continuum =
    "A place on the continuum is a position in the recorded data, not a finding: it says what rows count, and how "
    + "unsure that is."

  static let sentences = [
    "nexus describes recorded data. No number here is a finding about a person: a tie is not involvement, and a "
      + "score is a lead to follow, not evidence.",
    "Victims, witnesses and reporting parties enter no ranking and no score. Natural persons get no risk score.",
    "Central may mean closely watched: what was never recorded is not here. \"Not observed\" does not mean low.",
    "The regional index measures observed exposure in these data. It is not overall risk.",
    "Half-values, weights and the worth of grades are conventions of nexus, not measurements; they are listed under "
      + "the method and must stay fixed when results are compared.",
  ]
}
