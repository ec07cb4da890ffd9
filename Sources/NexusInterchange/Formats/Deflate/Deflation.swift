private import CZlib

/// Deflates a file as gzip, the inverse of ``Inflation``. No name and no time goes into it, so that the same bytes give
/// the same file.
///
/// Source: P. Deutsch, RFC 1952, *GZIP file format specification version 4.3*, 1996.
package enum Deflation {
  /// The file with its header. O(bytes).
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let status = nexus_deflateInit2(&stream, 15 + 16)
    precondition(status == Z_OK, "zlib could not begin: \(status).")
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let outcome = bytes.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    precondition(outcome == Z_STREAM_END, "zlib did not end: \(outcome).")
    return Array(output.prefix(Int(stream.total_out)))
  }
}
