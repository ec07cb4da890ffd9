import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Regional exposure")
struct RegionalExposureTests {
  func exposure(_ sketch: NetworkSketch, asOf: Instant? = nil) -> RegionalExposure {
    var options = ExposureOptions()
    options.asOf = asOf
    return sketch.build().regionalExposure(options)
  }

  func region(_ code: String, of exposure: RegionalExposure) throws -> RegionExposure {
    try #require(exposure.regions.first { $0.region.code == code })
  }

  @Test("An empty network has no regions")
  func empty() {
    let exposure = exposure(NetworkSketch())
    #expect(exposure.regions.isEmpty)
    #expect(exposure.method.indicators == [.actors])
    #expect(exposure.method.asOf == nil)
  }

  @Test("Without an actor of a counted role no region has a score, and the reason is said")
  func rolesMissing() {
    var sketch = NetworkSketch()
    let (first, second) = (sketch.actor("a"), sketch.actor("b", .state))
    sketch.presence(first, "TJ", 1)
    sketch.tie(first, second, 1)
    let exposure = exposure(sketch)
    #expect(exposure.regions.allSatisfy { $0.score == nil && $0.missing == .rolesMissing && $0.rank == nil })
    #expect(MissingScore.rolesMissing.rawValue == "roles missing")
  }

  @Test("A region that no evidence touches has no score, not 0")
  func noObservations() throws {
    var sketch = NetworkSketch()
    let terror = sketch.actor("t", .terrorist)
    sketch.presence(terror, "TJ", 1)
    let bystander = sketch.actor("b")
    sketch.presence(bystander, "UZ", 1)
    let victim = sketch.actor("v", .victim)
    sketch.presence(victim, "KG", 1)
    let exposure = exposure(sketch)
    for code in ["UZ", "KG"] {
      let region = try region(code, of: exposure)
      #expect(region.score == nil)
      #expect(region.missing == .noObservations)
      #expect(region.items == 0)
    }
    #expect(try region("TJ", of: exposure).score != nil)
    #expect(exposure.regions.map(\.region.code) == ["TJ", "KG", "UZ", "143", "142", "001"])
  }

  @Test("Every level is recomputed: an actor in two countries is one actor of their subregion")
  func levels() throws {
    var sketch = NetworkSketch()
    let terror = sketch.actor("t", .terrorist)
    sketch.presence(terror, "TJ", 1)
    sketch.presence(terror, "UZ", 1)
    sketch.presence(terror, "143", 0.5)
    let facilitator = sketch.actor("f", .facilitator)
    sketch.presence(facilitator, "TJ", 0.5)
    sketch.presence(facilitator, "UZ", 0.5)
    sketch.presence(facilitator, "Central Asia", 0.2)
    let exposure = exposure(sketch)
    #expect(try region("TJ", of: exposure).raw[.actors] == 1.25)
    let subregion = try #require(try region("143", of: exposure).raw[.actors])
    #expect(abs(subregion - 1.4) < 1e-12)  // 1 + ½ (1 − .5 · .5 · .8)
    let world = try #require(try region("001", of: exposure).raw[.actors])
    #expect(abs(world - 1.4) < 1e-12)
  }

  @Test("Indicators that the data cannot tell of are dropped for all regions")
  func coverage() throws {
    var sketch = NetworkSketch()
    let (terror, crime) = (sketch.actor("t", .terrorist), sketch.actor("c", .organisedCrime))
    sketch.presence(terror, "TJ", 1)
    sketch.tie(terror, crime, 1)
    let plain = exposure(sketch)
    #expect(plain.method.indicators == [.actors, .crossTies, .brokerage])
    #expect(plain.method.coverage == 3.0 / 7)
    #expect(try region("TJ", of: plain).score?.dimensions[.flow] == nil)
    // T = 25; N = (50 + 0) / 2 = 25: both dimensions 25, and so is the index.
    #expect(abs(try #require(try region("TJ", of: plain).score).score - 25) < 1e-12)
    sketch.tie(terror, crime, 1, crimes: ["arms"], date: Instant(year: 2020))
    sketch.transfer(terror, crime, 1, 1, to: "UZ")
    let full = exposure(sketch)
    #expect(full.method.coverage == 1)
    #expect(try region("TJ", of: full).isUndated == false)
  }

