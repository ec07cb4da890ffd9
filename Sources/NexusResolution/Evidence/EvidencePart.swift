/// One part of the evidence that two records are one actor.
public struct EvidencePart: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// How likely any two records of their kind are one, before anything is compared.
    case prior
    case name, birth, nationality, region, identifier, role
    /// Actors tied to both.
    case neighbours
    /// A tie or transfer between the two.
    case tie
  }

  /// What was found, as a number or in words.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case words(String)
  }

  public var kind: Kind
  /// Of names their similarity, 0 to 1; of neighbours how many are shared; of the prior the share of pairs.
  public var value: Value
  /// log₂ of how much likelier this is when the two are one. They add up.
  public var bits: Double

  public init(_ kind: Kind, _ value: Value, bits: Double) {
    (self.kind, self.value, self.bits) = (kind, value, bits)
  }
}
