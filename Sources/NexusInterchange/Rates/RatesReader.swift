private import Foundation
public import NexusModel

/// Reads a table of exchange rates: `date,currency,rate` and, in a column of its own, the `reference` currency.
///
/// In any dialect that the reader of data sets understands. Nothing is passed over: a row that cannot be read ends
/// the reading, for a missing rate would silently change sums.
public struct RatesReader: Sendable {
  public init() {}

  /// - Returns: the rates in the order of the file, and the reference currency where the file names it.
  /// - Throws: ``RatesFileError``.
  public func read(
    _ path: String
  ) throws(RatesFileError) -> (rates: [ExchangeRate], reference: String?) {
    let (name, bytes): (String, [UInt8])
    do throws(ReadingError) {
      let file = try SourceFile(path: path, purpose: .dataset, isOwnOutput: false)
      (name, bytes) = (file.name, try file.text().bytes)
    } catch {
      throw .unreadable(error)
    }
    return try rates(bytes, file: name)
  }

  /// The same, of text that was read already.
  func rates(
    _ bytes: [UInt8], file: String
  ) throws(RatesFileError) -> (rates: [ExchangeRate], reference: String?) {
    let dialect = CSVDialect(of: bytes)
    let table = CSVTable(bytes, delimiter: dialect.delimiter.byte, from: dialect.records)
    guard let head = table.records.first else { throw .unreadable(.emptyFile(file)) }
    let header = table.cells(head)
    let day = try RatesReader.column("date", in: header, file)
    let currency = try RatesReader.column("currency", in: header, file)
    let worth = try RatesReader.column("rate", in: header, file)
    let named = header.firstIndex { Field.fold($0) == "reference" }
    let records = table.records.dropFirst()
    guard !records.isEmpty else { throw .noRows(file) }

    var order = DateOrder()
    for record in records { order.note(table, record, day) }
    let dates = DateCell(order: order.order ?? .dayFirst)
    var numbers = NumberCell()
    numbers.undecidedCommaIsDecimal = true  // a rate of 1,085 is a little over one
    var reference: String?
    var rates: [ExchangeRate] = []
    for record in records {
      func fault(_ column: Int, _ message: String) -> RatesFileError {
        .badCell("\(file):\(record.line):\(column + 1): \(message)")
      }
      let code = table.cell(record, currency).uppercased()
      guard !code.isEmpty else {
        throw fault(currency, "the currency is missing. Expected a code such as EUR.")
      }
      guard let instant = dates.instant(table.cell(record, day)) else {
        throw fault(
          day, "date \(MessageText.quoted(table.cell(record, day))) is not a date. Expected 2019-05-21.")
      }
      guard let rate = numbers.value(table.cell(record, worth)) else {
        throw fault(
          worth, "rate \(MessageText.quoted(table.cell(record, worth))) is not a number. Expected 1.085.")
      }
      if let named, case let other = table.cell(record, named).uppercased(), !other.isEmpty {
        guard reference == nil || reference == other else {
          throw fault(
            named,
            "the reference is \(MessageText.quoted(other)), \(reference ?? "") above. Keep one for all rates."
          )
        }
        reference = other
      }
      rates.append(ExchangeRate(day: instant, currency: code, rate: rate, place: "\(file):\(record.line)"))
    }
    return (rates, reference)
  }

  private static func column(
    _ name: String, in header: [String], _ file: String
  ) throws(RatesFileError) -> Int {
    guard let column = header.firstIndex(where: { Field.fold($0) == name }) else {
      throw .noColumn(file, name: name, columns: header)
    }
    return column
  }
}

/// Why a table of rates could not be read.
public enum RatesFileError: Error, Hashable, CustomStringConvertible {
  case unreadable(ReadingError)
  case noColumn(String, name: String, columns: [String])
  case noRows(String)
  case badCell(String)

  /// Whether the file is not there, as against there and bad.
  public var isMissingInput: Bool {
    if case .unreadable(let error) = self { error.isMissingInput } else { false }
  }

  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .noColumn(let file, let name, let columns):
      "\(file): no column is called \(name). The columns are \(ReadingError.listed(columns)). Expected "
        + "date,currency,rate and, if no currency has the rate 1, reference."
    case .noRows(let file): "\(file): there is a header but no rate below it."
    case .badCell(let message): message
    }
  }
}
