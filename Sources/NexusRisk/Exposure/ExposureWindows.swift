import NexusModel

/// The two windows of momentum: (T − 2 years, T] and (T − 4 years, T − 2 years], in calendar years.
struct ExposureWindows {
  let newest: Int64
  let middle: Int64
  let oldest: Int64

  init(asOf: Instant) {
    newest = asOf.seconds
    middle = asOf.yearsEarlier(2).seconds
    oldest = asOf.yearsEarlier(4).seconds
  }

  func window(of date: Instant?) -> ExposureModel.Window {
    guard let seconds = date?.seconds else { return .undated }
    if seconds > newest || seconds <= oldest { return .outside }
    return seconds > middle ? .latest : .previous
  }
}
