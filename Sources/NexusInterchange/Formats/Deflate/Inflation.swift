private import CZlib

/// Inflates what zlib deflated, within bounds: a few bytes can name gigabytes.
///
/// Source: P. Deutsch, RFC 1951 (DEFLATE) and RFC 1952 (gzip), 1996.
struct Inflation {
  /// What stands around the deflated bytes.
  enum Wrapper { case gzip, none }

  /// How every gzip file begins.
  static let gzipMark: [UInt8] = [0x1F, 0x8B]

  /// The most bytes that may come out.
  var limit = CSVTable.largestText
  /// The most bytes that may come out of one; deflate reaches 1032, tables 3 to 20.
  var largestRatio = 200
  /// From how many bytes the ratio matters.
  var ratioMattersFrom = 16 << 20

  /// The inflated bytes. Several gzip members on end are one text.
  ///
  /// - Throws: a fault when the bytes are damaged or cut short, or grow beyond the bounds.
  /// - Complexity: O(bytes that come out); stops at the first byte beyond a bound.
  func bytes(_ deflated: some Collection<UInt8>, _ wrapper: Wrapper) throws(FormatFault) -> [UInt8] {
    // zlib reads on from pointers that must stay in place.
    let source = Array(deflated)
    var output: [UInt8] = []
    // What the trailer of a gzip member says of its size spares copies; it may lie, so only as far as is plausible.
    if wrapper == .gzip, source.count >= 18 {
      let stated = source.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      output.reserveCapacity(min(stated, limit, source.count * largestRatio))
    }
    var fault: FormatFault?
    source.withUnsafeBufferPointer { fault = inflate($0, wrapper, into: &output) }
    if let fault { throw fault }
    return output
  }

  private func inflate(
    _ source: UnsafeBufferPointer<UInt8>, _ wrapper: Wrapper, into output: inout [UInt8]
  ) -> FormatFault? {
    var stream = z_stream()
    guard nexus_inflateInit2(&stream, wrapper == .gzip ? 15 + 16 : -15) == Z_OK else {
      return Inflation.noMemory
    }
    defer { inflateEnd(&stream) }
    stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
    stream.avail_in = UInt32(source.count)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let (status, produced) = chunk.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        return (CZlib.inflate(&stream, Z_NO_FLUSH), buffer.count - Int(stream.avail_out))
      }
      output += chunk.prefix(produced)
      if let fault = boundFault(produced: output.count, from: source.count - Int(stream.avail_in)) {
        return fault
      }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END where wrapper == .gzip && startsMember(stream):
        guard inflateReset(&stream) == Z_OK else { return Inflation.damage }
      case Z_STREAM_END: return nil
      case Z_BUF_ERROR:
        return Inflation.cutShort
      default: return Inflation.damage
      }
    }
  }

  /// The fault of a file that inflates to more than it may.
  static func excess(_ limit: Int) -> FormatFault {
    FormatFault(nil, "the file inflates to more than \(limit) bytes, the most that one may have. Split it.")
  }

  static let noMemory = FormatFault(nil, "there is no memory to inflate the file.")
  static let cutShort = FormatFault(
    nil, "the compressed data end too early. Fetch the file again, it was cut short.")
  static let damage = FormatFault(
    nil, "the compressed data are damaged. Fetch the file again, or compress it anew.")

  /// The fault of a file whose bytes each become more than so many.
  static func bomb(_ ratio: Int) -> FormatFault {
    FormatFault(
      nil,
      "every byte of the file inflates to more than \(ratio), as in files made to exhaust memory. "
        + "If it is sound, give it uncompressed.")
  }

  /// Whether another gzip member follows; zeros that pad the end, as on tapes, are none.
  private func startsMember(_ stream: z_stream) -> Bool {
    stream.avail_in >= 2 && [stream.next_in[0], stream.next_in[1]] == Inflation.gzipMark
  }

  private func boundFault(produced: Int, from consumed: Int) -> FormatFault? {
    if produced > limit { return Inflation.excess(limit) }
    guard produced > ratioMattersFrom, produced / max(consumed, 1) > largestRatio else { return nil }
    return Inflation.bomb(largestRatio)
  }
}
