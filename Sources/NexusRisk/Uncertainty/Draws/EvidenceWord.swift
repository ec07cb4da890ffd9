internal import NexusGraph

/// Sixty-four draws of a yes or no at once: bit b of the word is the outcome in draw b of the batch.
enum EvidenceWord {
  /// Which list of claims a word belongs to, so that a longer list does not shift the draws of another.
  enum Kind: UInt64 { case presence, crime, tie, transfer }

  /// The number below which a uniform 64-bit number falls with a probability; nil where it always does.
  static func threshold(_ probability: Double) -> UInt64? {
    probability >= 1 ? nil : probability > 0 ? UInt64(probability * 0x1p64) : 0
  }

  /// The seed of a stream: the same for the same numbers, whatever else is drawn.
  static func seed(_ base: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: base ^ first &* 0xD6E8_FEB8_6659_FD93)
    generator = SeededGenerator(seed: generator.next() ^ second &* 0xA076_1D64_78BD_642F)
    return generator.next()
  }

  /// Sixty-four Bernoulli draws: each lane compares a uniform number with the threshold bit by bit, from the
  /// highest, and stops to matter once a bit differs. About eight random words, whatever the probability.
  static func bernoulli(below threshold: UInt64?, seed: UInt64) -> UInt64 {
    guard var bits = threshold else { return ~0 }
    var generator = SeededGenerator(seed: seed)
    var undecided: UInt64 = ~0
    var below: UInt64 = 0
    while bits != 0, undecided != 0 {
      let random = generator.next()
      if bits >> 63 == 1 {
        below |= undecided & ~random
        undecided &= random
      } else {
        undecided &= ~random
      }
      bits <<= 1
    }
    return below
  }
}
