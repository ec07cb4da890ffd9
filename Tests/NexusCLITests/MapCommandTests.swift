import Foundation
import NexusTestSupport
import Testing

@Suite("nexus map, as its user meets it")
struct MapCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file(
      "ties.csv",
      """
      source,target,relation,crime,date,strength,source_role,target_role,source_region,target_region
      Ann,Bo,finance,drugs,2017,2,terrorist,organised-crime,AF,TJ
      Bo,Cy,finance,arms,2018,1,organised-crime,organised-crime,TJ,KZ
      Cy,Ann,command,drugs,2019,3,organised-crime,terrorist,KZ,AF
      Cy,Dee,finance,,,1,organised-crime,victim,KZ,
      Dee,Eve,kinship,,2019,1,victim,facilitator,,RU
      """)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["map", "ties.csv"] + arguments, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test("The ending decides the format; the same input gives the same bytes")
  func formats() throws {
    for name in ["a.svg", "b.svg", "a.dot"] {
      let result = try run(name)
      #expect(result.status == 0 && result.output.isEmpty, "\(name): \(result.messages)")
    }
    #expect(try text("a.svg") == text("b.svg") && text("a.svg").hasPrefix("<svg"))
    #expect(try text("a.dot").hasPrefix("digraph \"Network map: ties\" {"))
    for name in ["a.png", "a.pdf"] {
      let result = try run(name)
      guard result.status == 0 else {
        #expect(result.status == 73 && result.messages.contains("apt-get install librsvg2-2"))
        continue
      }
      let bytes = try Data(contentsOf: folder.url.appending(path: name))
      #expect(bytes.starts(with: name == "a.png" ? [0x89, 0x50, 0x4E, 0x47] : Array("%PDF".utf8)))
    }
    #expect(try run("a.gif").status == 64 && run("a").status == 64)
    #expect(try run("no/such/a.svg").status == 73)
  }

  @Test("Legend, counts, source and caution stand on every map")
  func legend() throws {
    #expect(try run("a.svg").status == 0)
    let map = try text("a.svg")
    for part in [
      "Role (colour and mark)", "Area: betweenness", "Confidence (line style)", "5 actors, 5 lines",
      "Source: ties, read by nexus", "A place on this map is not a finding about a person.",
    ] {
      #expect(map.contains(part), "\(part)")
    }
  }

  @Test("Colour by community, region, crime or a measure, each with its legend")
  func colours() throws {
    for (colour, part) in [
      ("community", "Community (colour and mark)"), ("region", "Tajikistan"), ("crime", "arms"),
      ("pagerank", "pagerank (colour)"),
    ] {
      #expect(try run("a.svg", "--color-by", colour).status == 0)
      #expect(try text("a.svg").contains(part), "\(colour)")
    }
    let unknown = try run("a.svg", "--color-by", "betweeness")
    #expect(unknown.status == 64 && unknown.messages.contains("Did you mean betweenness?"))
    let network = try run("a.svg", "--size-by", "density")
    #expect(network.status == 65 && network.messages.contains("no measure of actors"))
  }

  @Test("A victim is drawn and never named, whatever labels are asked for")
  func victims() throws {
    for labels in ["all", "top:20", "search:dee"] {
      #expect(try run("a.svg", "--label", labels, "--path", "Bo", "Ann").status == 0)
      let texts = try text("a.svg").components(separatedBy: "<text").dropFirst()
      #expect(!texts.contains { $0.contains(">Dee<") }, "\(labels)")
      if labels != "search:dee" { #expect(texts.contains { $0.contains(">Ann<") }) }
    }
    #expect(try run("a.svg", "--label", "some").status == 64)
  }

  @Test("Layers are pictures of one crime, relation or period each, with how many lines they show")
  func layers() throws {
    for (layer, titles) in [
      ("crime", ["drugs (2 lines)", "arms (1 line)", "No crime named (2 lines)"]),
      ("relation", ["finance (3 lines)", "command (1 line)", "kinship (1 line)"]),
      ("period", ["2017 (1 line)", "2018 (1 line)", "2019 (2 lines)", "Not dated (1 line)"]),
    ] {
      #expect(try run("a.svg", "--layers", layer).status == 0)
      for title in titles { #expect(try text("a.svg").contains(title), "\(title)") }
    }
  }

  @Test("Groups get a shape and a name, a path is brought out or refused")
  func groupsAndPaths() throws {
    #expect(try run("a.svg", "--group-by", "region", "--path", "Ann", "Bo").status == 0)
    let map = try Picture(text("a.svg"))
    // The legend names the path and counts its lines; each of these has a broad band below it, and so has the sample.
    #expect(map.value(after: "Path Ann – Bo") == "1")
    #expect(
      map.elements.count {
        $0.attributes["stroke"] == "#d55e00" && $0.attributes["opacity"] == "0.8"
      } == 1)
    for country in ["Afghanistan", "Tajikistan", "Kazakhstan", "Russia"] {
      #expect(map.texts.contains(country), "\(country)")
    }
    #expect(map.texts.contains("Groups: 4, a shape each; none overlap."))
    #expect(try run("b.svg", "--group-by", "community").status == 0)
    #expect(try Picture(text("b.svg")).texts.contains("Community 1"))
    _ = try folder.file("apart.csv", "source,target\nA,B\nC,D\n")
    let none = try CommandRun(["map", "apart.csv", "a.svg", "--path", "A", "C"], in: folder.url)
    #expect(none.status == 65 && none.messages.contains("No chain of ties leads from A to C"))
    #expect(try run("a.svg", "--path", "Ann").status == 64)
    #expect(try run("a.svg", "--path", "Ann", "Nobody").status == 64)
  }

  @Test("Layouts by engine and by country; too many actors for an engine are refused")
  func layouts() throws {
    for layout in ["auto", "geo", "neato", "sfdp", "fdp", "dot", "twopi", "circo"] {
      let result = try run("a.svg", "--layout", layout)
      #expect(result.status == 0, "\(layout): \(result.messages)")
      let method =
        ["auto": "least stress", "geo": "by the middle of each actor's country"][layout]
        ?? "Graphviz \(layout)"
      #expect(try text("a.svg").contains("Layout: \(method)".replacing("'", with: "&#39;")), "\(layout)")
    }
    #expect(try run("a.svg", "--layout", "grid").status == 64)
    #expect(try run("b.svg", "--layout", "geo").status == 0)
    #expect(try text("b.svg").contains("1 actor without a place") && text("b.svg").contains("° E"))
    _ = try folder.file("bare.csv", "source,target\nA,B\n")
    #expect(try CommandRun(["map", "bare.csv", "a.svg", "--layout", "geo"], in: folder.url).status == 65)
    let ring = (0..<400).map { "v\($0),v\(($0 + 1) % 400)" }.joined(separator: "\n")
    _ = try folder.file("ring.csv", "source,target\n\(ring)\n")
    let large = try CommandRun(["map", "ring.csv", "a.svg", "--layout", "dot"], in: folder.url)
    #expect(large.status == 64 && large.messages.contains("The layout dot is made for at most 300 actors"))
  }

  @Test("Above --max-nodes the map shows a backbone or communities, and says so")
  func condensed() throws {
    #expect(try run("a.svg", "--max-nodes", "3").status == 0)
    let backbone = try text("a.svg")
    #expect(backbone.contains("Backbone: ") && backbone.contains(" actors of 5 and "))
    // A hub with one strong tie among weak ones: chance explains that one least, and the weak ones do not follow it.
    let weak = (1...9).map { "hub,w\($0),1" }.joined(separator: "\n")
    _ = try folder.file("hub.csv", "source,target,strength\nhub,strong,90\n\(weak)\nw1,w2,1\n")
    let hub = try CommandRun(["map", "hub.csv", "h.svg", "--max-nodes", "2"], in: folder.url)
    #expect(hub.status == 0)
    #expect(try text("h.svg").contains("Backbone: 2 actors of 11 and 1 of 11 lines"))
    #expect(try text("h.svg").contains("p up to 0.000"))
    #expect(try run("a.svg", "--max-nodes", "3", "--condense", "communities").status == 0)
    #expect(try text("a.svg").contains("Communities in place of 5 actors"))
    #expect(try run("a.svg", "--max-nodes", "3", "--condense", "foremost").status == 0)
    #expect(try text("a.svg").contains("Drawn: 3 of 5 actors"))
  }

  @Test("Filters hide actors and lines; the picture counts both and names nobody who is hidden")
  func filters() throws {
    #expect(try run("a.svg", "--crime", "arms", "--label", "all").status == 0)
    let arms = try Picture(text("a.svg"))
    #expect(arms.texts.contains("Filtered by crime arms: 3 actors, 4 ties hidden."))
    #expect(arms.texts.contains("2 actors, 1 line") && arms.texts.contains("Named: 2 of 2 drawn actors."))
    #expect(arms.texts.contains("Bo") && arms.texts.contains("Cy"))
    #expect(arms.symbolTitles.count == 2)
    for hidden in ["Ann", "Dee", "Eve"] { #expect(try !text("a.svg").contains(hidden), "\(hidden)") }

    #expect(try run("a.svg", "--since", "2019-01-01", "--label", "all").status == 0)
    let recent = try Picture(text("a.svg"))
    #expect(
      recent.texts.contains(
        "Filtered by since 2019-01-01: 1 actor, 3 ties hidden (1 of the links for want of a date)."))
    #expect(!recent.elements.contains { $0.text.contains("Bo") } && recent.symbolTitles.count == 4)

    #expect(try run("a.svg", "--focus", "Eve", "--hops", "1", "--label", "all").status == 0)
    let near = try Picture(text("a.svg"))
    #expect(near.texts.contains("Eve") && near.symbolTitles.count == 2)
    #expect(
      near.texts.contains {
        $0.hasPrefix("Filtered by focus Eve") && $0.hasSuffix("3 actors, 4 ties hidden.")
      })
  }

  @Test(
    "Hostile names break no format: the SVG is XML without script, PNG and PDF are whole, DOT stays quoted")
  func hostile() throws {
    let rows = HostileNames.all.map { "\"\($0.replacing("\"", with: "\"\""))\",hub" }.joined(separator: "\n")
    _ = try folder.file("hostile.csv", "source,target\n\(rows)\n")
    func map(_ arguments: String...) throws -> CommandRun {
      try CommandRun(["map", "hostile.csv"] + arguments, in: folder.url)
    }
    for arguments in [
      ["h.svg", "--label", "all"], ["h.svg", "--group-by", "community", "--color-by", "community"],
    ] {
      let result = try CommandRun(["map", "hostile.csv"] + arguments, in: folder.url)
      #expect(result.status == 0, "\(result.messages)")
      #expect(try Picture(text("h.svg")).isInert)
    }
    #expect(try map("h.dot", "--label", "all").status == 0)
    let png = try map("h.png", "--label", "all")
    if png.status == 0 {
      #expect(
        try Data(contentsOf: folder.url.appending(path: "h.png")).starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(try map("h.pdf", "--label", "all").status == 0)
      let pdf = try String(decoding: Data(contentsOf: folder.url.appending(path: "h.pdf")), as: UTF8.self)
      #expect(pdf.hasPrefix("%PDF") && pdf.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("%%EOF"))
      for action in ["/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction"] {
        #expect(!pdf.contains(action), "\(action)")
      }
    } else {
      #expect(png.messages.contains("apt-get install librsvg2-2"))
    }
    // Outside quotations nothing of the data is left.
    var isQuoted = false
    var outside = ""
    var previous: Character = " "
    for character in try text("h.dot") {
      if character == "\"", previous != "\\" { isQuoted.toggle() }
      if !isQuoted { outside.append(character) }
      previous = previous == "\\" && character == "\\" ? " " : character
    }
    #expect(!isQuoted && !outside.contains("script") && !outside.contains("HYPERLINK"))
  }
}
