/// The Python of a notebook. Nothing of it comes from the data but the name of the folder, as a quoted literal.
enum NotebookPython {
  /// Reads tables and shows them; ``NotebookTable`` writes what `table` gives.
  static func setUp(folder: String) -> String {
    #"""
    from html import escape
    from math import nan
    from pathlib import Path
    import re

    import matplotlib.pyplot as plt
    import pandas as pd
    from IPython.display import HTML, display

    folder = Path(\#(literal(folder)))


    def load(name):
        """A table that nexus wrote, every cell as text, without the ' that keeps spreadsheets from running a cell."""
        frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
        for column in frame.columns:
            frame[column] = [re.sub(r"^'(?='*[=+\-@\t\r])", "", cell) for cell in frame[column]]
        return frame


    def number(cell):
        """A cell as a number; an empty one is not defined."""
        return float(cell) if cell else nan


    def table(frame, columns, limit=15):
        """The first rows. Text stays text, a number gets so many decimals, and what is not defined is a dash."""

        def show(cell, decimals):
            if cell == "":
                return "<td>–</td>"
            if decimals is not None:
                return f'<td style="text-align: right">{float(cell):.{decimals}f}</td>'
            cell = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", "\ufffd", cell)
            cell = cell if len(cell) <= 80 else cell[:79] + "…"
            return f'<td style="text-align: left"><bdi>{escape(cell, quote=False)}</bdi></td>'

        head = "".join(
            f'<th style="text-align: {"left" if decimals is None else "right"}">{heading}</th>'
            for _, heading, decimals in columns
        )
        body = "".join(
            "<tr>" + "".join(show(row[name], decimals) for name, _, decimals in columns) + "</tr>\n"
            for _, row in frame.head(limit).iterrows()
        )
        rest = f"<p>{limit} of {len(frame)} rows.</p>" if len(frame) > limit else ""
        display(HTML(f'<table class="tex2jax_ignore mathjax_ignore"><tr>{head}</tr>\n{body}</table>{rest}'))


    def named(frame, columns):
        """The table with the name of an actor before its id, where the two differ."""
        actors = load("actors")
        names = {id: f"{name} ({id})" for id, name in zip(actors["id"], actors["name"]) if name != id}
        return frame.assign(**{column: [names.get(cell, cell) for cell in frame[column]] for column in columns})


    def picture(name):
        """A picture that nexus drew, as wide as the page."""
        words = f"The picture {name}. Trust the notebook (File, Trust Notebook) or run this cell to see it."
        svg = (folder / name).read_text(encoding="utf-8")
        svg = re.sub(r'^(<svg [^>]*?) width="[0-9.]+" height="[0-9.]+"', r"\1", svg, count=1)
        display({"image/svg+xml": svg, "text/plain": words}, raw=True)
    """#
  }

  /// What `picture` says where the picture is not shown.
  static func words(for picture: String) -> String {
    "The picture \(picture). Trust the notebook (File, Trust Notebook) or run this cell to see it."
  }

  /// A picture as `picture` shows it: without a size of its own, as viewers cut off what is wider than the page.
  static func fitted(_ svg: String) -> String {
    svg.replacing(/^(<svg [^>]*?) width="[0-9.]+" height="[0-9.]+"/, maxReplacements: 1) { $0.1 }
  }

  /// `text` as a literal of Python: letters, digits and a few marks as they are, anything else by its number.
  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_. ".unicodeScalars.contains(scalar))
      if isPlain {
        literal.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        literal += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return literal + "\""
  }

  static let actors = #"""
    actors = load("actors")
    scored = actors[~actors["role"].isin(["victim", "witness", "reporting-party"])]
    order = scored["betweenness"].map(number).sort_values(ascending=False, kind="stable").index
    table(
        scored.loc[order],
        [
            ("name", "Actor", None), ("role", "Role", None), ("region", "Regions", None),
            ("community", "Community", 0), ("degree", "Degree", 0), ("betweenness", "Betweenness", 4),
            ("rank_low", "Rank from", 0), ("rank_high", "Rank to", 0),
        ],
    )
    """#

  static let degrees = #"""
    degrees = actors["degree"].map(int).value_counts().sort_index()
    print("degree: actors")
    print(", ".join(f"{degree}: {count}" for degree, count in degrees.items()))

    plt.figure(figsize=(9, 3.6))
    plt.bar(list(degrees.index), list(degrees), color="#0072b2")
    plt.xlabel("Degree (distinct neighbours)")
    plt.ylabel("Actors")
    plt.title("Degree distribution")
    plt.show()
    """#

  static let pairs = #"""
    pairs = load("pairs")
    table(
        named(pairs, ["crime", "terror"]),
        [
            ("crime", "Organised crime", None), ("terror", "Terrorist", None), ("stage", "Stage", None),
            ("status", "Status", None), ("p_transactional", "P transactional", 3), ("p_alliance", "P alliance", 3),
            ("p_integration", "P integration", 3), ("intensity", "Intensity", 1), ("origins", "Origins", 0),
        ],
    )
    """#

  static let pairChart = #"""
    steps = ["p_transactional", "p_alliance", "p_integration"]
    shown = pairs.head(12)
    print(f"{len(shown)} of {len(pairs)} pairs")

    plt.figure(figsize=(9, 3.6))
    for position, (step, colour, hatch) in enumerate(zip(steps, ["#0072b2", "#e69f00", "#009e73"], ["", "//", "--"])):
        places = [place + 0.27 * (position - 1) for place in range(len(shown))]
        plt.bar(places, [number(cell) for cell in shown[step]], 0.27, color=colour, hatch=hatch, label=step[2:])
    plt.xticks(range(len(shown)), range(1, len(shown) + 1))
    plt.xlabel("Pair, in the order of the table")
    plt.ylabel("Probability")
    plt.ylim(0, 1)
    plt.legend()
    plt.title("Steps of the ladder")
    plt.show()
    """#

  static let communities = #"""
    communities = load("communities")
    table(
        communities,
        [
            ("community", "Community", 0), ("size", "Actors", 0), ("internal_ties", "Ties inside", 0),
            ("external_ties", "Ties out", 0), ("conductance", "Conductance", 3), ("roles", "Roles", None),
            ("regions", "Regions", None), ("p_value", "p", 3),
        ],
    )
    """#

  static let communityChart = #"""
    sizes = communities["size"].map(int).head(40)
    print(f"{len(communities)} communities, {sum(communities['size'].map(int) > 1)} of two or more actors")

    plt.figure(figsize=(9, 3.6))
    plt.bar(range(1, len(sizes) + 1), list(sizes), color="#0072b2")
    plt.xlabel("Community")
    plt.ylabel("Actors")
    plt.title("Sizes of communities")
    plt.show()
    """#

  static let regions = #"""
    regions = load("regions")
    countries = regions[(regions["level"] == "country") & (regions["score"] != "")]
    table(
        countries,
        [
            ("name", "Region", None), ("rank", "Rank", 0), ("score", "Score", 1), ("low", "5 %", 1), ("high", "95 %", 1),
            ("grade", "Grade", None), ("items", "Items", 0), ("origins", "Origins", 0),
        ],
    )
    """#

  static let regionChart = #"""
    leading = countries.head(20).iloc[::-1]
    print(f"{len(leading)} of {len(countries)} regions at the level of countries have a score and are shown")

    scores, lows, highs = ([number(cell) for cell in leading[name]] for name in ["score", "low", "high"])
    plt.figure(figsize=(9, 5))
    plt.barh(range(len(leading)), scores, color="#56b4e9")
    for place, (score, low, high) in enumerate(zip(scores, lows, highs)):
        plt.plot([low, high], [place, place], color="#1a1a1a")
    # Names of the data are text here: a $ would begin a formula.
    plt.yticks(range(len(leading)), [name[:40].replace("$", r"\$") for name in leading["name"]])
    plt.xlim(0, 100)
    plt.xlabel("Observed exposure (0 to 100), the line from 5 to 95 % of the draws; not overall risk")
    plt.show()
    """#

  static let months = #"""
    months = load("transfers_by_month")
    placed = months[months["month"].str.len() == 7]
    coarse = sum(months["transfers"][months["month"].str.len() == 4].map(int))
    undated = sum(months["transfers"][months["month"] == ""].map(int))
    counts = {}
    for month, transfers in zip(placed["month"], placed["transfers"]):
        counts[month] = counts.get(month, 0) + int(transfers)
    print(f"{sum(counts.values())} transfers in {len(counts)} months; {coarse} known to the year only, {undated} undated")

    plt.figure(figsize=(9, 3.6))
    if counts:
        (first, last) = ([int(part) for part in month.split("-")] for month in (min(counts), max(counts)))
        every = range(12 * first[0] + first[1] - 1, 12 * last[0] + last[1])
        names = [f"{month // 12:04}-{month % 12 + 1:02}" for month in every]
        plt.bar(range(len(names)), [counts.get(name, 0) for name in names], color="#009e73")
        gap = max(1, len(names) // 10)
        plt.xticks(range(0, len(names), gap), names[::gap], rotation=30)
    plt.ylabel("Transfers")
    plt.title("Transfers by month")
    plt.show()
    """#

  static let flows = #"""
    flows = load("flows")
    table(
        named(flows, ["payer", "payee"]),
        [
            ("payer", "Payer", None), ("payee", "Payee", None), ("amount", "Amount", 2), ("currency", "Currency", None),
            ("transfers", "Transfers", 0), ("first", "First", None), ("last", "Last", None),
            ("channels", "Channels", None),
        ],
    )
    """#

  static func picture(_ name: String) -> String { "picture(\"\(name)\")" }
}
