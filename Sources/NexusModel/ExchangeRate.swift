/// What one unit of a currency was worth on one day, in a reference currency that the data name elsewhere.
public struct ExchangeRate: Hashable, Sendable {
  /// The first day on which the rate holds.
  public var day: Instant
  public var currency: String
  /// Units of the reference currency for one unit of ``currency``.
  public var rate: Double
  /// Where it was read, `file:line`, for messages.
  public var place: String

  public init(day: Instant, currency: String, rate: Double, place: String = "") {
    self.day = day
    self.currency = currency
    self.rate = rate
    self.place = place
  }
}
