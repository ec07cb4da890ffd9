/// A vector that several threads work on at once, each on rows of its own: memory that does not move and
/// knows no copies.
///
/// Loops take ``base`` once, before they start.
package final class SharedVector: @unchecked Sendable {
  package let base: UnsafeMutablePointer<Double>
  package let count: Int

  /// Entries that hold nothing until they are written.
  package init(unwritten count: Int) {
    self.count = count
    base = .allocate(capacity: count)
  }

  package convenience init(_ values: [Double]) {
    self.init(unwritten: values.count)
    _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: values)
  }

  package convenience init(repeating value: Double, count: Int) {
    self.init(unwritten: count)
    base.initialize(repeating: value, count: count)
  }

  deinit { base.deallocate() }

  package var values: [Double] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
