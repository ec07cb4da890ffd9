import NexusModel
import NexusRendering
import NexusTestSupport
import Testing

@Suite("Picture of a trail of money")
struct FlowTrailTests {
  private func trail(_ names: [String]) -> FlowTrail {
    FlowTrail(
      title: "Money from \(names[0])", subtitle: "EUR",
      stops: names.enumerated().map { FlowTrail.Stop(name: $1, role: .unknown, hops: min($0, 2)) },
      bands: [
        FlowTrail.Band(payer: 0, payee: 1, amount: 10, traced: 10, note: "first"),
        FlowTrail.Band(payer: 1, payee: 2, amount: 8, traced: 2, note: "second"),
        FlowTrail.Band(payer: 2, payee: 0, amount: 1, traced: 0, note: "back"),
      ], notes: ["A note."])
  }

  @Test("every stop and band is drawn, the part from the source only where there is one")
  func parts() throws {
    let svg = try trail(["s", "a", "b"]).svg()
    _ = try ParsedSVG(svg)
    #expect(try ParsedSVG(svg).elements.count { $0.name == "path" } == 5)
    for word in ["first", "second", "back", ">s<", ">a<", ">b<", "A note.", "from the source"] {
      #expect(svg.contains(word), "\(word)")
    }
    #expect(svg == (try trail(["s", "a", "b"]).svg()))
  }

  @Test(
    "money that comes back stays in the picture, below the columns, and a wide band says that it is drawn thinner"
  )
  func comingBack() throws {
    var back = trail(["s", "a", "b"])
    for payee in [0, 1, 2] {
      back.bands.append(FlowTrail.Band(payer: 2, payee: payee, amount: 9, traced: 3, note: "thick"))
    }
    let svg = try back.svg()
    let returning = try ParsedSVG(svg).elements.filter {
      $0.name == "path" && $0.attributes["d"]?.contains("Q") == true
    }
    #expect(returning.count == 7)
    for band in returning {
      let numbers = (band.attributes["d"] ?? "").split { !"0123456789.-".contains($0) }.compactMap {
        Double($0)
      }
      let width = Double(band.attributes["stroke-width"] ?? "") ?? .infinity
      #expect(width <= 24 && numbers.allSatisfy { $0 >= width / 2 }, "\(band.attributes)")
    }
    #expect(svg.contains("3 bands are drawn thinner"))
    var onward = trail(["s", "a", "b"])
    onward.bands.removeLast()
    #expect(try !onward.svg().contains("drawn thinner"))
  }

  @Test("hostile names stay text", arguments: HostileNames.all)
  func hostile(name: String) throws {
    let svg = try trail([name, name, name]).svg()
    #expect(try ParsedSVG(svg).isInert)
  }

  @Test("an empty trail is a picture too; an amount that is none is refused")
  func degenerate() throws {
    let empty = FlowTrail(title: "t", subtitle: "s", stops: [], bands: [], notes: [])
    _ = try ParsedSVG(empty.svg())
    var wrong = trail(["s", "a", "b"])
    wrong.bands[0].traced = 11
    #expect(throws: RenderingError.self) { try wrong.svg() }
    wrong.bands[0].amount = .nan
    #expect(throws: RenderingError.self) { try wrong.svg() }
  }
}
