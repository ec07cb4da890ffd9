/// A language of the words on the report page, of the six official languages of the United Nations.
///
/// Headings, labels and controls are said in it; the sentences of the analysis stay English and are marked as such.
/// Whoever reads the page can switch.
public enum PageLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"
  case spanish = "es"
  case russian = "ru"
  case arabic = "ar"
  case chinese = "zh"

  /// Its own name for itself.
  var name: String {
    switch self {
    case .english: "English"
    case .french: "Français"
    case .spanish: "Español"
    case .russian: "Русский"
    case .arabic: "العربية"
    case .chinese: "中文"
    }
  }

  /// Which way its lines run, as HTML says it.
  var direction: String { self == .arabic ? "rtl" : "ltr" }
}
