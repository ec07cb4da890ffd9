internal import NexusGraph
internal import NexusModel

/// Reads the graph of a data set and nothing else: the lean way for millions of ties.
///
/// A table of sources, targets and perhaps strengths in UTF-8 is read in blocks, one pass, with no more than
/// 8 bytes kept of a row (16 with strengths) beside the names. Whatever else the data set is, ``DatasetReader``
/// reads it, and the graph, the names and the account of rows are the same either way: it only takes longer.
public struct EdgeListReader: Sendable {
  public var options: ReadingOptions
  /// How many bytes are read at a time.
  var blockLength = 1 << 20

  public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// Reads the data set at a path; `-` is standard input.
  ///
  /// - Throws: ``ReadingError`` when there is no such input, or no row of it can be used.
  /// - Complexity: O(bytes) time. Of a plain table, O(rows + names) memory whatever the length of the file.
  public func read(_ path: String) throws(ReadingError) -> EdgeList {
    if let list = try readPlainTable(path) { return list }
    let reading = try DatasetReader(options: options).read(path)
    return EdgeList(
      names: reading.network.actors.ids, graph: reading.network.graph(), account: reading.account,
      problems: reading.problems, rejected: reading.rejected)
  }

  /// Reads a plain table; nil where the data set is anything else, however late that shows.
  func readPlainTable(_ path: String) throws(ReadingError) -> EdgeList? {
    guard options.columns.isEmpty, options.actorsFile == nil, options.duplicates == .keep,
      options.spec == nil,
      var blocks = FileBlocks(path: path, length: blockLength),
      let head = EdgeListHead.of(blocks, options: options)
    else { return nil }
    var scan = EdgeListScan(head, expectedRows: head.expectedRows(inFileOf: blocks.fileLength))
    let list: EdgeList
    do throws(NotPlain) {
      try blocks.skip(to: head.start)
      while let count = try blocks.next() { try scan.read(blocks.bytes.span, count: count) }
      list = try scan.list()
    } catch {
      return nil
    }
    guard list.account.rejected < list.account.read else {
      throw .noUsableRow(path, rows: list.account.read, firstProblem: list.problems.first?.description)
    }
    return list
  }
}

/// The table is not one that the short way can read.
struct NotPlain: Error {}
