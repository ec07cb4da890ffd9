private import CZlib

/// Inflates a gzip file piece by piece, with the bounds of ``Inflation`` on how much a byte may become.
///
/// Source: P. Deutsch, RFC 1952, *GZIP file format specification version 4.3*, 1996.
final class InflatedStream {
  /// zlib keeps pointers to its stream and to what it reads from, so both stay in place.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isAtEnd = false
  private var produced = 0
  private var consumed = 0

  /// - Throws: a fault when there is no memory for it.
  init() throws(FormatFault) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: 1 << 16, alignment: 1)
    guard nexus_inflateInit2(stream, 15 + 16) == Z_OK else { throw Inflation.noMemory }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills a buffer as far as the file reaches; returns how many bytes that are, 0 at its end.
  ///
  /// - Parameter refill: reads on in the file; returns 0 at its end.
  /// - Throws: a ``ReadingError`` of `refill`, or `fault` of a file that is damaged, cut short or made to exhaust
  ///   memory.
  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    refill: (UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int,
    fault: (FormatFault) -> ReadingError
  ) throws(ReadingError) -> Int {
    stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(buffer.count)
    while !isAtEnd, stream.pointee.avail_out > 0 {
      var isCutShort = false
      if stream.pointee.avail_in == 0 { isCutShort = try fill(refill) == 0 }
      let status = inflate(stream, Z_NO_FLUSH)
      switch status {
      case Z_OK: break
      case Z_STREAM_END: try endMember(refill, fault)
      case Z_BUF_ERROR where isCutShort: throw fault(Inflation.cutShort)
      case Z_BUF_ERROR: break
      default: throw fault(Inflation.damage)
      }
    }
    let count = buffer.count - Int(stream.pointee.avail_out)
    produced += count
    let bounds = Inflation()
    if produced > bounds.ratioMattersFrom, produced / max(consumed, 1) > bounds.largestRatio {
      throw fault(Inflation.bomb(bounds.largestRatio))
    }
    return count
  }

  /// The beginning of what a file becomes that begins with these bytes: so little that they are more than enough for it.
  ///
  /// - Throws: ``ReadingError/malformed(place:message:)`` where it is damaged.
  func beginning(of bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    var text = [UInt8](repeating: 0, count: min(bytes.count / 2, 1 << 16))
    var (position, length) = (0, 0)
    var fault: ReadingError?
    text.withUnsafeMutableBytes { text in
      do throws(ReadingError) {
        length = try read(
          into: text,
          refill: { room in
            let part = bytes[position...].prefix(room.count)
            room.copyBytes(from: part)
            position += part.count
            return part.count
          }, fault: { .malformed(place: "", message: $0.message) })
      } catch { fault = error }
    }
    if let fault { throw fault }
    return Array(text.prefix(length))
  }

  /// Goes on with the next member, if one follows. Several on end are one text; zeros that pad the end, as on tapes,
  /// are none.
  private func endMember(
    _ refill: (UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int,
    _ fault: (FormatFault) -> ReadingError
  ) throws(ReadingError) {
    while stream.pointee.avail_in < Inflation.gzipMark.count {
      guard try fill(refill) > 0 else { break }
    }
    guard stream.pointee.avail_in >= 2,
      [stream.pointee.next_in[0], stream.pointee.next_in[1]] == Inflation.gzipMark
    else {
      isAtEnd = true
      return
    }
    guard inflateReset(stream) == Z_OK else { throw fault(Inflation.damage) }
  }

  /// Reads on behind what is still to be inflated.
  private func fill(
    _ refill: (UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int
  ) throws(ReadingError) -> Int {
    let kept = Int(stream.pointee.avail_in)
    if kept > 0 { input.copyMemory(from: UnsafeRawBufferPointer(start: stream.pointee.next_in, count: kept)) }
    let count = try refill(UnsafeMutableRawBufferPointer(rebasing: input[kept...]))
    consumed += count
    stream.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_in = UInt32(kept + count)
    return count
  }
}