  @Test("A region without a dated item is flagged, and its momentum is 0")
  func undated() throws {
    var sketch = NetworkSketch()
    let (terror, crime) = (sketch.actor("t", .terrorist), sketch.actor("c", .organisedCrime))
    sketch.presence(terror, "TJ", 1)
    sketch.presence(crime, "UZ", 1)
    let other = sketch.actor("o", .organisedCrime)
    sketch.tie(terror, other, 1, date: Instant(year: 2020))
    let exposure = exposure(sketch)
    #expect(try region("UZ", of: exposure).isUndated)
    #expect(try region("UZ", of: exposure).score?.indicators[.momentum] == 0)
    #expect(try !region("TJ", of: exposure).isUndated)
  }

  @Test("Windows of momentum are calendar years, open at their start and closed at their end")
  func windows() throws {
    let asOf = try #require(Instant(year: 2020, month: 2, day: 29))
    func momentum(_ date: Instant?) throws -> Double? {
      var sketch = NetworkSketch()
      let (terror, crime) = (sketch.actor("t", .terrorist), sketch.actor("c", .organisedCrime))
      sketch.presence(terror, "TJ", 1)
      for _ in 0..<2 { sketch.tie(terror, crime, 1, date: asOf) }
      sketch.tie(terror, crime, 1, date: date)
      return try region("TJ", of: exposure(sketch, asOf: asOf)).raw[.momentum]
    }
    #expect(try momentum(Instant(year: 2018, month: 3, day: 1)) == 0.6)  // 3, 0
    #expect(try momentum(Instant(year: 2018, month: 2, day: 28)) == 0.2)  // 2, 1
    #expect(try momentum(Instant(year: 2016, month: 3, day: 1)) == 0.2)
    #expect(try momentum(Instant(year: 2016, month: 2, day: 29)) == 0.5)  // 2, 0
    #expect(try momentum(Instant(year: 2020, month: 3, day: 1)) == 0.5)
    #expect(try momentum(nil) == 0.5)
  }

  @Test("A place replaces both ends of a cross tie, a row's region the actor's own")
  func places() throws {
    var sketch = NetworkSketch()
    let (terror, crime) = (sketch.actor("t", .terrorist), sketch.actor("c", .organisedCrime))
    sketch.presence(terror, "TJ", 1)
    sketch.presence(crime, "UZ", 0.5)
    let claim = NetworkSketch.Claim(confidence: 0.5)
    sketch.tie(terror, crime, [claim], places: ["RU"])
    sketch.tie(terror, crime, [claim], sourceRegions: ["AF"])
    let exposure = exposure(sketch)
    #expect(try region("RU", of: exposure).raw[.crossTies] == 0.5)
    #expect(try region("TJ", of: exposure).raw[.crossTies] == 0)
    #expect(try region("AF", of: exposure).raw[.crossTies] == 0.5)
    #expect(try region("UZ", of: exposure).raw[.crossTies] == 0.25)
    #expect(try region("151", of: exposure).raw[.crossTies] == 0.5)
    #expect(try region("001", of: exposure).raw[.crossTies] == 1)
  }

  @Test("A transfer within a region is throughput once and neither comes in nor goes out")
  func transit() throws {
    var sketch = NetworkSketch()
    let (terror, other) = (sketch.actor("t", .terrorist), sketch.actor("o"))
    sketch.transfer(terror, other, 90_000, 1, crimes: ["drugs"], from: "AF", to: "TJ")
    sketch.transfer(terror, other, 90_000, 1, crimes: ["drugs"], from: "TJ", to: "KZ")
    sketch.transfer(terror, other, 90_000, 1, crimes: ["arms"], from: "KZ", to: "RU")
    sketch.transfer(terror, other, 90_000, 1, from: "RU", to: "KZ")
    let exposure = exposure(sketch)
    #expect(try region("TJ", of: exposure).raw[.transit] == 1)
    // Drugs come in, arms go out, and what has no crime is a group of its own.
    #expect(try region("KZ", of: exposure).raw[.transit] == 0)
    let subregion = try region("143", of: exposure)
    #expect(subregion.raw[.transit] == 0)
    let throughput = try #require(subregion.raw[.throughput])
    #expect(abs(throughput - 1.568201724066995) < 1e-12)  // log₁₀ 37
    #expect(try region("001", of: exposure).raw[.transit] == 0)
    #expect(exposure.method.measure == .amounts(currency: "USD"))
  }

