/// The colours of everything but data. Data colours are those of Okabe and Ito, which people with any of the
/// common colour-vision deficiencies can tell apart.
///
/// Source: M. Okabe, K. Ito, "Color universal design", 2008, https://jfly.uni-koeln.de/color/.
enum Ink {
  static let text = "#1a1a1a"
  static let quiet = "#595959"
  static let rule = "#bfbfbf"
  static let faint = "#ececec"

  static let orange = "#e69f00"
  static let skyBlue = "#56b4e9"
  static let bluishGreen = "#009e73"
  static let yellow = "#f0e442"
  static let blue = "#0072b2"
  static let vermillion = "#d55e00"
  static let reddishPurple = "#cc79a7"
  static let neutral = "#bdbdbd"
}
