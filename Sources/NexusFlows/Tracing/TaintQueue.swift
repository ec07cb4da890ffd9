/// The money of one account in the order in which it came, each piece either from the source or not.
///
/// A piece is its amount, negative when it is from the source. Neighbours of a kind are one piece, so an account has
/// no more pieces than times at which the kind changed.
struct TaintQueue {
  private var pieces: [Double] = []
  private var head = 0
  private(set) var taintedPieces = 0

  /// Adds a piece as the youngest. Amount 0 adds nothing.
  mutating func append(_ piece: Double) {
    guard piece != 0 else { return }
    if pieces.count > head, (pieces[pieces.count - 1] < 0) == (piece < 0) {
      pieces[pieces.count - 1] += piece
      return
    }
    if piece < 0 { taintedPieces += 1 }
    pieces.append(piece)
  }

  /// Takes an amount, the oldest pieces first, and adds what was taken to `taken` in that order.
  mutating func takeOldest(_ amount: Double, into taken: inout [Double]) {
    var rest = amount
    while rest > 0, head < pieces.count {
      let piece = pieces[head]
      guard piece.magnitude <= rest else {
        taken.append(piece < 0 ? -rest : rest)
        pieces[head] = piece < 0 ? piece + rest : piece - rest
        return
      }
      taken.append(piece)
      rest -= piece.magnitude
      if piece < 0 { taintedPieces -= 1 }
      head += 1
    }
    if head > 16, head * 2 > pieces.count {
      pieces.removeFirst(head)
      head = 0
    }
  }

  /// Takes an amount, the youngest pieces first, and adds what was taken to `taken` in that order.
  mutating func takeYoungest(_ amount: Double, into taken: inout [Double]) {
    var rest = amount
    while rest > 0, head < pieces.count {
      let piece = pieces[pieces.count - 1]
      guard piece.magnitude <= rest else {
        taken.append(piece < 0 ? -rest : rest)
        pieces[pieces.count - 1] = piece < 0 ? piece + rest : piece - rest
        return
      }
      taken.append(piece)
      rest -= piece.magnitude
      if piece < 0 { taintedPieces -= 1 }
      pieces.removeLast()
    }
  }
}
