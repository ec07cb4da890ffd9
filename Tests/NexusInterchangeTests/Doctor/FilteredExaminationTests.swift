import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("An examination seen through a filter tells of the part alone")
struct FilteredExaminationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let text = """
    source,target,date,grade,source_region,relation,nexus_row
    ann,bob,2019-01-01,Z9,AF,kinshp,a:1
    cy,dee,2021-01-01,Z9,TJ,kinshp,a:2
    cy,,2021-01-01,,TJ,,a:3
    eve,eve,2021-01-01,,TJ,,a:4

    """

  private func examination() throws -> Examination {
    DatasetReader().examine(try folder.file("t.csv", Self.text))
  }

  private func diagnosis(_ set: (inout NetworkFilter) -> Void) throws -> Diagnosis {
    let examination = try examination()
    var filter = NetworkFilter()
    set(&filter)
    let network = try #require(examination.network)
    return Diagnosis(examination.seen(through: try NetworkPart(of: network, filter)))
  }

  private func lines(_ diagnosis: Diagnosis, _ kind: Finding.Kind) -> [Int?] {
    diagnosis.findings.filter { $0.kind == kind }.map(\.line)
  }

  @Test("Findings of hidden rows are left out and counted; a rejected row, which no part holds, stays")
  func rows() throws {
    let whole = Diagnosis(try examination())
    #expect(lines(whole, .reading(.unreadableGrade)) == [2, 3] && whole.hiddenFindings == 0)
    let late = try diagnosis { $0.since = Instant(year: 2020) }
    #expect(lines(late, .reading(.unreadableGrade)) == [3])
    #expect(lines(late, .reading(.missingEnd)) == [4])
    let hidden = whole.findings.filter { !late.findings.contains($0) && $0.line != nil }
    #expect(
      hidden.count == late.hiddenFindings && hidden.allSatisfy { $0.line == 2 || $0.line == 5 }, "\(hidden)")
    #expect(hidden.contains { $0.kind == .reading(.unknownWord) })
    #expect(late.examination.reading?.account.read == 4 && late.examination.files[0].rows == 4)
  }

  @Test("Coverage and ratings are of the part, and hiding its links makes nobody an isolate")
  func figures() throws {
    let whole = Diagnosis(try examination())
    let part = try diagnosis { $0.focus = [ActorID(0)] }
    #expect(whole.coverage?.actors.count == 4 && part.coverage?.actors.count == 2)
    #expect(whole.ratings.rows == 3 && part.ratings.rows == 1)
    let alone = try diagnosis { $0.relations = [Relation(folding: "kinshp")] }
    #expect(!alone.findings.contains { $0.kind == .check(.isolate) && $0.message.contains("ann") })
  }

  @Test("Without a filter nothing changes")
  func noFilter() throws {
    #expect(try diagnosis { _ in }.findings == Diagnosis(try examination()).findings)
  }

  @Test("The column in which convert says where a row stood first is known")
  func placeColumn() throws {
    let file = try examination().files[0]
    #expect(file.placeColumn == "nexus_row" && file.unused.isEmpty)
    #expect(!Diagnosis(try examination()).findings.contains { $0.kind == .check(.unusedColumn) })
  }
}
