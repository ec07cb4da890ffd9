internal import NexusModel

extension EvidencePart {
  /// What dates of birth say, by the two that agree best; nil where either side has none.
  static func births(_ first: [BirthDate], _ second: [BirthDate]) -> EvidencePart? {
    var best: EvidencePart?
    for date in first {
      for other in second {
        let part = birth(date, other)
        if best.map({ $0.bits < part.bits }) ?? true { best = part }
      }
    }
    return best
  }

  private static func birth(_ first: BirthDate, _ second: BirthDate) -> EvidencePart {
    func part(_ words: String, _ bits: Double) -> EvidencePart {
      EvidencePart(.birth, .words(words), bits: bits)
    }
    if first.isApproximate || second.isApproximate || first.last != nil || second.last != nil {
      let slack = (first.isApproximate ? 2 : 0) + (second.isApproximate ? 2 : 0)
      let gap = max(
        0,
        max(first.years.lowerBound, second.years.lowerBound)
          - min(first.years.upperBound, second.years.upperBound))
      return gap <= slack
        ? part("years fit", MatchWeights.compatibleBirth) : part("years differ", MatchWeights.otherBirth)
    }
    let (one, other) = (first.first.date, second.first.date)
    guard one.year == other.year else {
      let gap = abs(one.year - other.year)
      if gap == 1 { return part("a year apart", MatchWeights.nearBirth) }
      return part("years differ", gap < 10 ? MatchWeights.otherBirth : MatchWeights.farBirth)
    }
    let precision = min(first.first.precision.rawValue, second.first.precision.rawValue)
    guard precision > Instant.Precision.year.rawValue else {
      return part("year same", MatchWeights.sameBirthYear)
    }
    if one.month == other.month {
      if precision == Instant.Precision.month.rawValue {
        return part("month same", MatchWeights.sameBirthMonth)
      }
      if one.day == other.day { return part("day same", MatchWeights.sameBirthDay) }
    }
    if precision > Instant.Precision.month.rawValue, one.month == other.day, one.day == other.month {
      return part("day and month swapped", MatchWeights.swappedBirth)
    }
    return part("same year, other day", MatchWeights.otherBirthDay)
  }
}
