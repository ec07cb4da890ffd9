internal import NexusModel

extension RowReader {
  /// Adds what a row says of who an actor is, each thing once.
  func addParticulars(
    of actor: ActorID, _ record: CSVTable.Record, to particulars: inout ActorParticulars,
    _ log: inout ProblemLog
  ) {
    for field in self.particulars {
      for text in items(field, record) {
        switch field {
        case .aliases: particulars.aliases.append(ActorAlias(actor: actor, name: text))
        case .weakAliases: particulars.aliases.append(ActorAlias(actor: actor, name: text, quality: .weak))
        case .birthDate: addBirths(of: actor, text, record, to: &particulars, &log)
        case .nationality:
          if let country = Region(resolving: text.utf8.count == 2 ? text.uppercased() : text) {
            particulars.nationalities.append(ActorNationality(actor: actor, country: country))
          }
        case .identifiers:
          let colon = text.firstIndex(of: ":")
          let kind = colon.map { RowReader.identifierKind(text[..<$0]) } ?? "identifier"
          let value = colon.map { String(text[text.index(after: $0)...].trimmingSpaces) } ?? text
          if !MissingCell.matches(value) {
            particulars.identifiers.append(ActorIdentifier(actor: actor, kind: kind, value: value))
          }
        default:
          guard let kind = RowReader.identifierKinds[field] else { continue }
          particulars.identifiers.append(ActorIdentifier(actor: actor, kind: kind, value: text))
        }
      }
    }
  }

  private static let identifierKinds: [Field: String] = [
    .passport: "passport", .nationalID: "national-id", .registrationNumber: "registration",
    .taxNumber: "tax",
  ]

  /// A kind of identifier as the data write it, without regard to case and spaces.
  private static func identifierKind(_ text: some StringProtocol) -> String {
    String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  /// The parts of a list cell, those that say "no value" left out.
  private func items(_ field: Field, _ record: CSVTable.Record) -> [String] {
    let cell = text(field, record)
    guard !MissingCell.matches(cell) else { return [] }
    return cell.split(separator: ";").map { String($0.trimmingSpaces) }.filter { !MissingCell.matches($0) }
  }

  private func addBirths(
    of actor: ActorID, _ text: String, _ record: CSVTable.Record, to particulars: inout ActorParticulars,
    _ log: inout ProblemLog
  ) {
    guard let dates = BirthCell.dates(text, dateReading(.birthDate)?.order ?? .dayFirst) else {
      log.add(
        .unreadableDate, place(record, .birthDate),
        "date of birth \(MessageText.quoted(text)) is not a date. Expected 1969-05-21, 1969, circa 1969 or 1967 to "
          + "1969; the cell was left empty.")
      return
    }
    particulars.births += dates.map { ActorBirth(actor: actor, date: $0) }
  }
}
