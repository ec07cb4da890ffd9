import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusResolution

@Suite("Proposals weigh names and everything else that rows say")
struct ResolutionTests {
  private func proposals(
    _ sketch: ActorSketch, _ options: ResolutionOptions = ResolutionOptions()
  ) -> [MergeProposal] {
    sketch.network.resolution(options).proposals
  }

  /// Two records and eight strangers.
  private func among(_ first: [String], _ second: [String]) -> ActorSketch {
    var sketch = ActorSketch()
    sketch.add(first)
    sketch.add(second)
    for name in [
      "Olaf Bergstromm", "Pierre Chalandon", "Kofi Dankwa", "Rosa Espinal", "Timo Lehtonen", "Uri Gavish",
      "Anil Borkar",
      "Femke Hoogland",
    ] {
      sketch.add(name)
    }
    return sketch
  }

  private func part(
    _ kind: EvidencePart.Kind, _ sketch: ActorSketch
  ) -> EvidencePart? {
    var options = ResolutionOptions()
    options.minimumProbability = 0
    return proposals(sketch, options).first { $0.a.index == 0 && $0.b.index == 1 }?.parts
      .first { $0.kind == kind }
  }

  @Test("A full name in another spelling is proposed; the parts add up to the probability")
  func spelling() throws {
    let proposal = try #require(proposals(among(["Yusuf al-Harthi"], ["Youssef El Harithi"])).first)
    #expect(proposal.a.index == 0 && proposal.b.index == 1)
    #expect(proposal.parts.map(\.kind) == [.prior, .name])
    let bits = proposal.parts.reduce(0) { $0 + $1.bits }
    #expect(isClose([proposal.probability / (1 - proposal.probability)], [Double.pow2(bits)]))
  }

