/// A row of the input: a position in ``Network/rows``.
public struct RowID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  public static func < (left: RowID, right: RowID) -> Bool { left.rawValue < right.rawValue }
}

/// Where the rows of a network stood: file and line, one integer each.
public struct RowPlaces: Sendable {
  /// The files, named relative to the data set, in reading order.
  public let files: [String]
  private let places: [(file: Int32, line: Int32)]
  /// Where in their line rows stand that share it with others.
  private let columns: [RowID: Int32]
  /// What rows say of a tie that they share with others; a row alone with its tie says what the tie is.
  private let statements: TieStatements

  public init(
    files: [String], places: [(file: Int32, line: Int32)], columns: [RowID: Int32] = [:],
    statements: TieStatements = TieStatements()
  ) {
    self.files = files
    self.places = places
    self.columns = columns
    self.statements = statements
  }

  /// What a row says of the tie that it shares with other rows; nil where that is not kept.
  public func statement(of row: RowID) -> TieStatement? { statements[row] }

  public var count: Int { places.count }

  /// The position of a row's file in ``files``.
  public func file(of row: RowID) -> Int { Int(places[Int(row.rawValue)].file) }

  /// The line of a row in its file, from 1.
  public func line(of row: RowID) -> Int { Int(places[Int(row.rawValue)].line) }

  /// `file:line`, the name by which every result cites a row; `file:line:column` where rows share a line.
  public subscript(row: RowID) -> String {
    let place = places[Int(row.rawValue)]
    let column = columns[row].map { ":\($0)" } ?? ""
    return "\(files[Int(place.file)]):\(place.line)\(column)"
  }
}

/// One item of evidence: what one row of the input says about a tie, a transfer, a presence or a crime.
public struct Evidence: Hashable, Sendable {
  /// Whether the item says that it is so, or that it is not.
  public enum Stance: Hashable, Sendable { case supports, refutes }
  /// What sort of statement it is. A prediction counts in no measure and no score.
  public enum Kind: Hashable, Sendable { case fact, assessment, prediction }

  public var row: RowID
  /// Position in ``Network/origins``. Items of one origin repeat each other; 0 is the origin of rows that name none.
  public var origin: Int32
  // Kept small, as a network has one or more of each row: a number that is none stands for no grading.
  private var storedGrading: UInt64
  private var storedDate: StoredInstant
  private var partnerNumber: Int32 = -1
  public var stance: Stance
  public var kind: Kind
  /// Whether the item rests on a ``partner`` without a grading, which then counts what an ungraded row counts.
  public private(set) var hasUngradedPartner = false

  private static let ungraded = Double.nan.bitPattern

  public init(
    row: RowID, origin: Int32 = 0, grading: Double? = nil, stance: Stance = .supports, kind: Kind = .fact,
    date: Instant? = nil
  ) {
    self.row = row
    self.origin = origin
    storedGrading = grading?.bitPattern ?? Evidence.ungraded
    self.stance = stance
    self.kind = kind
    storedDate = StoredInstant(date)
  }

  /// What the row says of its own reliability, from a confidence cell or an Admiralty grade, 0 to 1; nil when ungraded,
  /// as for what is no number.
  public var grading: Double? {
    get { storedGrading == Evidence.ungraded ? nil : Double(bitPattern: storedGrading) }
    set { storedGrading = newValue?.bitPattern ?? Evidence.ungraded }
  }

  /// When the observation was made, for `--half-life`.
  public var date: Instant? {
    get { storedDate.value }
    set { storedDate = StoredInstant(newValue) }
  }
}

extension Evidence {
  /// The other row that the item rests on: it stands only while both do.
  public var partner: RowID? { partnerNumber < 0 ? nil : RowID(rawValue: partnerNumber) }

  /// What this row says of a tie that it makes only together with another, as two memberships in one event do.
  ///
  /// The tie is as likely as both rows are right: what they say of their reliability is multiplied. It is a prediction
  /// or an assessment where either is.
  ///
  /// - Parameter origin: whom the two rows have it from.
  public func resting(on partner: Evidence, origin: Int32) -> Evidence {
    var item = self
    item.origin = origin
    item.partnerNumber = partner.row.rawValue
    switch (grading, partner.grading) {
    case (let own?, let other?): item.grading = own * other
    case (let own, let other):
      item.grading = own ?? other
      item.hasUngradedPartner = true
    }
    if kind == .fact || partner.kind == .prediction { item.kind = partner.kind }
    item.date = date ?? partner.date
    return item
  }
}
