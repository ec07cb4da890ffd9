private import Foundation

/// The description of a folder of tables, `datapackage.json`: which files hold them, and how they are written.
///
/// | member | becomes |
/// |---|---|
/// | `resources[].path` | a table, of one file or several; files beside the description, never any elsewhere |
/// | `resources[].data` | a table inside the description (``InlineData``) |
/// | `dialect`, `encoding` | how it is written |
/// | `dialect`, `schema` as a path | a description of their own, in the folder |
/// | `schema.fields` | the names of the columns where the file has no header; how cells are written (``CellFormat``) |
/// | `schema.missingValues` | cells that say nothing |
/// | `schema.foreignKeys` to the table of actors | the ends of ties; one key beside a key to another table: actor and event |
/// | `"generator": "nexus"` | nexus wrote it: one `'` before cells that a spreadsheet would run is taken away |
///
/// Source: Open Knowledge Foundation, *Data Package (v1 and v2)*, https://datapackage.org.
struct DataPackage {
  static let fileName = "datapackage.json"
  /// What a package says under `generator` that nexus wrote.
  static let generator = "nexus"
  /// How many bytes a description may have, and how many tables it may name.
  static let largestDescription = 16 << 20
  static let mostResources = 1_000

  let folder: String
  let contents: [UInt8]
  private(set) var isOwnOutput = false
  private(set) var resources: [DataResource] = []
  /// What a reader of the data should know of the description.
  private(set) var notes: [String] = []

  /// The package at a path: a folder that holds a description, or the description itself; nil where there is none.
  ///
  /// - Throws: ``ReadingError`` when the description is broken, or a table of it lies elsewhere.
  init?(of path: String) throws(ReadingError) {
    let url = URL(filePath: path)
    let isDescription = url.lastPathComponent == DataPackage.fileName && !SourceFile.isFolder(path)
    let description = isDescription ? url : url.appending(path: DataPackage.fileName)
    guard path != "-", isDescription || SourceFile.isFolder(path),
      FileManager.default.fileExists(atPath: description.path)
    else { return nil }
    folder = description.deletingLastPathComponent().path
    let file = try SourceFile(path: description.path, purpose: .dataset, isOwnOutput: false)
    contents = file.contents
    guard contents.count <= DataPackage.largestDescription else {
      throw .malformed(place: file.name, message: "a description has 16 MiB at most. Shorten it.")
    }
    let text = try file.decodedText()
    let described: [JSONValue]
    do throws(FormatFault) { described = try read(text.bytes) } catch {
      throw .malformed(place: file.name + error.place, message: error.message)
    }
    try addResources(described, file.name)
    let inline = resources.filter { $0.inlineData != nil }.map(\.shownName)
    if !inline.isEmpty {
      notes.append(
        "\(ReadingError.listed(inline)): rows that stand inside the description are numbered from 1, the header among them."
      )
    }
    if let regions, regions.paths.count > 1 {
      throw .malformed(place: file.name, message: "the table of regions is one file. Join its files.")
    }
  }

  /// What stands in a file that a resource names as its dialect or schema.
  private func reference(_ name: String, _ text: String, line: Int) throws(ReadingError) -> JSONValue {
    let path: ResourcePath
    do throws(FormatFault) { path = try ResourcePath(text, line: line) } catch {
      throw .malformed(place: DataPackage.fileName + error.place, message: error.message)
    }
    let file = try SourceFile(
      path: try path.resolved(in: folder), purpose: .dataset, isOwnOutput: false)
    guard file.contents.count <= DataPackage.largestDescription else {
      throw .malformed(place: text, message: "a description has 16 MiB at most. Shorten it.")
    }
    let described = try file.decodedText()
    do throws(FormatFault) {
      var scanner = JSONScanner(described.bytes)
      let value = try scanner.value()
      try scanner.expectEnd()
      guard value.isObject else {
        throw FormatFault(
          1, "a \(name) is an object { }. Expected one as the description would have it.")
      }
      return value
    } catch { throw .malformed(place: text + error.place, message: error.message) }
  }

  /// The resources, whose dialect and schema may stand in files of their own.
  private mutating func addResources(_ described: [JSONValue], _ file: String) throws(ReadingError) {
    for value in described {
      guard let resource = value.object else { continue }
      var values: [JSONValue] = []
      for (name, value) in zip(resource.names, resource.values) {
        let isElsewhere = (name == "dialect" || name == "schema") && value.text != nil
        values.append(
          isElsewhere ? try reference(name, value.text ?? "", line: resource.line) : value)
      }
      do throws(FormatFault) {
        resources.append(try DataResource(resource.with(values)))
      } catch { throw .malformed(place: file + error.place, message: error.message) }
    }
  }