  @Test("Any name of one is held against any of the other, in any script")
  func aliases() throws {
    let proposal = try #require(
      proposals(among(["Lantern"], ["Wick", "Фонарь", "Yusuf Lantern-Bey", "Lantern"])).first)
    #expect(proposal.names == ["Lantern", "Lantern"])
    #expect(proposals(among(["محمد القرشي"], ["Muhammad al-Qurashi"])).count == 1)
  }

  @Test(
    "Brothers, and a family name alone, are not proposed",
    arguments: [
      (["Dragan Stojkovac"], ["Dejan Stojkovac"]), (["Ivan Gromykhalov"], ["Gromykhalov"]),
      (["Muhammad"], ["Muhammad Ali"]), (["Witness 1 (name withheld)"], ["Witness 2 (name withheld)"]),
    ])
  func apart(first: [String], second: [String]) {
    #expect(proposals(among(first, second)).allSatisfy { $0.probability < 0.6 })
  }

  @Test("A rare name says more than a common one")
  func rarity() throws {
    var common = among(["Boris Kovalski"], ["Boris Kovalski"])
    for first in ["Anna", "Olga", "Petra", "Nina"] { common.add("\(first) Kovalski") }
    let rare = try #require(part(.name, among(["Boris Kovalski"], ["Boris Kovalski"])))
    let usual = try #require(part(.name, common))
    #expect(usual.bits < rare.bits - 1)
  }

  @Test(
    "Dates of birth agree, fit, or contradict",
    arguments: [
      ("1969-05-21", "1969-05-21", "day same"), ("1969-05", "1969-05-02", "month same"),
      ("1969", "1969-05", "year same"),
      ("1969-05-03", "1969-03-05", "day and month swapped"), ("circa 1969", "1971", "years fit"),
      ("circa 1969", "1975", "years differ"), ("1969", "1970", "a year apart"),
      ("1969", "1980", "years differ"),
      ("1969-05-21", "1969-11-02", "same year, other day"),
    ])
  func births(first: String, second: String, words: String) throws {
    var sketch = ActorSketch()
    sketch.add("Ann Low", birth: first)
    sketch.add("Ann Low", birth: second)
    let found = try #require(part(.birth, sketch))
    #expect(found.value == .words(words))
    #expect((found.bits > 0) == ["same", "fit", "swapped"].contains { words.hasSuffix($0) })
  }

  @Test("A nationality in common says more where few have it; another one speaks against")
  func nationality() throws {
    var sketch = ActorSketch()
    for country in ["TJ", "TJ"] { sketch.add("Ann Low", country: country) }
    for _ in 0..<30 { sketch.add("Bo High", country: "SE") }
    let rare = try #require(part(.nationality, sketch))
    #expect(rare.value == .words("same") && rare.bits > 2)
    var other = ActorSketch()
    for country in ["TJ", "SE"] { other.add("Ann Low", country: country) }
    #expect(try #require(part(.nationality, other)).bits == -1)
  }

  @Test("An identifier in common outweighs other names; one of the same kind that differs speaks against")
  func identifiers() throws {
    var sketch = among(["Karim Tamimi"], ["Abu Yahya"])
    sketch.identify(ActorID(0), "passport", "A 12-34")
    sketch.identify(ActorID(1), "passport", "a1234")
    #expect(proposals(sketch).first?.parts.last?.value == .words("passport same"))
    var other = among(["Karim Tamimi"], ["Karim Tamimi"])
    other.identify(ActorID(0), "registration", "7")
    other.identify(ActorID(1), "registration", "8")
    #expect(try #require(part(.identifier, other)).bits < 0)
  }

  @Test("A person is never a company, but may be of no known type")
  func types() {
    for (type, count) in [(ActorType.company, 0), (.unknown, 1)] {
      var sketch = ActorSketch()
      sketch.add("Kestrel Ridge")
      sketch.add("Kestrel Ridge", type: type)
      #expect(proposals(sketch).count == count)
    }
  }

  @Test("Shared neighbours support, the rare ones more; a tie between the two speaks against")
  func neighbours() throws {
    var sketch = among(["Ann Low"], ["Ann Low"])
    sketch.tie(ActorID(0), ActorID(2))
    sketch.tie(ActorID(1), ActorID(2))
    let shared = try #require(part(.neighbours, sketch))
    #expect(shared.value == .number(1) && isClose([shared.bits], [1.5]))
    for other in 3..<8 { sketch.tie(ActorID(other), ActorID(2)) }
    #expect(try #require(part(.neighbours, sketch)).bits < 0.6)
    sketch.tie(ActorID(0), ActorID(1))
    #expect(try #require(part(.tie, sketch)).bits == -3)
  }

  @Test("What people decided to be two is not proposed")
  func decided() throws {
    let sketch = among(["Ann Low"], ["Ann Low"])
    var options = ResolutionOptions()
    options.decisions = try Decisions([Decisions.Row(.different, "r1", "r0", line: 2)])
    let resolution = sketch.network.resolution(options)
    #expect(resolution.proposals.isEmpty && resolution.decidedApart == 1)
  }

  @Test("A block above the limit is left out, and told")
  func blocks() {
    var sketch = ActorSketch()
    for _ in 0..<12 { sketch.add("Ann Low") }
    var options = ResolutionOptions()
    options.blockLimit = 11
    let resolution = sketch.network.resolution(options)
    #expect(resolution.proposals.isEmpty && resolution.comparedPairs == 0)
    #expect(resolution.blocksLeftOut.allSatisfy { $0.actors == 12 } && resolution.blocksLeftOut.count >= 3)
    options.blockLimit = 12
    #expect(sketch.network.resolution(options).comparedPairs == 66)
  }

  @Test("The order of actors does not matter, nor that of the words of a name", arguments: 1...6)
  func permuted(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pairs = LabelledPair.all.shuffled(using: &generator).prefix(40)
    let names = pairs.flatMap { pair in pair.names.map { (names: $0, type: pair.type) } }
    func found(_ order: [Int], reversed: Set<Int> = []) -> Set<[Int]> {
      var sketch = ActorSketch()
      for index in order {
        let words = names[index].names.map { name in
          reversed.contains(index) && name.allSatisfy { $0.isLetter || $0 == " " }
            && name.utf8.allSatisfy { $0 < 0x80 }
            && name.split(separator: " ").count == 2 && !name.hasPrefix("Ab") && !name.hasPrefix("Umm")
            ? name.split(separator: " ").reversed().joined(separator: " ") : name
        }
        sketch.add(words, type: names[index].type)
      }
      return Set(proposals(sketch).map { [order[$0.a.index], order[$0.b.index]].sorted() })
    }
    let order = Array(names.indices)
    let expected = found(order)
    #expect(found(order.shuffled(using: &generator)) == expected, "seed \(seed)")
    #expect(found(order, reversed: Set(order.filter { $0 % 3 == 0 })) == expected, "seed \(seed)")
  }

  @Test("Hostile names are compared and nothing breaks")
  func hostile() {
    var sketch = ActorSketch()
    for name in HostileNames.all + HostileNames.all { sketch.add(name, type: .unknown) }
    let resolution = sketch.network.resolution()
    #expect(resolution.proposals.allSatisfy { (0...1).contains($0.probability) })
    // Each name that has letters is proposed with its twin.
    let count = HostileNames.all.count
    #expect(resolution.proposals.contains { $0.b.index - $0.a.index == count })
  }

  @Test("Nobody, and one actor") func few() {
    #expect(proposals(ActorSketch()).isEmpty)
    var sketch = ActorSketch()
    sketch.add("Ann Low")
    #expect(proposals(sketch).isEmpty)
  }
}

extension Double {
  fileprivate static func pow2(_ exponent: Double) -> Double {
    let whole = Int(exponent.rounded(.down))
    var (value, step, fraction) = (
      Double(sign: .plus, exponent: whole, significand: 1), 2.0, exponent - Double(whole)
    )
    // Bits of the fraction by square roots, so that the test has a way of its own.
    for _ in 0..<60 {
      step = step.squareRoot()
      fraction *= 2
      if fraction >= 1 {
        value *= step
        fraction -= 1
      }
    }
    return value
  }
}
