import Foundation

/// How differently Chromium and librsvg draw one SVG: both pictures in squares of 8 pixels, each by its mean colour, so
/// that the hinting of letters and the smoothing of edges hardly count.
struct PictureComparison {
  /// The largest difference of any square in red, green or blue, of 255.
  let worst: Double
  /// The pixel at the corner of that square.
  let place: String
  /// The share of squares that differ by more than 24.
  let share: Double

  /// `rsvg-convert`, where it is installed.
  static let converter: URL? = ["/usr/bin/rsvg-convert", "/usr/local/bin/rsvg-convert"].map {
    URL(filePath: $0)
  }
  .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// A missing symbol changes a square by more, a grey one by 58; letters of a large heading differ by up to 45.
  static let most = 52.0
  /// A line of text that is missing or stands elsewhere changes more; northern-corridor differs in 0.0002 at most.
  static let mostShare = 0.0005
  /// Of names in scripts for which there is no font, as each draws boxes of its own in their place.
  static let mostShareWithoutFonts = 0.001

  var isAlike: Bool { worst <= Self.most && share <= Self.mostShare }

  /// - Parameters:
  ///   - document: what Chromium draws.
  ///   - other: what librsvg draws, the same unless the comparison itself is tested.
  init(of document: String, and other: String? = nil, in browser: WebDriver) async throws {
    let picture = try Self.rasterized(other ?? document).base64EncodedString()
    guard let found = try await browser.run(Self.script, [document, picture]) as? [String: Any],
      let worst = found["worst"] as? NSNumber, let share = found["share"] as? NSNumber,
      let place = found["place"] as? String
    else { throw WebDriver.Failure(description: "no comparison") }
    (self.worst, self.share, self.place) = (worst.doubleValue, share.doubleValue, place)
  }

  private static func rasterized(_ document: String) throws -> Data {
    guard let converter else { throw WebDriver.Failure(description: "There is no rsvg-convert here.") }
    let process = Process()
    process.executableURL = converter
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // It reads all before it writes.
    input.fileHandleForWriting.write(Data(document.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !data.isEmpty else {
      throw WebDriver.Failure(description: "rsvg-convert refused a picture.")
    }
    return data
  }

  /// Arguments: the SVG, and the PNG of it in base 64.
  private static let script = """
    const [svg, png] = arguments;
    const cell = 8, limit = 24;
    const load = (source) => new Promise((done, fail) => {
      const image = new Image();
      image.onload = () => done(image);
      image.onerror = () => fail(new Error("no picture: " + source.slice(0, 40)));
      image.src = source;
    });
    return Promise.all([
      load("data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg)), load("data:image/png;base64," + png),
    ]).then(([here, there]) => {
      const [width, height] = [there.naturalWidth, there.naturalHeight];
      const pixels = (image) => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [width, height];
        const context = canvas.getContext("2d", { willReadFrequently: true });
        context.fillStyle = "#ffffff";
        context.fillRect(0, 0, width, height);
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const [ours, theirs] = [pixels(here), pixels(there)];
      let [worst, place, far, cells] = [0, "", 0, 0];
      for (let top = 0; top < height; top += cell) {
        for (let left = 0; left < width; left += cell) {
          const sums = [0, 0, 0];
          let count = 0;
          for (let y = top; y < Math.min(height, top + cell); y++) {
            for (let x = left; x < Math.min(width, left + cell); x++) {
              const at = 4 * (y * width + x);
              for (let part = 0; part < 3; part++) sums[part] += ours[at + part] - theirs[at + part];
              count += 1;
            }
          }
          const difference = Math.max(...sums.map((sum) => Math.abs(sum / count)));
          cells += 1;
          if (difference > limit) far += 1;
          if (difference > worst) [worst, place] = [difference, left + " " + top];
        }
      }
      return { worst, place, share: far / cells };
    });
    """
}
