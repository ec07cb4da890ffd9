import Foundation
import NexusGraph
import NexusTestSupport

/// A folder of tables drawn from a seed: awkward names, missing cells, dates of every precision, parallel ties in both
/// directions, isolates, actors with several rows, columns that nexus does not use.
struct RandomDataset {
  private var generator: SeededGenerator
  private let ids: [String]
  private let marks: [String]

  static let awkward = [
    "a \"b\" c", "two\nlines", "\u{202E}gnp", "=1+1", "-5", "+49", "@x", "'quoted", "''=x", "00123", "1e5",
    "محمد", "👩‍👩‍👧‍👦", "e\u{301}", "é!", "a,b", "<i>&amp;</i>", "\\N\\", "a;b", "tab\there", "]]>", "'=\u{301}",
    "n:0.5",
    "{\"id\": 1}", "true", "*Arcs", "%s", "x\u{85}y", "Кто-то", "-", "name, role",
  ]

  init(seed: UInt64, marks: [String] = RandomDataset.awkward) {
    var generator = SeededGenerator(seed: seed)
    var seen = Set<String>()
    self.marks = marks
    ids = (0..<Int.random(in: 2...9, using: &generator)).map { number in
      let mark = marks.randomElement(using: &generator)!
      return seen.insert(mark).inserted ? mark : "\(mark) \(number)"
    }
    self.generator = generator
  }

  private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &generator)! }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  private mutating func date() -> String {
    pick(["", "2019", "2018-03", "2019-05-21", "2019-05-22", "2017-01-02T03:04:05Z"])
  }

  private mutating func regions() -> String {
    pick(["", "AF", "AF:0.8;TJ", "Alpha;NA", "143", "Beta:1:0.5", "x:7:0.25;AF"])
  }

  private mutating func row(_ cells: [String]) -> String {
    cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
  }

  /// Writes the tables into a folder of this name and returns its path.
  mutating func write(_ name: String, into folder: TemporaryFolder) throws -> String {
    let path = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: false)
    _ = try folder.file("\(name)/actors.csv", actors())
    let hasTies = chance(0.9)
    if hasTies { _ = try folder.file("\(name)/ties.csv", ties()) }
    if chance(0.6) { _ = try folder.file("\(name)/flows.csv", flows()) }
    return path.path
  }

  private mutating func actors() -> String {
    var text =
      "id,name,aliases,role,type,region,crimes,status,method_terror,motive_crime,confidence,grade,origin,date,kind,=Eye Colour,weight\n"
    for id in ids {
      for number in 0..<(chance(0.3) ? 2 : 1) {
        text += row([
          id, number == 0 && chance(0.7) ? pick(marks) : "", pick(["", "x;y", "one"]),
          number > 0 ? "" : pick(["", "terrorist", "victim", "Boss"]),
          number > 0 ? "" : pick(["", "person", "bank", "thing"]), regions(),
          pick(["", "drugs:0.9;arms", "smuggling"]), pick(["", "active"]), pick(["", "2", "0"]),
          pick(["", "1.5"]), pick(["", "", "0.7"]), pick(["", "B2"]), pick(["", "Post", "a;b"]), date(),
          pick(["", "assessment", "prediction"]), pick(["", "green", "=brown"]), pick(["", "80 kg"]),
        ])
      }
    }
    return text
  }

  private mutating func ends() -> [String] {
    let source = pick(ids)
    let others = ids.filter { $0 != source }
    return chance(0.1)
      ? [source, "new \(Int.random(in: 0..<3, using: &generator))"] : [source, pick(others)]
  }

  private mutating func ties() -> String {
    let hasStrength = chance(0.5)
    var text =
      "source,target,relation,crime,directed,date,start,end,confidence,grade,origin,evidence,refutes,kind,"
    text += "handling,source_region,target_region,place,note,type" + (hasStrength ? ",strength" : "") + "\n"
    for _ in 0..<Int.random(in: 1...16, using: &generator) {
      var cells = ends()
      cells += [
        pick(["", "kinship", "finance", "odd word"]), pick(["", "drugs", "arms;drugs"]),
        pick(["", "undirected", "directed"]),
      ]
      cells += chance(0.5) ? [date(), "", ""] : ["", date(), pick(["", "2021", "2020-02-03"])]
      cells += [
        pick(["", "0.5", "1"]), pick(["", "A1", "C3"]), pick(["", "Post", "Court"]), pick(["", "p. 3"]),
        pick(["", "", "", "yes"]), pick(["", "", "assessment", "prediction"]), pick(["", "TLP:RED"]),
        pick(["", "AF", "c;d"]), pick(["", "TJ"]), pick(["", "", "Gamma"]), pick(marks), pick(["", "t1"]),
      ]
      if hasStrength { cells.append(pick(["", "1", "2.5", "0.1"])) }
      text += row(cells)
    }
    return text
  }

  private mutating func flows() -> String {
    var text =
      "payer,payee,amount,currency,amount_received,currency_received,channel,crime,date,confidence,origin,refutes,"
    text += "source_region,target_region,place,memo,count\n"
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      text += row(
        ends() + [
          pick(["100", "0.1", "12345.67"]), pick(["", "EUR", "USD"]), pick(["", "90"]), pick(["", "GBP"]),
          pick(["", "hawala", "pigeon"]), pick(["", "drugs"]), date(), pick(["", "0.9"]),
          pick(["", "Bank"]), pick(["", "", "yes"]), pick(["", "AF"]), pick(["", "KZ"]), pick(["", "Delta"]),
          pick(marks), pick(["", "3"]),
        ])
    }
    return text
  }
}
