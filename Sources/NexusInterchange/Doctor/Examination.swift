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
  /// What is wrong with the rows of a table whose columns are not known.
  let formProblems: [Problem]

  init(name: String, _ trace: ReadingTrace, _ failure: ReadingError?) {
    self.name = name
    files = trace.files
    reading = trace.reading
    tables = trace.tables
    formProblems = trace.formProblems
    notes = trace.reading?.ownNotes ?? []
    self.failure = failure
  }

  /// The file that links actors, else the first.
  public var mainFile: FileRecognition? {
    let linking: [TableShape] = [.flows, .ties, .matrix, .headerless]
    return files.first { file in file.shape.map(linking.contains) ?? false } ?? files.first
  }

  public var network: Network? { reading?.network }
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
