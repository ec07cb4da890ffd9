import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("An analysis holds together from rows to files")
struct AnalysisTests {
  private func analysis(_ files: [String: String], _ change: (inout AnalysisOptions) -> Void = { _ in })
    throws -> Analysis
  {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.file(name, text) }
    var options = AnalysisOptions()
    options.rankDraws = 20
    change(&options)
    return try Analysis(of: DatasetReader().read(folder.path), options: options)
  }

  private func files(_ analysis: Analysis) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try analysis.resultFiles(optionsUsed: [:]).map { ($0.name, $0.bytes) })
  }

  private func cells(_ files: [String: [UInt8]], _ name: String) -> [[String]] {
    String(decoding: files[name] ?? [], as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static let small = [
    "actors.csv": """
    id,name,role,type,region,crimes
    T,Lantern,terrorist,organisation,AF:1,
    O,Harbour,organised-crime,organisation,AF:0.5;TJ:0.8,drugs:0.9
    F,Ledger,facilitator,person,TJ:0.5,
    V,Maryam,victim,person,TJ:1,trafficking-in-persons:1
    P,Bank,reporting-party,bank,AF:1,
    Z,Alone,unknown,person,,
    """,
    "ties.csv": """
    source,target,relation,crime,date,confidence,origin
    T,O,finance,drugs,2017-03-01,0.8,X
    O,T,transaction,drugs,2018-03-01,0.6,Y
    O,F,facilitation,,2018-04-01,0.5,X
    F,T,facilitation,,2018-05-01,0.6,Y
    V,T,unknown,,2018-05-01,1,Y
    V,O,unknown,,2018-05-01,1,Y
    P,T,unknown,,2018-05-01,1,Y
    """,
  ]

  @Test("Files, columns and their order are those that users rely on")
  func columns() throws {
    let files = try files(analysis(AnalysisTests.small))
    let wanted = [
      "actors.csv":
        "id,name,role,type,region,component,community,degree,in_degree,out_degree,strength,betweenness,closeness,harmonic,eigenvector,katz,pagerank,core,clustering,constraint,participation,brokerage,rank_low,rank_high,p_top10",
      "ties.csv": "source,target,directed,strength,confidence,ties,relations,crimes,first,last,rows",
      "communities.csv":
        "community,size,internal_ties,external_ties,conductance,roles,regions,crimes,p_value",
      "regions.csv":
        "region,name,level,rank,score,low,high,rank_low,rank_high,grade,items,origins,actors,crime_types,momentum,cross_ties,brokerage,throughput,transit,threat,nexus,flow,c_threat,c_nexus,c_flow,vulnerability,consequence,risk",
      "pairs.csv":
        "crime,terror,stage,status,p_transactional,p_alliance,p_integration,intensity,origins,modalities,first,last,rows,contributions,directions",
    ]
    for (name, header) in wanted {
      // More columns may follow.
      #expect(cells(files, name)[0].joined(separator: ",").hasPrefix(header), "\(name)")
    }
    #expect(files["flows.csv"] == nil && files["rejected.csv"] == nil)
    #expect(
      Set(files.keys).isSuperset(of: [
        "network.svg", "regions.svg", "report.html", "analysis.json", "manifest.json",
      ]))
  }

  @Test("Ties bundle by their ends, with confidence 1 − Π (1 − c) and the rows behind them")
  func ties() throws {
    let rows = cells(try files(analysis(AnalysisTests.small)), "ties.csv")
    #expect(rows[1][0...3] == ["T", "O", "false", "2.0"])
    #expect(isClose(Double(rows[1][4])!, 0.92))
    #expect(
      rows[1][5...] == [
        "2", "finance;transaction", "drugs", "2017-03-01", "2018-03-01", "ties.csv:2;ties.csv:3",
      ])
  }

  @Test("Victims, witnesses and reporting parties keep their structure, and enter no ranking and no score")
  func protectedActors() throws {
    let with = try files(analysis(AnalysisTests.small))
    let rows = cells(with, "actors.csv")
    let victim = try #require(rows.first { $0[0] == "V" })
    #expect(victim[7] == "2" && victim[21] == "")
    #expect(rows.first { $0[0] == "F" }?[21] == "0.3")
    var without = AnalysisTests.small
    without["actors.csv"] = without["actors.csv"]!.split(separator: "\n").filter {
      !$0.hasPrefix("V") && !$0.hasPrefix("P")
    }.joined(separator: "\n")
    without["ties.csv"] = without["ties.csv"]!.split(separator: "\n").filter {
      !$0.hasPrefix("V") && !$0.hasPrefix("P")
    }.joined(separator: "\n")
    #expect(try files(analysis(without))["regions.csv"] == with["regions.csv"])
    let page = String(decoding: with["report.html"]!, as: UTF8.self)
    let ranked = page.matches(of: /<li data-actor[^\n]*?<bdi>([^<]*)<\/bdi>/).map { String($0.1) }
    #expect(!ranked.isEmpty && !ranked.contains("Maryam") && !ranked.contains("Bank"))
  }

  @Test("Regions of grade D have an interval but no rank, and without outside sources none has a risk")
  func smallSamples() throws {
    let rows = cells(try files(analysis(AnalysisTests.small)), "regions.csv")
    let columns = Dictionary(uniqueKeysWithValues: zip(rows[0], 0...))
    func cell(_ row: [String], _ name: String) -> String { columns[name].map { row[$0] } ?? "no such column" }
    #expect(rows.count > 1)
    for row in rows.dropFirst() {
      for name in ["vulnerability", "consequence", "risk"] { #expect(cell(row, name).isEmpty) }
      let isScored = !cell(row, "score").isEmpty
      let isRanked = isScored && cell(row, "grade") != "D"
      for name in ["low", "high"] { #expect(cell(row, name).isEmpty == !isScored) }
      for name in ["rank", "rank_low", "rank_high"] {
        #expect(cell(row, name).isEmpty == !isRanked, "\(row)")
      }
    }
  }

  @Test("The same input gives the same bytes on any number of threads")
  func threads() throws {
    let reading = try analysis(AnalysisTests.small).reading
    let results = try [1, 2, 7].map { threads in
      var options = AnalysisOptions()
      options.threads = threads
      return try files(Analysis(of: reading, options: options))
    }
    for name in results[0].keys {
      #expect(results[0][name] == results[1][name] && results[1][name] == results[2][name], "\(name)")
    }
  }

  @Test("An ungraded data set says so; a predicted row stands in no measure")
  func notes() throws {
    let ungraded = try analysis(["ties.csv": "source,target,kind\nA,B,fact\nA,C,prediction\n"])
    #expect(ungraded.figures.ties == 1)
    let text = String(decoding: try files(ungraded)["analysis.json"]!, as: UTF8.self)
    #expect(text.contains("ungraded data") && text.contains("1 predicted row is kept out"))
  }

  @Test("The counts of rows stand in analysis.json and add up")
  func rowAccount() throws {
    let analysis = try analysis([
      "flows.csv": "payer,payee,amount\nA,B,1\nA,B,x\nA,A,5\nB,A,2\n",
      "ties.csv": "source,target\nA,B\nB,A\n",
    ])
    let files = try files(analysis)
    let json = try JSONSerialization.jsonObject(with: Data(files["analysis.json"]!)) as! [String: Any]
    let rows = (json["dataset"] as! [String: Any])["rows"] as! [String: Int]
    #expect(rows["read"] == 6 && rows["used"] == 3 && rows["folded"] == 2 && rows["rejected"] == 1)
    #expect(cells(files, "rejected.csv")[1][0...2] == ["flows.csv", "3", "3"])
    #expect(cells(files, "flows.csv")[1][0...4] == ["A", "B", "", "1.0", "1"])
  }

  @Test("Amounts add up as decimals and never across currencies")
  func amounts() throws {
    let analysis = try analysis([
      "flows.csv": "payer,payee,amount,currency\nA,B,0.1,EUR\nA,B,0.2,EUR\nA,B,7,USD\n"
    ])
    let rows = cells(try files(analysis), "flows.csv")
    #expect(rows[1][2...4] == ["EUR", "0.3", "2"])
    #expect(rows[2][2...4] == ["USD", "7.0", "1"])
  }

  @Test(
    "Degenerate networks give complete results",
    arguments: [
      "source,target\nA,A\n", "id\nA\n", "id,role\nA,terrorist\nB,organised-crime\n", "source,target\nA,B\n",
      "source,target,directed\nA,B,directed\nB,C,directed\n", "payer,payee,amount\nA,B,1\n",
    ])
  func degenerate(table: String) throws {
    let folder = try TemporaryFolder()
    let reading = try DatasetReader().read(folder.file("d.csv", table))
    let files = try files(Analysis(of: reading, options: AnalysisOptions()))
    #expect(cells(files, "actors.csv").count == reading.network.actors.count + 1)
    let json = try JSONSerialization.jsonObject(with: Data(files["analysis.json"]!))
    #expect(json is [String: Any])
  }
}
