import NexusModel
import Testing

@testable import NexusRendering

@Suite("Symbols")
struct SymbolShapeTests {
  @Test("Every shape of the same size covers the same area", arguments: SymbolShape.allCases)
  func area(shape: SymbolShape) {
    guard let corners = shape.corners else {
      #expect(shape == .person || abs(SymbolShape.ellipse.x * SymbolShape.ellipse.y - 1) < 1e-9)
      return
    }
    var doubled = 0.0
    for (first, second) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      doubled += first.x * second.y - second.x * first.y
    }
    #expect(abs(abs(doubled) / 2 - .pi) < 1e-9)
    #expect(shape.reach < 1.6)
  }

  @Test("Every known type has a shape of its own")
  func types() {
    let shapes = ActorTypes.known.map { SymbolShape(ActorType(folding: $0)) }
    #expect(Set(shapes).count == shapes.count)
    #expect(SymbolShape(ActorType(folding: "spaceship")) == .unknown)
  }

  @Test("Every known role has a colour and mark of its own, told apart without colour as well")
  func roles() {
    let styles = Roles.known.map { ActorStyle(Role(folding: $0)) }
    #expect(Set(styles).count == styles.count)
    #expect(Set(styles.map(\.mark)).count == styles.count)
    #expect(ActorStyle(Role(folding: "uncle")) == ActorStyle(Role(folding: "aunt")))
    #expect(Set(ActorStyle.all).isSuperset(of: styles))
  }

  @Test("Confidence classes meet at 0.75 and 0.5")
  func lines() {
    #expect(
      [1, 0.75, 0.7499, 0.5, 0.4999, 0].map { LineClass($0) } == [
        .solid, .solid, .dashed, .dashed, .dotted, .dotted,
      ])
  }
}
