// Writes the invented scenario "northern corridor" into the folder named as the first argument.

import Foundation

/// Everything in the scenario follows from this number and the tables in Cast.swift, Ties.swift and Routes.swift.
let seed: UInt64 = 20_180_709

/// A Markdown page of the planted faults, by file and line, with what becomes of each row.
func faultPage(_ tables: [Table]) -> String {
  var page = """
    # Faults planted in the northern corridor

    Written by the generator, as the three tables are. A fault that spans two lines is named by the first.

    | file | rows read | used | folded | rejected |
    |---|---:|---:|---:|---:|

    """
  for table in tables {
    let counts = [Fate.used, .folded, .rejected].map { table.fates[$0, default: 0] }
    let cells = ([counts.reduce(0, +)] + counts).map { "\($0)" }
    page += "| `\(table.file)` | \(cells.joined(separator: " | ")) |\n"
  }
  page += "\n| where | fault | row is | and |\n|---|---|---|---|\n"
  for table in tables {
    for (line, fault) in table.faults {
      page += "| `\(table.file):\(line)` | \(fault.what) | \(fault.fate.rawValue) | \(fault.outcome) |\n"
    }
  }
  return page
}

guard CommandLine.arguments.count == 2 else {
  print("Usage: northern-corridor FOLDER")
  exit(64)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
var chance = SplitMix64(seed: seed)
let tables = [
  Actors.table(using: &chance), Ties.table(using: SplitMix64(seed: seed + 1)),
  Payments.table(using: SplitMix64(seed: seed + 2)),
]
for table in tables {
  try Data(table.text.utf8).write(to: folder.appending(path: table.file))
}
try Data(faultPage(tables).utf8).write(to: folder.appending(path: "FAULTS.md"))
