internal import NexusGraph
public import NexusInterchange
internal import NexusModel

extension Diagnosis {
  /// The machine-readable form of `nexus doctor`. `shape`, `dialect` and `columns` are those of the file that links
  /// actors; `files` has each.
  public var document: JSONValue {
    let main = examination.mainFile
    return [
      "shape": .text(main?.shape?.rawValue), "dialect": main.map(DoctorDocument.dialect) ?? .null,
      "columns": main.map(DoctorDocument.columns) ?? [:], "rows": rows,
      "problems": .list(faults.map(DoctorDocument.finding)),
      "remarks": .list(remarks.map(DoctorDocument.finding)),
      "files": .list(examination.files.map(DoctorDocument.file)),
      "vocabulary": .object(
        Dictionary(uniqueKeysWithValues: vocabulary.map { ($0.list.plural, DoctorDocument.words($0)) })),
      "ratings": DoctorDocument.ratings(ratings), "sources": sources, "duplicates": duplicates,
      "handling": .object(Dictionary(uniqueKeysWithValues: handling.map { ($0.code, .whole($0.rows)) })),
      "notes": .texts(examination.notes), "failure": .text(examination.failure?.description),
      "filter": examination.part?.filterDocument ?? .null, "hidden_findings": .whole(hiddenFindings),
    ]
  }

  private var rows: JSONValue {
    let account = examination.reading?.account
    return [
      "read": .whole(account?.read), "used": .whole(account?.used), "folded": .whole(account?.folded),
      "rejected": .whole(account?.rejected),
    ]
  }

  private var duplicates: JSONValue {
    func count(_ check: Finding.Check) -> JSONValue { .whole(findings.count { $0.kind == .check(check) }) }
    return ["identical_rows": count(.identicalRow), "near_identical_names": count(.nearName)]
  }

  private var sources: JSONValue {
    guard let coverage, let ids = examination.network?.actors.ids else { return .null }
    func actors(_ rows: some Sequence<Coverage.ActorRows>) -> JSONValue {
      .list(
        rows.map { actor in
          [
            "actor": .text(ids[actor.actor.index]), "rows": .whole(actor.rows),
            "rows_with_origin": .whole(actor.rowsWithOrigin), "origins": .whole(actor.origins),
            "main_origin": .text(actor.mainOrigin), "rows_of_main_origin": .whole(actor.rowsOfMainOrigin),
          ]
        })
    }
    return [
      "rows": .whole(coverage.rows), "rows_with_origin": .whole(coverage.rowsWithOrigin),
      "origins": .whole(coverage.origins), "actors": .whole(coverage.actors.count),
      "gini": .real(coverage.gini),
      "top_tenth": .whole(coverage.tenth), "top_tenth_share": .real(coverage.shareOfTenth),
      "most_covered": actors(coverage.actors.prefix(10)), "on_one_origin": actors(coverage.onOneOrigin),
    ]
  }
}

/// Parts of the document of `nexus doctor`.
private enum DoctorDocument {
  static func finding(_ finding: Finding) -> JSONValue {
    [
      "kind": .text(finding.kind.name), "severity": .text(finding.severity.rawValue),
      "file": .text(finding.file.isEmpty ? nil : finding.file), "line": .whole(finding.line),
      "column": .whole(finding.column), "message": .text(finding.message), "fix": .text(finding.fix),
    ]
  }

  static func dialect(_ file: FileRecognition) -> JSONValue {
    let marks = Set(
      (file.columns.compactMap(\.numbers) + [file.matrixNumbers].compactMap { $0 }).compactMap(\.mark))
    let orders = Set(file.columns.compactMap(\.dates).filter { $0.basis != .none }.map(\.order))
    return [
      "format": .text(file.format?.name), "encoding": .text(file.encoding?.rawValue),
      "byte_order_mark": .flag(file.hasByteOrderMark), "delimiter": .text(file.delimiter?.name),
      "delimiter_reason": .text(file.delimiter == nil ? nil : file.delimiterReason.rawValue),
      "decimal_mark": .text(marks.count == 1 ? marks.first?.rawValue : nil),
      "date_order": .text(orders.count == 1 ? orders.first?.rawValue : nil), "sheet": .text(file.sheet),
      "header_line": .whole(file.headerLine),
    ]
  }

  static func columns(_ file: FileRecognition) -> JSONValue {
    .object(Dictionary(uniqueKeysWithValues: file.columns.map { ($0.field.rawValue, .text($0.shownHeader)) }))
  }

  static func file(_ file: FileRecognition) -> JSONValue {
    [
      "name": .text(file.name), "bytes": .whole(file.byteCount), "shape": .text(file.shape?.rawValue),
      "dialect": dialect(file), "columns": .list(file.columns.map(column)), "unused": .texts(file.unused),
      "header": .texts(file.header), "rows": .whole(file.rows),
      "numbers": file.matrixNumbers.map(numbers) ?? .null,
    ]
  }

  private static func column(_ column: ColumnReading) -> JSONValue {
    [
      "field": .text(column.field.rawValue), "column": .text(column.shownHeader),
      "position": .whole(column.position), "reason": .text(column.reason.rawValue),
      "numbers": column.numbers.map(numbers) ?? .null, "dates": column.dates.map(dates) ?? .null,
    ]
  }

  private static func numbers(_ numbers: NumberReading) -> JSONValue {
    [
      "decided_by": .text(numbers.basis.rawValue), "decimal_mark": .text(numbers.mark?.rawValue),
      "decimal_commas": sighting(numbers.commas), "decimal_points": sighting(numbers.points),
      "open_commas": sighting(numbers.openCommas), "open_points": sighting(numbers.openPoints),
    ]
  }

  private static func dates(_ dates: DateReading) -> JSONValue {
    [
      "decided_by": .text(dates.basis.rawValue), "order": .text(dates.order.rawValue),
      "day_first": sighting(dates.dayFirst), "month_first": sighting(dates.monthFirst),
      "open": sighting(dates.open),
    ]
  }

  private static func sighting(_ sighting: Sighting) -> JSONValue {
    ["cells": .whole(sighting.count), "first_line": .whole(sighting.line)]
  }

  static func words(_ use: VocabularyUse) -> JSONValue {
    .list(
      use.words.map {
        ["text": .text($0.text), "meaning": .text($0.meaning), "cells": .whole($0.cells)]
      })
  }

  static func ratings(_ ratings: Ratings) -> JSONValue {
    [
      "rows": .whole(ratings.rows), "ungraded": .whole(ratings.ungraded), "grades": .whole(ratings.grades),
      "on_diagonal": .whole(ratings.onDiagonal), "diagonal_share": .real(ratings.diagonalShare),
      "diagonal": .object(ratings.diagonal.mapValues { .whole($0) }),
    ]
  }
}

extension ColumnReading {
  /// The header, or the number of the column where it has none.
  fileprivate var shownHeader: String { header.isEmpty ? position.map { "\($0)" } ?? "" : header }
}
