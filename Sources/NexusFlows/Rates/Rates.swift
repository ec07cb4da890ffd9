public import NexusModel

/// Dated exchange rates into one reference currency.
///
/// The rate of a day is the latest one on or before it; nothing is interpolated and nothing is taken from a later
/// day. Where there is none, and for a transfer without a date or a currency, there is no value: the caller says so
/// and guesses nothing. The reference currency itself is always worth 1, dated or not.
public struct Rates: Hashable, Sendable {
  /// The currency into which amounts are converted.
  public let reference: String
  /// The rates of each currency by day, ascending.
  private let quotes: [String: [ExchangeRate]]

  /// - Parameter reference: nil: the one currency whose rates are all 1.
  /// - Throws: ``RatesError`` when a rate is not positive, two of one day differ, or no reference is to be found.
  /// - Complexity: O(*n* log *n*).
  public init(_ rates: [ExchangeRate], reference: String? = nil) throws(RatesError) {
    for rate in rates where !(rate.rate > 0 && rate.rate.isFinite) { throw .notPositive(rate) }
    var quotes = Dictionary(grouping: rates, by: \.currency)
    for (currency, unsorted) in quotes.sorted(by: { $0.key < $1.key }) {
      let sorted = unsorted.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        .map(\.element)
      for (earlier, later) in zip(sorted, sorted.dropFirst())
      where earlier.day.seconds == later.day.seconds && earlier.rate != later.rate {
        throw .conflicting(earlier, later)
      }
      quotes[currency] = sorted
    }
    let constant = quotes.filter { $0.value.allSatisfy { $0.rate == 1 } }.keys.sorted()
    guard let reference = reference ?? (constant.count == 1 ? constant[0] : nil) else {
      throw .noReference(candidates: constant)
    }
    if let wrong = quotes[reference]?.first(where: { $0.rate != 1 }) {
      throw .referenceNotOne(wrong)
    }
    self.reference = reference
    self.quotes = quotes
  }

  /// The currencies that have rates, and the reference, by name.
  public var currencies: [String] { Set(quotes.keys).union([reference]).sorted() }

  /// The rate that holds on a day: the latest on or before it; nil where there is none. O(log rates).
  public func rate(of currency: String, on day: Instant?) -> Double? {
    if currency == reference { return 1 }
    guard let day, let known = quotes[currency] else { return nil }
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].day.seconds <= day.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : known[low - 1].rate
  }

  /// An amount in the reference currency at the rate of its day; nil where there is no such rate.
  public func value(of amount: Double, in currency: String, on day: Instant?) -> Double? {
    rate(of: currency, on: day).map { amount * $0 }
  }

  /// What the payer pays, in the reference currency.
  public func value(of transfer: Transfer) -> Double? {
    value(of: transfer.amount, in: transfer.currency, on: transfer.date)
  }

  /// What the payee receives, in the reference currency.
  public func valueReceived(of transfer: Transfer) -> Double? {
    value(
      of: transfer.amountReceived ?? transfer.amount, in: transfer.currencyReceived ?? transfer.currency,
      on: transfer.date)
  }

  /// How amounts were converted, in a sentence for people.
  public var statement: String {
    "Amounts in \(reference) at the latest rate on or before the day of each transfer; without such a rate, a date or "
      + "a currency a transfer is left out of these sums and counted."
  }
}

extension Network {
  /// The network with every amount in the reference currency that has a rate on its day; the others as they are.
  ///
  /// For scores that need one currency: tables of amounts keep the network as read. O(transfers · log rates).
  public func converted(by rates: Rates) -> Network {
    replacing(
      transfers: transfers.map { transfer in
        guard let paid = rates.value(of: transfer) else { return transfer }
        var converted = transfer
        (converted.amount, converted.currency) = (paid, rates.reference)
        if let received = transfer.amountReceived {
          converted.amountReceived = rates.value(
            of: received, in: transfer.currencyReceived ?? transfer.currency, on: transfer.date)
        }
        converted.currencyReceived = nil
        return converted
      })
  }
}

/// Why rates cannot be used.
public enum RatesError: Error, Hashable, CustomStringConvertible {
  case notPositive(ExchangeRate)
  case conflicting(ExchangeRate, ExchangeRate)
  case noReference(candidates: [String])
  case referenceNotOne(ExchangeRate)

  public var description: String {
    switch self {
    case .notPositive(let rate):
      "\(RatesError.place(rate))the rate of \(rate.currency) is \(rate.rate). Expected a number above 0: units of the "
        + "reference currency for one \(rate.currency)."
    case .conflicting(let first, let second):
      "\(RatesError.place(second))\(second.currency) is worth \(second.rate) on \(second.day), but \(first.rate) "
        + "before\(first.place.isEmpty ? "" : " (\(first.place))"). Keep one rate a day."
    case .noReference(let candidates):
      "no reference currency: \(candidates.isEmpty ? "no currency has" : "\(candidates.joined(separator: " and ")) have") "
        + "the rate 1 throughout. Add a column reference, such as USD in every row."
    case .referenceNotOne(let rate):
      "\(RatesError.place(rate))\(rate.currency) is the reference currency and worth 1, not \(rate.rate). Rates are "
        + "units of the reference for one unit of the currency."
    }
  }

  private static func place(_ rate: ExchangeRate) -> String { rate.place.isEmpty ? "" : rate.place + ": " }
}