  @Test("What is expected to cross into a region shrinks smoothly as the payer may be there too")
  func crossing() throws {
    var sketch = NetworkSketch()
    let (terror, other) = (sketch.actor("t", .terrorist), sketch.actor("o"))
    sketch.presence(terror, "UZ", 0.25)
    sketch.presence(other, "UZ", 1)
    sketch.transfer(terror, other, 90_000, 1, crimes: ["drugs"])
    sketch.transfer(other, terror, 90_000, 1, crimes: ["drugs"])
    let transit = try #require(region("UZ", of: exposure(sketch)).raw[.transit])
    #expect(abs(transit - 0.8893017025063104) < 1e-12)  // log₁₀(1 + 90 000 · 0.75 / 10 000)
  }

  @Test("A transfer of an actor to itself moves money between its row's regions; a tie to itself is none")
  func loops() throws {
    var sketch = NetworkSketch()
    let terror = sketch.actor("t", .terrorist)
    sketch.transfer(terror, terror, 90_000, 1, crimes: ["drugs"], from: "AF", to: "TJ")
    sketch.tie(terror, terror, 1)
    let exposure = exposure(sketch)
    #expect(try region("AF", of: exposure).raw[.throughput] == 1)
    #expect(exposure.method.indicators == [.actors, .crimeTypes, .throughput, .transit])
  }

  @Test("Several currencies, or no amounts, are counted instead of added up")
  func counts() throws {
    for (amount, currency) in [(5.0, "EUR"), (0, "USD")] {
      var sketch = NetworkSketch()
      let (terror, other) = (sketch.actor("t", .terrorist), sketch.actor("o"))
      sketch.transfer(terror, other, amount, 0.5, currency: "USD", from: "AF", to: "TJ")
      sketch.transfer(terror, other, amount, 0.5, currency: currency, from: "TJ", to: "UZ")
      let exposure = exposure(sketch)
      #expect(exposure.method.measure == .counts)
      let region = try region("TJ", of: exposure)
      #expect(region.raw[.throughput] == 1)
      #expect(region.raw[.transit] == 0.5)
      #expect(abs(try #require(region.score?.indicators[.throughput]) - 100.0 / 6) < 1e-12)
      #expect(abs(try #require(region.score?.indicators[.transit]) - 100 * 0.5 / 5.5) < 1e-12)
    }
  }

  @Test(
    "Grades need items and origins",
    arguments: [
      (4, 4, "D"), (5, 1, "D"), (5, 2, "C"), (9, 3, "C"), (10, 2, "C"), (10, 3, "B"), (19, 5, "B"),
      (20, 2, "C"), (20, 3, "A"), (50, 1, "D"),
    ])
  func grades(items: Int, origins: Int, grade: String) throws {
    var sketch = NetworkSketch()
    for item in 0..<items {
      let actor = sketch.actor("t\(item)", .terrorist)
      sketch.presence(actor, "TJ", 0.5, origin: Int32(item % origins))
    }
    let region = try region("TJ", of: exposure(sketch))
    #expect(region.items == items)
    #expect(region.origins == origins)
    #expect(region.grade.rawValue == grade)
    #expect(region.rank == (grade == "D" ? nil : 1))
    #expect(region.score != nil)
  }

  @Test("Ranks run within a level among ranked regions, and equal scores share the better one")
  func ranks() throws {
    var sketch = NetworkSketch()
    for (code, count) in [("TJ", 6), ("UZ", 8), ("KG", 6), ("RU", 5), ("AF", 2)] {
      for item in 0..<count {
        let actor = sketch.actor("\(code)\(item)", .terrorist)
        sketch.presence(actor, code, 0.5, origin: Int32(item % 2))
      }
    }
    let exposure = exposure(sketch)
    let countries = exposure.regions.filter { $0.region.level == .country }
    #expect(countries.map(\.region.code) == ["UZ", "KG", "TJ", "RU", "AF"])
    #expect(countries.map(\.rank) == [1, 2, 2, 4, nil])
    let subregions = exposure.regions.filter { $0.region.level == .subregion }
    #expect(subregions.map(\.region.code) == ["143", "151", "034"])
    #expect(subregions.map(\.rank) == [1, 2, nil])
  }

  @Test("An ungraded row counts ½, several rows of one item are one claim with many rows")
  func ungraded() throws {
    var sketch = NetworkSketch()
    let terror = sketch.actor("t", .terrorist)
    sketch.presence(terror, "TJ", nil)
    sketch.presence(terror, "TJ", nil)
    let region = try region("TJ", of: exposure(sketch))
    #expect(region.raw[.actors] == 0.5)
    #expect(region.items == 2)
    #expect(region.origins == 1)
  }
}
