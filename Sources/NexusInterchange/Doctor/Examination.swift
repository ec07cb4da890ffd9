public import NexusModel

/// A data set as a reading left it: what was recognised, what was read, and where reading failed.
public struct Examination: Sendable {
  /// The name of the data set.
  public let name: String
  /// What was recognised of each file, in the order in which they were met.
  public let files: [FileRecognition]
  /// What was read; nil where reading failed before any row was booked.
  public let reading: Reading?
  /// Why the data set cannot be read; nil where it was.
  public let failure: ReadingError?
  /// What was decided on the way and is told by no finding.
  public let notes: [String]
  let tables: [ExaminedTable]
  /// Tables in which neither ends nor actors were found.
  let unrecognised: [ExaminedTable]
  /// What is wrong with the rows of a table whose columns are not known.
  let formProblems: [Problem]
  /// What a filter lets through; nil for the whole data set.
  public private(set) var part: NetworkPart?

  init(name: String, _ trace: ReadingTrace, _ failure: ReadingError?) {
    self.name = name
    files = trace.files
    reading = trace.reading
    tables = trace.tables
    unrecognised = trace.unrecognised
    formProblems = trace.formProblems
    notes = trace.reading?.ownNotes ?? []
    self.failure = failure
  }

  /// The file that links actors, else the first.
  public var mainFile: FileRecognition? {
    let linking: [TableShape] = [.flows, .ties, .matrix, .headerless]
    return files.first { file in file.shape.map(linking.contains) ?? false } ?? files.first
  }

  /// What was read, or the part of it that a filter lets through.
  public var network: Network? { part?.network ?? reading?.network }

  /// The same examination seen through a filter.
  ///
  /// What was recognised, the account of rows and the words of the columns are those of the whole data set; ratings,
  /// coverage and findings are those of the part. A finding about a row that the part does not rest on is left out; one
  /// about a row that the network holds in no part, such as a rejected one, stays.
  public func seen(through part: NetworkPart) -> Examination {
    var seen = self
    seen.part = part.filter.isEmpty ? nil : part
    return seen
  }
}

extension DatasetReader {
  /// Reads a data set and keeps what was recognised on the way, also where it cannot be read.
  ///
  /// - Complexity: O(bytes) time and memory.
  public func examine(_ path: String) -> Examination {
    var trace = ReadingTrace(.tables)
    do throws(ReadingError) {
      _ = try read(path, &trace)
      return Examination(name: DatasetReader.name(of: path), trace, nil)
    } catch {
      return Examination(name: DatasetReader.name(of: path), trace, error)
    }
  }
}
