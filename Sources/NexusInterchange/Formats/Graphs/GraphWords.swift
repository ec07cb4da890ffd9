/// The words of one line of Pajek or UCINET: cut at white space, and at commas where they may stand between words.
/// A word in quotes keeps what it holds.
struct GraphWords {
  private(set) var words: [(text: String, isQuoted: Bool)] = []

  /// - Throws: a fault when a quote is not closed on its line.
  init(_ line: some Sequence<UInt8>, cutAt marks: Set<UInt8> = [], number: Int) throws(FormatFault) {
    var word: [UInt8] = []
    var quote: UInt8?
    var wasQuoted = false
    func take() {
      if !word.isEmpty || wasQuoted { words.append((String(decoding: word, as: UTF8.self), wasQuoted)) }
      word.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    for byte in line {
      if let open = quote {
        if byte == open { quote = nil } else { word.append(byte) }
      } else if byte == UInt8(ascii: "\""), word.isEmpty {
        (quote, wasQuoted) = (byte, true)
      } else if byte <= 0x20 || marks.contains(byte) {
        take()
      } else {
        word.append(byte)
      }
    }
    guard quote == nil else {
      throw FormatFault(number, "a quote opens on this line and is never closed. Close it.")
    }
    take()
  }
}

/// Vertices that a format numbers from 1 and may name, as actors.
struct NumberedVertices {
  /// More vertices than this must be listed one by one, so that a short file cannot ask for endless ones.
  static let mostUnlisted = 1_000_000

  private(set) var count = 0
  /// How many of them are actors, of a two-mode network; the others are events.
  private(set) var actorCount = 0
  var isTwoMode: Bool { actorCount < count }
  /// The line on which the count stands.
  private var line = 0
  private var labels: [Int: (label: String, values: [(name: String, value: String)], line: Int)] = [:]
  /// The actors' ids: the labels, where each vertex has one of its own.
  private var areLabelsIDs = true

  mutating func declare(_ count: Int, actors: Int, line: Int) {
    (self.count, actorCount, self.line) = (count, actors, line)
  }

  mutating func name(
    _ number: Int, _ label: String, _ values: [(name: String, value: String)] = [], line: Int
  ) { labels[number] = (label, values, line) }

  /// Decides what the ids are and adds the vertices: as actors, and those of the second mode as events.
  ///
  /// - Returns: a note where labels repeat.
  mutating func add(to items: inout GraphItems) throws(FormatFault) -> [String] {
    guard count - labels.count <= NumberedVertices.mostUnlisted else {
      throw FormatFault(
        line, "\(count) vertices are declared but \(labels.count) are listed. List them, or mend the number.")
    }
    areLabelsIDs = Set(labels.values.map(\.label)).count == labels.count
    for number in 1..<(actorCount + 1) {
      let known = labels[number]
      let names = areLabelsIDs ? [] : known.map { [(name: "name", value: $0.label)] } ?? []
      try items.addNode(id(number), names + (known?.values ?? []), line: known?.line ?? line)
    }
    for number in (actorCount + 1)..<(count + 1) {
      let known = labels[number]
      let names = areLabelsIDs ? [] : known.map { [(name: "name", value: $0.label)] } ?? []
      try items.addEvent(id(number), names + (known?.values ?? []), line: known?.line ?? line)
    }
    return areLabelsIDs ? [] : ["labels repeat, so the numbers of the vertices are the actors' ids."]
  }

  func id(_ number: Int) -> String { areLabelsIDs ? labels[number]?.label ?? "\(number)" : "\(number)" }

  var ids: [String] { count > 0 ? (1...count).map(id) : [] }
}
