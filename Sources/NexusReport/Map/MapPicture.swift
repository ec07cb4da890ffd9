internal import NexusAlgorithms
internal import NexusGraph
public import NexusModel
package import NexusRendering
internal import NexusRisk

/// The picture of `nexus map`.
public struct MapPicture: Sendable {
  let map: NetworkMap

  /// - Parameters:
  ///   - part: what of the data set to draw.
  ///   - structural: evidence to confidence where an ungraded row counts 1.
  ///   - scoring: evidence to confidence in scores.
  /// - Throws: ``MeasureError`` when a measure for size or colour cannot be had, ``MapError`` when there is nothing to
  ///   draw it by.
  public init(
    of part: NetworkPart, structural: ConfidenceRule, scoring: ConfidenceRule, _ options: MapOptions
  ) throws {
    let network = part.network
    let input = MapPicture.input(network, structural, scoring, options.measures)
    let sizes = try MapMeasure(options.size, of: input)
    let partition = try MapPicture.partition(of: input, options)
    let lines = network.mapTies(network.tieBundles(structural), structural)

    let actors = (0..<network.actors.count).map { actor in
      NetworkMap.Actor(
        name: network.actors.names[actor], role: network.actors.roles[actor],
        type: network.actors.types[actor], size: sizes.share(of: actor), detail: sizes.detail(of: actor))
    }
    var map = NetworkMap(
      title: options.title ?? "Network map: \(network.name)",
      subtitle: [network.actors.count.counted("actor"), lines.count.counted("line")].joined(separator: ", "),
      actors: actors, ties: lines.map(\.tie))
    map.measure = sizes.title
    map.largestMeasure = sizes.largest
    map.maximumActors = options.maximumActors
    map.seed = options.measures.seed
    map.maximumTies = max(map.maximumTies, 3 * options.maximumActors)
    if !part.filter.isEmpty { map.notes.append(part.sentence) }
    map.notes += sizes.notes + ["Source: \(network.name), read by nexus \(NexusVersion.current)."]

    try map.colour(by: options.colour, input, partition)
    map.label(options.labels, network)
    if let groups = options.groups { map.group(by: groups, network, partition) }
    if let layers = options.layers { map.layer(by: layers, lines, network) }
    if let path = options.path {
      try map.highlight(from: path.source, to: path.target, in: network, scoring)
    }
    switch options.layout {
    case .automatic: map.layout = .automatic
    case .engine(let engine): map.layout = .engine(engine)
    case .geographic: try map.place(byCountryOf: network)
    }
    if network.actors.count > options.maximumActors {
      map.condense(options, input, partition)
    }
    self.map = map
  }

  /// The picture as a file.
  public func svg() throws -> String { try map.svg() }

  /// The geometry of the picture.
  package func drawnNetwork() throws -> DrawnNetwork { try map.drawnNetwork() }

  /// The names of the actors that the picture shows, and its lines by the positions of their ends, before any layout.
  package var contents: (names: [String], lines: [(source: Int, target: Int)]) {
    let drawn = map.drawn
    let positions = Dictionary(uniqueKeysWithValues: drawn.actors.enumerated().map { ($1, $0) })
    let lines = drawn.ties.compactMap { tie in
      positions[map.ties[tie].source].flatMap { source in
        positions[map.ties[tie].target].map { (source: source, target: $0) }
      }
    }
    return (drawn.actors.map { map.actors[$0].name }, lines)
  }

  /// What measures run on. A picture shows no more of betweenness than a few hundred random sources tell, so above a
  /// hundred million steps it is estimated.
  private static func input(
    _ network: Network, _ structural: ConfidenceRule, _ scoring: ConfidenceRule, _ options: MeasureOptions
  ) -> MeasureInput {
    let input = MeasureInput(network, structural: structural, scoring: scoring, options: options)
    let steps = Double(input.graph.vertexCount) * Double(input.graph.edgeCount)
    guard options.precision == .automatic, steps > 1e8 else { return input }
    var estimated = options
    estimated.precision = .pivots(256)
    return MeasureInput(network, structural: structural, scoring: scoring, options: estimated)
  }

  /// The communities, where anything shows them.
  private static func partition(of input: MeasureInput, _ options: MapOptions) throws -> Partition? {
    let isShown = options.colour == .community || options.groups == .community
    let isCondensed =
      input.network.actors.count > options.maximumActors && options.condensing != .foremost
    guard isShown || isCondensed else { return nil }
    var generator = SeededGenerator(seed: options.measures.seed)
    var leiden = LeidenOptions(quality: .modularity, resolution: options.measures.resolution)
    leiden.threads = options.measures.threads
    return try input.skeleton.leiden(leiden, using: &generator)
  }
}

/// Why there is no map.
public enum MapError: Error, Hashable, CustomStringConvertible {
  case notOfActors(measure: String)
  case noPath(String, String)
  case noRegions

  public var description: String {
    switch self {
    case .notOfActors(let measure):
      "\(measure) is no measure of actors, so no actor can be sized or coloured by it. See nexus measures --list."
    case .noPath(let source, let target):
      "No chain of ties leads from \(source) to \(target) here, so there is no path to bring out."
    case .noRegions:
      "No actor has a country, so none has a place on a geographic layout. Leave out --layout geo, or add a column "
        + "region to the actors."
    }
  }
}

/// One measure of actors as a map shows it. Victims, witnesses and reporting parties have none.
struct MapMeasure {
  let title: String
  let largest: Double
  let notes: [String]
  /// Nil where it is not defined or not shown.
  let values: [Double?]

  init(_ name: String, of input: MeasureInput) throws {
    let choice = try MeasureChoice(names: [name])
    let report = try MeasureReport(choice, of: input)
    guard choice.measures.count == 1, case .actors(let found)? = report.results.first?.values else {
      throw MapError.notOfActors(measure: name)
    }
    let roles = input.network.actors.roles
    values = found.indices.map { roles[$0].isProtected ? nil : found[$0] }
    title = choice.measures[0].name.replacing("_", with: " ")
    largest = values.compactMap { $0 }.max().flatMap { $0 > 0 ? $0 : nil } ?? 1
    notes = report.results.compactMap { result in
      result.estimate.map {
        "\(result.name) was estimated from \($0.sample), within \($0.errorBound.formatted(decimals: 4))."
      }
    }
  }

  /// As a share of the largest; negative values have none.
  func share(of actor: Int) -> Double { max(0, values[actor].map { $0 / largest } ?? 0) }

  func detail(of actor: Int) -> String {
    values[actor].map { "\(title) \($0.formatted(decimals: 4))" } ?? "Not scored"
  }
}

extension MapPicture {
  /// How a picture is written.
  public enum Format: String, CaseIterable, Sendable { case svg, png, pdf, dot }

  /// The picture as the bytes of a file.
  ///
  /// - Throws: ``RenderingError``, ``RasterizerError``.
  public func bytes(as format: Format) throws -> [UInt8] {
    switch format {
    case .svg: Array(try map.svg().utf8)
    case .dot: Array(try map.dot().utf8)
    case .png: try Rasterizer.bytes(ofSVG: map.svg(), as: .png)
    case .pdf: try Rasterizer.bytes(ofSVG: map.svg(), as: .pdf)
    }
  }
}
