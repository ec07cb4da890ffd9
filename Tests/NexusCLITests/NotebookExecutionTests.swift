import Foundation
import NexusTestSupport
import Testing

/// Runs notebooks by Jupyter, in the environment that `make notebook-env` makes.
@Suite("Notebooks, run by Jupyter", .serialized)
struct NotebookExecutionTests {
  private static let python = CommandRun.root.appending(path: ".build/notebook-env/bin/python").path

  /// Whether the environment is there; else says once how to make it.
  static let isReady: Bool = {
    let ready = CommandRun.root.appending(path: ".build/notebook-env/ready").path
    guard FileManager.default.fileExists(atPath: ready) else {
      print("Notebooks are not run: there is no .build/notebook-env. Make it by `make notebook-env`.")
      return false
    }
    return true
  }()

  /// Validates a notebook, runs it in its folder, and holds printed lines and tables against those that were there.
  private static let check = #"""
    import sys
    import nbformat
    from nbclient import NotebookClient

    path, folder = sys.argv[1:]
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    before = [cell.get("outputs", []) for cell in notebook.cells]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": folder}}).execute()
    after = [cell.get("outputs", []) for cell in notebook.cells]

    def told(outputs):
        kinds = ("text/html", "image/svg+xml")
        text = "".join(o["text"] for o in outputs if o["output_type"] == "stream" and o["name"] == "stdout")
        chart = any("image/png" in o.get("data", {}) for o in outputs)
        shown = [(k, o["data"][k], o["data"]["text/plain"]) for o in outputs for k in kinds if k in o.get("data", {})]
        return text, chart, shown

    compared = 0
    for number, (old, new) in enumerate(zip(before, after)):
        old_text, _, old_shown = told(old)
        new_text, is_chart, new_shown = told(new)
        assert old_text == new_text, (number, old_text, new_text)
        if not is_chart:
            assert old_shown == new_shown, (number, str(old_shown)[:3000], str(new_shown)[:3000])
        else:
            assert len(old_shown) == 1, number
        compared += len(old_shown) + bool(old_text)
    print(compared)
    """#

  private func check(_ data: String, named name: String = "ties.csv") throws -> Int {
    let folder = try TemporaryFolder()
    _ = try folder.file(name, data)
    let written = try CommandRun(
      ["notebook", name, "--draws", "64", "--rank-draws", "10", "--output", "out"], in: folder.url)
    #expect(written.status == 0, "\(written.messages)")
    return try check(folder.url.appending(path: "out"))
  }

  private func check(_ place: URL) throws -> Int {
    let folder = try TemporaryFolder()
    let script = try folder.file("check.py", Self.check)
    let notebook = try #require(
      FileManager.default.contentsOfDirectory(atPath: place.path).first { $0.hasSuffix(".ipynb") })
    let run = try CommandRun(
      shell:
        "'\(Self.python)' '\(script)' '\(place.appending(path: notebook).path)' '\(place.path)'",
      in: folder.url)
    #expect(run.status == 0, "\(run.messages.suffix(6_000))")
    return Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  @Test(
    "What cells print and show is byte for byte what nexus wrote, whatever names try", .enabled(if: isReady))
  func hostile() throws {
    var rows = "source,target,source_role,target_role,source_region,strength\n"
    let names = HostileNames.all.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    for (first, second) in zip(names, names.dropFirst()) {
      rows += "\(first),\(second),terrorist,organised-crime,\(first),0.3\n"
    }
    #expect(try check(rows) > 8)
  }

  @Test(
    "So it is for transfers of every precision and for data that hardly hold anything", .enabled(if: isReady))
  func transfers() throws {
    let count = try check(
      """
      payer,payee,amount,currency,date,source_role
      A,B,0.1,EUR,2018-03-05,terrorist
      B,A,1234567.895,EUR,2018-03-31,
      A,C,5,USD,2018,
      A,B,9,EUR,,

      """)
    #expect(count > 8)
    #expect(try check("source,target\nA,B\n") > 4)
  }

  @Test("The notebooks of the repository run", .enabled(if: isReady))
  func exported() throws {
    let exports = CommandRun.root.appending(path: "notebooks-export")
    for name in ["northern-corridor", "florentine"] {
      #expect(try check(exports.appending(path: name)) >= 8, "\(name)")
    }
  }
}
