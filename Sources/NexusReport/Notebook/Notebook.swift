/// A Jupyter notebook in memory.
///
/// Source: *The Jupyter Notebook Format*, nbformat 4.5, https://nbformat.readthedocs.io/en/latest/format_description.html.
struct Notebook: Sendable {
  var cells: [NotebookCell] = []
  /// What nexus says of the notebook, under its own key.
  var metadata: [String: JSONValue] = [:]

  /// The notebook as its file holds it. Cells are named by their position, and cells of code counted as if they had
  /// been run from the first to the last.
  var document: JSONValue {
    var runs = 0
    let cells = self.cells.enumerated().map { position, cell -> JSONValue in
      if case .code = cell { runs += 1 }
      return cell.document(identifier: "nexus-\(position + 1)", run: runs)
    }
    return [
      "nbformat": 4, "nbformat_minor": 5, "cells": .list(cells),
      "metadata": [
        "kernelspec": ["display_name": "Python 3", "language": "python", "name": "python3"],
        "language_info": ["name": "python", "file_extension": ".py", "mimetype": "text/x-python"],
        "nexus": .object(metadata),
      ],
    ]
  }
}

/// One cell of a ``Notebook``.
enum NotebookCell: Sendable {
  /// Text for people. Whatever comes from the data went through ``NotebookMarkdown``.
  case markdown(String)
  /// Python and what it gives. Nothing from the data stands in the source.
  case code(String, outputs: [NotebookOutput])

  func document(identifier: String, run: Int) -> JSONValue {
    switch self {
    case .markdown(let text):
      [
        "cell_type": "markdown", "id": .text(identifier), "metadata": [:], "source": .lines(text),
      ]
    case .code(let source, let outputs):
      [
        "cell_type": "code", "id": .text(identifier), "metadata": [:], "source": .lines(source),
        "execution_count": .whole(run), "outputs": .list(outputs.map(\.document)),
      ]
    }
  }
}

/// What a cell of code gives.
enum NotebookOutput: Sendable {
  /// What it prints.
  case text(String)
  /// What `display(HTML(…))` shows.
  case html(String)
  /// A picture, with the words for viewers that do not show it.
  case picture(svg: String, words: String)

  var document: JSONValue {
    switch self {
    case .text(let text): ["output_type": "stream", "name": "stdout", "text": .lines(text)]
    case .html(let html):
      NotebookOutput.display(["text/html": .lines(html), "text/plain": "<IPython.core.display.HTML object>"])
    case .picture(let svg, let words):
      NotebookOutput.display(["image/svg+xml": .lines(svg), "text/plain": .text(words)])
    }
  }

  private static func display(_ data: JSONValue) -> JSONValue {
    ["output_type": "display_data", "metadata": [:], "data": data]
  }
}

extension JSONValue {
  /// A text as the list of its lines, each with its line end, as Jupyter writes it.
  fileprivate static func lines(_ text: String) -> JSONValue {
    var lines: [JSONValue] = []
    var start = text.unicodeScalars.startIndex
    while start < text.unicodeScalars.endIndex {
      let end =
        text.unicodeScalars[start...].firstIndex(of: "\n").map(text.unicodeScalars.index(after:))
        ?? text.unicodeScalars.endIndex
      lines.append(.text(String(text.unicodeScalars[start..<end])))
      start = end
    }
    return .list(lines)
  }
}
