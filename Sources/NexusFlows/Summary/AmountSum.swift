/// A sum of amounts of money as decimals: 0.1 + 0.2 is 0.3, and the order of the parts does not matter.
///
/// Amounts of up to six decimals, which is all that money has, add up exactly as whole millionths in 128 bits. What has
/// more, a share of an amount or a tiny fraction of a coin, adds up beside them with Neumaier's compensation. Beyond the
/// largest double a sum is infinite.
struct AmountSum: Hashable, Sendable {
  private var millionths: Int128 = 0
  private var rest = 0.0
  private var compensation = 0.0

  /// Above this a double no longer resolves a millionth.
  private static let exactLimit = 9e9

  mutating func add(_ amount: Double) {
    let scaled = (amount * 1e6).rounded()
    if abs(amount) < AmountSum.exactLimit, scaled / 1e6 == amount {
      millionths += Int128(scaled)
      return
    }
    let sum = rest + amount
    compensation += abs(rest) >= abs(amount) ? (rest - sum) + amount : (amount - sum) + rest
    rest = sum
  }

  var value: Double {
    let (whole, part) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    let exact =
      whole.magnitude < 9_000_000_000 ? Double(millionths) / 1e6 : Double(whole) + Double(part) / 1e6
    let other = rest.isFinite ? rest + compensation : rest
    return other == 0 ? exact : exact + other
  }
}
