import NexusGraph
import NexusModel
import Testing

@Suite("Confidence of a list of items")
struct ConfidenceTests {
  let rule = ConfidenceRule(ungraded: 0.5)

  func item(
    _ grade: String?, origin: Int32 = 0, _ stance: Evidence.Stance = .supports, kind: Evidence.Kind = .fact,
    date: Instant? = nil
  ) -> Evidence {
    Evidence(
      row: RowID(rawValue: 0), origin: origin, grading: grade.flatMap { Grade($0)?.confidence },
      stance: stance,
      kind: kind, date: date)
  }

  func explicit(_ confidence: Double, origin: Int32) -> Evidence {
    Evidence(row: RowID(rawValue: 0), origin: origin, grading: confidence)
  }

  // METHOD §2.2 for the numbers of the next three tests.
  @Test("Items of one origin repeat each other")
  func origins() {
    let items = [item("B2", origin: 1), item("B2", origin: 1), item("C3", origin: 2)]
    #expect(abs(rule.confidence(of: items) - 0.784) < 1e-12)
    let naive = [item("B2", origin: 1), item("B2", origin: 3), item("C3", origin: 2)]
    #expect(abs(rule.confidence(of: naive) - 0.93088) < 1e-12)
  }

  @Test("A refutation takes its share")
  func refutation() {
    let items = [item("B2", origin: 1), item("C3", origin: 2), item("B4", origin: 3, .refutes)]
    #expect(abs(rule.confidence(of: items) - 0.6174) < 1e-12)
    #expect(rule.confidence(of: [item("A1", .refutes)]) == 0)
  }

  @Test("An item loses half its weight in a half-life")
  func ageing() throws {
    let asOf = try #require(Instant(year: 2020, month: 1, day: 1))
    let ageing = ConfidenceRule(ungraded: 0.5, halfLife: 5, asOf: asOf)
    // Three calendar years: METHOD 2.2.
    let old = item("B2", date: Instant(year: 2017, month: 1, day: 1))
    #expect(abs(ageing.confidence(of: [old]) - 0.448633) < 5e-7)
    #expect(abs(rule.confidence(of: [old]) - 0.68) < 1e-12)
    let later = item("B2", date: Instant(year: 2021))
    #expect(abs(ageing.confidence(of: [later]) - 0.68) < 1e-12)
    #expect(abs(ageing.confidence(of: [item("B2")]) - 0.68) < 1e-12)
  }

  @Test("Ungraded rows count what the rule says, and repeat each other without an origin")
  func ungraded() {
    #expect(rule.confidence(of: [item(nil)]) == 0.5)
    #expect(rule.confidence(of: [item(nil), item(nil)]) == 0.5)
    #expect(ConfidenceRule.structural().confidence(of: [item(nil), item(nil)]) == 1)
  }

  @Test("A single item is taken as given; a combination exceeds 0.99 only where one of its items does")
  func cap() {
    #expect(rule.confidence(of: [explicit(1, origin: 1)]) == 1)
    #expect(rule.confidence(of: [explicit(0.95, origin: 1), explicit(0.95, origin: 2)]) == 0.99)
    #expect(rule.confidence(of: [explicit(1, origin: 1), explicit(0.5, origin: 2)]) == 1)
  }

  @Test("No item, and predictions alone, give nothing")
  func nothing() {
    #expect(rule.confidence(of: [Evidence]()) == 0)
    #expect(rule.confidence(of: [item("A1", kind: .prediction)]) == 0)
    let mixed = [item("B2", origin: 1), item("A1", origin: 2, kind: .prediction)]
    #expect(abs(rule.confidence(of: mixed) - 0.68) < 1e-12)
  }

  @Test("The order of items changes nothing", arguments: 0..<20)
  func permutation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let items = (0..<8).map { _ in
      Evidence(
        row: RowID(rawValue: 0), origin: Int32.random(in: 0..<4, using: &generator),
        grading: Double.random(in: 0...0.9, using: &generator),
        stance: Int.random(in: 0..<5, using: &generator) == 0 ? .refutes : .supports)
    }
    let shuffled = items.shuffled(using: &generator)
    #expect(abs(rule.confidence(of: items) - rule.confidence(of: shuffled)) < 1e-12)
  }

  @Test("What two rows say together is as likely as both are right, and a prediction where either is")
  func together() {
    let (first, second) = (explicit(0.8, origin: 1), explicit(0.5, origin: 2))
    let both = [first.resting(on: second, origin: 3), second.resting(on: first, origin: 3)]
    #expect(rule.confidence(of: both) == 0.4)
    #expect(both.map(\.partner) == [second.row, first.row] && first.partner == nil)
    let ungraded = item(nil)
    #expect(rule.support(first.resting(on: ungraded, origin: 1)) == 0.4)
    #expect(rule.support(ungraded.resting(on: first, origin: 1)) == 0.4)
    #expect(rule.support(ungraded.resting(on: ungraded, origin: 0)) == 0.25)
    #expect(ConfidenceRule.structural().support(ungraded.resting(on: first, origin: 1)) == 0.8)
    let predicted = item("A1", kind: .prediction)
    #expect(rule.support(first.resting(on: predicted, origin: 1)) == 0)
    #expect(rule.support(predicted.resting(on: first, origin: 1)) == 0)
    #expect(item(nil).resting(on: item(nil, kind: .assessment), origin: 0).kind == .assessment)
  }
}
