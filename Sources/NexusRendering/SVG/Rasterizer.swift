private import Foundation

/// A picture as pixels or as pages, drawn from its SVG by librsvg and Cairo.
///
/// Both are looked up when they are first needed, so that nothing but PNG and PDF depends on them. Letters are drawn in
/// fonts of the machine, so these files differ from machine to machine where the SVG does not.
public enum Rasterizer {
  public enum Format: String, Sendable { case png, pdf }

  /// The bytes of the picture: a PNG of `scale` pixels a unit, or a PDF of one page.
  ///
  /// - Throws: ``RasterizerError``.
  public static func bytes(
    ofSVG svg: String, as format: Format, scale: Double = 2
  ) throws(RasterizerError) -> [UInt8] {
    guard let size = size(ofSVG: svg) else { throw .notDrawn }
    let libraries = try RasterLibraries.load()
    return try libraries.draw(svg, size, format, scale: format == .png ? scale : 1)
  }

  /// Width and height as the first element names them.
  private static func size(ofSVG svg: String) -> Point? {
    guard let open = svg.firstRange(of: "<svg"), let close = svg[open.upperBound...].firstIndex(of: ">")
    else {
      return nil
    }
    let head = svg[open.upperBound..<close]
    func value(_ name: String) -> Double? {
      guard let start = head.firstRange(of: " \(name)=\"") else { return nil }
      return Double(head[start.upperBound...].prefix { $0 != "\"" })
    }
    guard let width = value("width"), let height = value("height"), width > 0, height > 0,
      width * height < 1e9
    else { return nil }
    return Point(x: width, y: height)
  }
}

/// Why there are no pixels or pages.
public enum RasterizerError: Error, Hashable, CustomStringConvertible {
  case missing(String)
  case notDrawn

  public var description: String {
    switch self {
    case .missing(let library):
      "PNG and PDF need \(library). Run  sudo apt-get install librsvg2-2  or choose a file that ends in .svg."
    case .notDrawn: "The picture could not be drawn as PNG or PDF. Choose a file that ends in .svg."
    }
  }
}

/// The functions of librsvg, Cairo and GObject that a picture needs.
private struct RasterLibraries {
  private typealias Pointer = UnsafeMutableRawPointer
  private typealias Writer = @convention(c) (Pointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

  private let newHandle: @convention(c) (UnsafePointer<UInt8>, Int, Pointer?) -> Pointer?
  private let render: @convention(c) (Pointer, Pointer, UnsafeRawPointer, Pointer?) -> Int32
  private let unreference: @convention(c) (Pointer) -> Void
  private let imageSurface: @convention(c) (Int32, Int32, Int32) -> Pointer?
  private let pageSurface: @convention(c) (Writer, Pointer, Double, Double) -> Pointer?
  private let setMetadata: @convention(c) (Pointer, Int32, UnsafePointer<CChar>) -> Void
  private let context: @convention(c) (Pointer) -> Pointer?
  private let writePNG: @convention(c) (Pointer, Writer, Pointer) -> Int32
  private let finish: @convention(c) (Pointer) -> Void
  private let destroySurface: @convention(c) (Pointer) -> Void
  private let destroyContext: @convention(c) (Pointer) -> Void

  static func load() throws(RasterizerError) -> RasterLibraries {
    func open(_ name: String) throws(RasterizerError) -> Pointer {
      guard let library = dlopen(name, RTLD_NOW) else { throw .missing(name) }
      return library
    }
    func function<Function>(_ library: Pointer, _ name: String, _: Function.Type) throws(RasterizerError)
      -> Function
    {
      guard let symbol = dlsym(library, name) else { throw .missing(name) }
      return unsafeBitCast(symbol, to: Function.self)
    }
    let rsvg = try open("librsvg-2.so.2")
    let cairo = try open("libcairo.so.2")
    let objects = try open("libgobject-2.0.so.0")
    return RasterLibraries(
      newHandle: try function(
        rsvg, "rsvg_handle_new_from_data",
        (@convention(c) (UnsafePointer<UInt8>, Int, Pointer?) -> Pointer?).self),
      render: try function(
        rsvg, "rsvg_handle_render_document",
        (@convention(c) (Pointer, Pointer, UnsafeRawPointer, Pointer?) -> Int32).self),
      unreference: try function(objects, "g_object_unref", (@convention(c) (Pointer) -> Void).self),
      imageSurface: try function(
        cairo, "cairo_image_surface_create", (@convention(c) (Int32, Int32, Int32) -> Pointer?).self),
      pageSurface: try function(
        cairo, "cairo_pdf_surface_create_for_stream",
        (@convention(c) (Writer, Pointer, Double, Double) -> Pointer?).self),
      setMetadata: try function(
        cairo, "cairo_pdf_surface_set_metadata",
        (@convention(c) (Pointer, Int32, UnsafePointer<CChar>) -> Void).self),
      context: try function(cairo, "cairo_create", (@convention(c) (Pointer) -> Pointer?).self),
      writePNG: try function(
        cairo, "cairo_surface_write_to_png_stream", (@convention(c) (Pointer, Writer, Pointer) -> Int32).self),
      finish: try function(cairo, "cairo_surface_finish", (@convention(c) (Pointer) -> Void).self),
      destroySurface: try function(cairo, "cairo_surface_destroy", (@convention(c) (Pointer) -> Void).self),
      destroyContext: try function(cairo, "cairo_destroy", (@convention(c) (Pointer) -> Void).self))
  }

  /// What Cairo has written.
  private final class Written {
    var bytes: [UInt8] = []
  }

  func draw(
    _ svg: String, _ size: Point, _ format: Rasterizer.Format, scale: Double
  ) throws(RasterizerError) -> [UInt8] {
    let written = Written()
    let closure = Unmanaged.passUnretained(written).toOpaque()
    let append: Writer = { closure, bytes, count in
      guard let closure, let bytes else { return 0 }
      Unmanaged<Written>.fromOpaque(closure).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
      return 0
    }
    let (width, height) = (size.x * scale, size.y * scale)
    let surface =
      format == .png
      ? imageSurface(0, Int32(width.rounded(.up)), Int32(height.rounded(.up)))
      : pageSurface(append, closure, width, height)
    guard let surface else { throw .notDrawn }
    defer { destroySurface(surface) }
    // A page would bear the time of its making.
    if format == .pdf { setMetadata(surface, 5, "2019-07-09T00:00:00Z") }
    guard let context = context(surface) else { throw .notDrawn }
    let isDrawn = Array(svg.utf8).withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, let handle = newHandle(start, bytes.count, nil) else {
        return false
      }
      defer { unreference(handle) }
      return withUnsafeBytes(of: (0.0, 0.0, width, height)) { viewport in
        viewport.baseAddress.map { render(handle, context, $0, nil) != 0 } ?? false
      }
    }
    destroyContext(context)
    guard isDrawn else { throw .notDrawn }
    if format == .png {
      guard writePNG(surface, append, closure) == 0 else { throw .notDrawn }
    } else {
      finish(surface)
    }
    return withExtendedLifetime(written) { written.bytes }
  }
}
