private import Foundation
public import NexusFlows
private import NexusGraph
private import NexusInterchange
private import NexusModel

/// Writes an invented network as a folder of tables with the key of what was planted in it.
public struct SyntheticFolder: Sendable {
  private let network: SyntheticNetwork

  public init(_ network: SyntheticNetwork) { self.network = network }

  /// Writes `actors.csv`, `ties.csv`, `flows.csv`, `key.csv`, `key.json`, `PROVENANCE.md` and `manifest.json`.
  ///
  /// - Complexity: O(*m* log *m*) time for *m* transfers; the memory of one day and of the actors.
  public func write(to folder: OutputFolder, _ replacement: OutputFolder.Replacement) throws(OutputError) {
    try folder.write(replacement) { (place) throws(OutputError) in
      var outputs = [try writeActors(place), try writeTies(place)]
      let (flows, lines) = try writeFlows(place)
      outputs.append(flows)
      let key = key(lines)
      for file in [
        OutputFile(name: "key.csv", text: key.csv),
        OutputFile(name: "key.json", bytes: (["patterns": .table(key)] as JSONValue).bytes),
        OutputFile(name: "PROVENANCE.md", text: provenance),
      ] {
        try OutputFolder.write(file, into: place)
        outputs.append(file.fingerprint)
      }
      let manifest: JSONValue = [
        "tool": .text(ResultManifest.tool), "version": .text(NexusVersion.current), "dataset": "invented",
        "seed": .seed(network.options.seed), "options": .object(optionsUsed), "inputs": .list([]),
        "outputs": .list(outputs),
      ]
      try OutputFolder.write(OutputFile(name: ResultManifest.fileName, bytes: manifest.bytes), into: place)
    }
  }

  private var optionsUsed: [String: JSONValue] {
    [
      "actors": .whole(network.options.actors), "transfers": .whole(network.options.transfers),
      "plant": .text(plantedWords),
    ]
  }

  private var plantedWords: String {
    FlowPattern.allCases.compactMap { pattern in
      network.options.plants[pattern].map { "\(pattern.rawValue):\($0)" }
    }.joined(separator: ",")
  }

