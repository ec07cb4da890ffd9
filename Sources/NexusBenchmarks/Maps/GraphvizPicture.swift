import CGraphviz
import Foundation
import NexusRendering

/// A network drawn by Graphviz as it comes: no attribute but the names, every choice the engine's own.
enum GraphvizPicture {
  /// `graphviz version 2.43.0 (0)`.
  static var version: String { gvContext().flatMap { gvcVersion($0) }.map { String(cString: $0) } ?? "" }

  struct Failed: Error { var what: String }

  /// Draws a DOT file with an engine in this process.
  static func draw(_ file: URL, engine: String) throws -> PictureOutcome {
    let dot = try String(contentsOf: file, encoding: .utf8)
    guard let context = gvContext(), let graph = agmemread(dot) else { throw Failed(what: "reading DOT") }
    let (measurement, svg) = try Measurement.of {
      guard gvLayout(context, graph, engine) == 0 else { throw Failed(what: "layout by \(engine)") }
      return try rendered(graph, as: "svg", in: context)
    }
    let picture = try DrawnPicture(graphvizJSON: rendered(graph, as: "json", in: context))
    return PictureOutcome(wall: measurement.wall, svgBytes: svg.count, measures: PictureMeasures(picture))
  }

  private static func rendered(
    _ graph: UnsafeMutablePointer<Agraph_t>, as format: String, in context: OpaquePointer
  ) throws -> Data {
    var result: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    guard gvRenderData(context, graph, format, &result, &length) == 0, let result else {
      throw Failed(what: "writing \(format)")
    }
    defer { gvFreeRenderData(result) }
    return Data(bytes: result, count: Int(length))
  }
}

extension DrawnPicture {
  /// What `-Tjson` says was drawn: ellipses, names and splines in points, upwards.
  init(graphvizJSON data: Data) throws {
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw GraphvizPicture.Failed(what: "JSON without an object")
    }
    self.init(nodes: [], lines: [], labels: [])
    for object in root["objects"] as? [[String: Any]] ?? [] {
      guard let place = Self.numbers(object["pos"]), place.count == 2,
        let width = Self.number(object["width"]),
        let height = Self.number(object["height"])
      else { throw GraphvizPicture.Failed(what: "a node without a place") }
      for operation in object["_ldraw_"] as? [[String: Any]] ?? [] {
        guard operation["op"] as? String == "T", let base = operation["pt"] as? [Double],
          let length = operation["width"] as? Double
        else { continue }
        // Graphviz sets names in 14 points, centred on the point at their base line.
        labels.append(
          Label(
            box: Box(
              minX: base[0] - length / 2, minY: base[1] - 3, maxX: base[0] + length / 2, maxY: base[1] + 10),
            node: nodes.count))
      }
      nodes.append(
        Node(center: Point(x: place[0], y: place[1]), halfWidth: width * 36, halfHeight: height * 36))
    }
    for object in root["edges"] as? [[String: Any]] ?? [] {
      guard let tail = object["tail"] as? Int, let head = object["head"] as? Int else { continue }
      for operation in object["_draw_"] as? [[String: Any]] ?? [] where operation["op"] as? String == "b" {
        let points = (operation["points"] as? [[Double]] ?? []).map { Point(x: $0[0], y: $0[1]) }
        // Graphviz ends lines at the border of a symbol, or of the one that covers it. Followed to the middles, as
        // nexus draws them, lines that cross below symbols that overlap count too.
        let course = Self.ordered(Self.flattened(points), from: nodes[tail].center)
        lines.append(
          Line(source: tail, target: head, course: [nodes[tail].center] + course + [nodes[head].center]))
      }
    }
  }

  private static func number(_ value: Any?) -> Double? { (value as? String).flatMap { Double($0) } }

  private static func numbers(_ value: Any?) -> [Double]? {
    (value as? String)?.split(separator: ",").compactMap { Double($0) }
  }

  /// A course the way from `start`: Graphviz may write it from either end.
  private static func ordered(_ course: [Point], from start: Point) -> [Point] {
    guard let first = course.first, let last = course.last else { return course }
    return (first - start).length <= (last - start).length ? course : course.reversed()
  }

  /// Cubic splines in straight pieces, one where the spline is straight.
  private static func flattened(_ points: [Point]) -> [Point] {
    guard points.count >= 4, let first = points.first else { return points }
    var course = [first]
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let (a, b, c, d) = (points[start], points[start + 1], points[start + 2], points[start + 3])
      let count = isStraight(a, b, c, d) ? 1 : 8
      for step in 1...count {
        let t = Double(step) / Double(count)
        let s = 1 - t
        course.append(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
      }
    }
    return course
  }

  private static func isStraight(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    let along = d - a
    return [b, c].allSatisfy { point in
      let away = point - a
      return abs(along.x * away.y - along.y * away.x) <= 0.01 * max(1, along.length)
    }
  }
}
