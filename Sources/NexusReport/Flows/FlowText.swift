/// Amounts, shares and growth as people read them.
public enum FlowText {
  /// Two decimals below ten thousand, else whole, thousands apart.
  public static func amount(_ amount: Double) -> String {
    guard abs(amount) < 1e15 else { return "\(amount)" }
    let digits = amount.formatted(decimals: abs(amount) < 10_000 ? 2 : 0)
    let (sign, plain) = digits.hasPrefix("-") ? ("-", digits.dropFirst()) : ("", digits[...])
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    for (position, digit) in parts[0].enumerated() {
      if position > 0, (parts[0].count - position) % 3 == 0 { grouped += " " }
      grouped.append(digit)
    }
    return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// `12.5 %`, or a dash where there is none.
  public static func share(_ share: Double?) -> String {
    share.map { "\((100 * $0).formatted(decimals: 1)) %" } ?? "–"
  }

  /// A share to a tenth of a per cent, without the sign.
  public static func percent(_ share: Double) -> String { (100 * share).formatted(decimals: 1) }

  /// An index from 0 to 1.
  public static func index(_ value: Double) -> String { value.formatted(decimals: 3) }

  /// A score from 0 to 100, or a dash where it is not in use.
  public static func score(_ value: Double?) -> String { value?.formatted(decimals: 1) ?? "–" }

  /// `+12 %`, or a dash where there is nothing to compare with.
  public static func growth(_ growth: Double?) -> String {
    guard let growth else { return "–" }
    let percent = (100 * growth).rounded()
    if percent > 99_999 { return "> +99999 %" }
    return "\(percent > 0 ? "+" : "")\(Int(percent)) %"
  }
}