  static func id(_ actor: some BinaryInteger) -> String {
    let digits = String(Int(actor) + 1)
    return "X" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private static let sources = (1...12).map { "Invented source \($0)" }
  private static let grades = ["A1", "A2", "B1", "B2", "B3", "C2", "C3", "D4", "E5", ""]

  // MARK: Actors and ties

  private func writeActors(_ place: URL) throws(OutputError) -> JSONValue {
    var file = try RowFile(
      "actors.csv", in: place, header: ["id", "name", "role", "type", "region", "crimes", "grade", "origin"])
    var generator = SeededGenerator(seed: network.options.seed ^ 0xAC70)
    for actor in 0..<network.options.actors {
      let role = SyntheticNetwork.roleWords[Int(network.roles[actor])]
      file.plain(SyntheticFolder.id(actor))
      file.text(SyntheticNetwork.name(of: actor))
      file.plain(role)
      file.plain(SyntheticNetwork.typeWords[Int(network.types[actor])])
      file.plain(SyntheticNetwork.regions[Int(network.homes[actor])])
      file.plain(role == "organised-crime" ? generator.one(of: SyntheticNetwork.crimes) : "")
      file.plain(generator.one(of: SyntheticFolder.grades))
      file.plain(generator.one(of: SyntheticFolder.sources))
      try file.endRow()
    }
    return try file.close()
  }

  /// One and a half ties an actor. Half of their ends have a role, so that crime and terror meet.
  private func writeTies(_ place: URL) throws(OutputError) -> JSONValue {
    var file = try RowFile(
      "ties.csv", in: place,
      header: ["source", "target", "relation", "crime", "strength", "date", "grade", "origin", "evidence"])
    var generator = SeededGenerator(seed: network.options.seed ^ 0x71E5)
    let count = network.options.actors
    let involved = (0..<count).filter { (1...3).contains(network.roles[$0]) }
    func end(_ generator: inout SeededGenerator) -> Int {
      involved.isEmpty || generator.one(of: [true, false])
        ? generator.one(of: count) : generator.one(of: involved)
    }
    for number in 0..<count * 3 / 2 {
      let source = end(&generator)
      var target = end(&generator)
      if source == target { target = (source + 1) % count }
      file.plain(SyntheticFolder.id(source))
      file.plain(SyntheticFolder.id(target))
      file.plain(generator.one(of: Relations.known))
      file.plain(generator.one(of: ["", "", ""] + SyntheticNetwork.crimes))
      file.whole(Int64(1 + generator.one(of: 5)))
      let day = generator.one(of: network.days.count)
      file.plain(network.date(ofDay: day))
      file.plain(generator.one(of: SyntheticFolder.grades))
      file.plain(generator.one(of: SyntheticFolder.sources))
      file.plain("Invented item \(number + 1)")
      try file.endRow()
    }
    return try file.close()
  }

  // MARK: Transfers

  /// - Returns: the entry of the manifest, and the lines of the transfers of each plant, in the order of time.
  private func writeFlows(_ place: URL) throws(OutputError) -> (JSONValue, [[Int]]) {
    var file = try RowFile(
      "flows.csv", in: place,
      header: [
        "payer", "payee", "amount", "currency", "date", "channel", "crime", "grade", "origin",
        "source_region", "target_region",
      ])
    var lines = [[Int]](repeating: [], count: network.plants.count)
    var generator = SeededGenerator(seed: network.options.seed ^ 0xF10E)
    func region(_ number: Int8) -> String { number < 0 ? "" : SyntheticNetwork.regions[Int(number)] }
    for day in network.days {
      let date = network.date(ofDay: day)
      for transfer in network.transfers(onDay: day) {
        file.plain(SyntheticFolder.id(transfer.payer))
        file.plain(SyntheticFolder.id(transfer.payee))
        file.hundredths(transfer.cents)
        file.plain(SyntheticNetwork.currencies[Int(transfer.currency)])
        file.time(day: date, second: transfer.time % 86_400)
        file.plain(SyntheticNetwork.channels[Int(transfer.channel)])
        file.plain(transfer.crime < 0 ? "" : SyntheticNetwork.crimes[Int(transfer.crime)])
        file.plain(generator.one(of: SyntheticFolder.grades))
        file.plain(generator.one(of: SyntheticFolder.sources))
        file.plain(region(transfer.payerRegion))
        file.plain(region(transfer.payeeRegion))
        try file.endRow()
        if transfer.plant >= 0 { lines[Int(transfer.plant)].append(file.lineCount) }
      }
    }
    return (try file.close(), lines)
  }

  // MARK: Key

  private func key(_ lines: [[Int]]) -> Table {
    var table = Table(
      "key",
      columns: ["number", "pattern", "actors", "transfers", "start", "end", "currency"])
    for (number, plant) in network.plants.enumerated() {
      let times = plant.transfers.map { Instant(seconds: $0.time, precision: .second).description }
      table.append([
        .whole(number + 1), .text(plant.pattern.rawValue), .list(plant.actors.map { SyntheticFolder.id($0) }),
        .list(lines[number].map { "flows.csv:\($0)" }), .text(times.first), .text(times.last),
        .text(plant.transfers.first.map { SyntheticNetwork.currencies[Int($0.currency)] }),
      ])
    }
    return table
  }

  private var provenance: String {
    """
    # Where these data come from

    They are invented. `nexus generate` drew every actor, tie and transfer from pseudo-random numbers with the seed \
    \(network.options.seed); no row is about anyone, and no region of these names exists. nexus \
    \(NexusVersion.current), options: --actors \(network.options.actors) --transfers \(network.options.transfers)\
    \(plantedWords.isEmpty ? "" : " --plant \(plantedWords)") --seed \(network.options.seed). The same options give the \
    same bytes.

    | file | what |
    |---|---|
    | `actors.csv` | id, name, role, type, region, crimes, Admiralty grade, origin |
    | `ties.csv` | source, target, relation, crime, strength, date, grade, origin, evidence |
    | `flows.csv` | payer, payee, amount, currency, date, channel, crime, grade, origin, regions where the row names them |
    | `key.csv`, `key.json` | the planted patterns: actors in the order of the shape, transfers as file:line |

    Ordinary transfers are simpler than life: a detector that finds every planted pattern here may still miss those of \
    people who hide them, and what it finds besides the key is chance, not error of the data.

    """
  }
}

extension SyntheticNetwork {
  /// `2021-03-05`
  fileprivate func date(ofDay day: Int) -> String {
    Instant(seconds: start(ofDay: day), precision: .day).description
  }
}

extension SeededGenerator {
  /// A position below a count.
  fileprivate mutating func one(of count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// One of several, each as likely.
  fileprivate mutating func one<Item>(of items: [Item]) -> Item {
    items[one(of: items.count)]
  }
}