  /// - Returns: the resources as they are described.
  private mutating func read(_ text: [UInt8]) throws(FormatFault) -> [JSONValue] {
    var scanner = JSONScanner(text)
    guard case .object(let package) = try scanner.value() else {
      throw FormatFault(1, "a description of tables is an object { }. Expected {\"resources\": […]}.")
    }
    try scanner.expectEnd()
    isOwnOutput = package["generator"]?.text == DataPackage.generator
    guard case .array(let described)? = package["resources"], !described.isEmpty else {
      throw FormatFault(package.line, "the description names no table. Expected {\"resources\": […]}.")
    }
    guard described.count <= DataPackage.mostResources else {
      throw FormatFault(package.line, "the description names more than \(DataPackage.mostResources) tables.")
    }
    guard described.allSatisfy(\.isObject) else {
      throw FormatFault(package.line, "a resource is no object. Expected {\"name\": …, \"path\": …}.")
    }
    return described
  }

  // MARK: Tables

  /// The table of actors: the one of that name, else the one that most keys lead to.
  private var actors: String? {
    if resources.contains(where: { $0.name == "actors" }) { return "actors" }
    var counts: [String: Int] = [:]
    for key in resources.flatMap(\.keys) where key.resource != "" { counts[key.resource, default: 0] += 1 }
    let named = resources.map(\.name).filter { counts[$0] != nil }
    return named.max { (counts[$0]!, $1) < (counts[$1]!, $0) }
  }

  /// The table of what an outside source says of regions, where there is one.
  var regions: DataResource? { resources.first { $0.name == "regions" } }

  /// The files in the order in which they are read: who the actors are comes first.
  ///
  /// - Parameter besides: tables that are read for something else.
  /// - Throws: ``ReadingError`` when a file is not there or cannot be read.
  func files(
    besides others: Set<String>, _ memory: inout MemoryBudget
  ) throws(ReadingError) -> [SourceFile] {
    let actors = actors
    func rank(_ resource: DataResource) -> Int {
      resource.name == actors ? 0 : ["ties": 1, "flows": 2][resource.name] ?? 3
    }
    var files: [SourceFile] = []
    let readable = resources.filter { !others.contains($0.name) && !$0.isOfNoUse(besides: actors) }
    for (_, resource) in readable.enumerated().sorted(by: {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }) {
      files += try parts(of: resource, keysTo: actors, &memory)
    }
    guard !files.isEmpty else {
      throw .malformed(
        place: DataPackage.fileName,
        message:
          "none of its tables holds actors, ties or transfers. Name their columns source, target, amount, id."
      )
    }
    return files
  }

  /// Tables whose columns say nothing of actors, ties or transfers.
  var unread: [String] {
    let actors = actors
    return resources.filter { $0.name != "regions" && $0.isOfNoUse(besides: actors) }.map(\.shownName)
  }

  /// The first file of a table, or what stands of it inside the description.
  ///
  /// - Parameter actors: the table of actors, by its name.
  func file(
    _ resource: DataResource, keysTo actors: String?, _ memory: inout MemoryBudget
  ) throws(ReadingError) -> SourceFile {
    try file(resource, resource.paths.first, keysTo: actors, &memory)
  }

  /// - Parameter path: nil for a table inside the description.
  private func file(
    _ resource: DataResource, _ path: ResourcePath?, keysTo actors: String?, _ memory: inout MemoryBudget
  ) throws(ReadingError) -> SourceFile {
    let isActors = resource.name == actors
    let purpose: TablePurpose = isActors ? .actors : .dataset
    var file =
      if let path {
        try SourceFile(
          path: try path.resolved(in: folder), purpose: purpose, isOwnOutput: isOwnOutput, &memory)
      } else {
        try SourceFile(
          name: resource.shownName, contents: resource.inlineData ?? [], purpose: purpose,
          isOwnOutput: isOwnOutput, &memory)
      }
    file.name = path?.text ?? resource.shownName
    file.resource = resource
    file.columns = isActors ? idColumn(of: resource) : resource.endColumns(keysTo: actors)
    return file
  }

  /// All files of a table. Behind the first, a file may repeat the header or go on without one.
  private func parts(
    of resource: DataResource, keysTo actors: String?, _ memory: inout MemoryBudget
  ) throws(ReadingError) -> [SourceFile] {
    guard resource.paths.count > 1 else { return [try file(resource, keysTo: actors, &memory)] }
    var parts: [SourceFile] = []
    var header: [String] = []
    for path in resource.paths {
      var part = try file(resource, path, keysTo: actors, &memory)
      if resource.dialect.hasHeader {
        let first = DescribedText.firstRecord(of: try part.decodedText(), resource)
        if parts.isEmpty {
          header = first
        } else if first.map(Field.fold) != header.map(Field.fold) {
          part.resource = resource.continued(below: header)
        }
      }
      parts.append(part)
    }
    return parts
  }

  /// The description as a file of the data set.
  var reading: FileReading {
    FileReading(
      name: DataPackage.fileName, fingerprint: FileFingerprint(of: contents), shape: .description,
      format: .dataPackage,
      encoding: .utf8,
      delimiter: nil, columns: [], rows: 0)
  }

  /// The column of actors that keys of other tables lead to.
  private func idColumn(of actors: DataResource) -> [Field: String] {
    let keys = resources.flatMap(\.keys).filter { $0.resource == actors.name }
    guard let id = keys.first?.referenced, !id.isEmpty, keys.allSatisfy({ $0.referenced == id }) else {
      return [:]
    }
    return [.id: id]
  }
}
