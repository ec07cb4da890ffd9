import Foundation

/// The Jupyter of the machine, which runs notebooks.
struct Jupyter {
  private let executable: URL

  /// Looks for `jupyter` where the shell would.
  ///
  /// - Throws: ``JupyterError/missing``.
  init() throws(JupyterError) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { URL(filePath: String($0)).appending(path: "jupyter") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else { throw .missing }
    executable = found
  }

  /// Runs every cell and puts what it gives into the notebook. What Jupyter says goes to stderr.
  ///
  /// - Throws: ``JupyterError``.
  func execute(_ notebook: String) throws(JupyterError) {
    let process = Process()
    process.executableURL = executable
    process.arguments = [
      "nbconvert", "--to", "notebook", "--execute", "--inplace", "--log-level=ERROR",
      URL(filePath: notebook).path,
    ]
    process.standardOutput = FileHandle.standardError
    process.standardInput = FileHandle.nullDevice
    ProgressDisplay.stop()  // Jupyter writes to the same terminal
    do { try process.run() } catch { throw .missing }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw .failed(notebook) }
  }
}

/// Why a notebook could not be run.
enum JupyterError: Error, Hashable, CustomStringConvertible {
  case missing
  case failed(String)

  var description: String {
    switch self {
    case .missing:
      "--execute needs Jupyter, and there is no jupyter on the PATH. Run  python3 -m pip install nbconvert ipykernel "
        + "pandas matplotlib  or leave --execute out: the outputs are in the notebook without it."
    case .failed(let notebook):
      "\(notebook): Jupyter did not run it to the end; its messages stand above. The notebook and its tables are "
        + "written. Often pandas or matplotlib are missing: python3 -m pip install pandas matplotlib."
    }
  }
}
