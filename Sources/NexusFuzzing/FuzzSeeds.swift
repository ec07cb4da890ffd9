extension FuzzTarget {
  /// Small valid files of the format, which mutations start from.
  var seeds: [[UInt8]] {
    switch self {
    case .gzip: return [FuzzTarget.gzipped]
    case .workbook: return [FuzzWorkbook(sheet: Array(FuzzTarget.sheetText.utf8)).bytes]
    default: return texts.map { Array($0.utf8) }
    }
  }

  /// A table with its rows again and again, so that it is more than one piece.
  private static func lengthened(_ table: String) -> String {
    let rows = table.drop { !$0.isNewline }.dropFirst()
    return table + String(repeating: String(rows), count: 1 + 2_000 / max(rows.count, 1))
  }

  private var texts: [String] {
    switch self {
    case .csv: FuzzTarget.tables
    case .pieces: FuzzTarget.tables + FuzzTarget.tables.map { FuzzTarget.lengthened($0) }
    case .matrix:
      [
        ",a,b,c\na,0,1,2\nb,1,0,\nc,2,,0\n", "\"\";x;y\nx;0;1,5\ny;2,5;0\n",
        "\u{FEFF},a,b,\r\na,0,1,\r\nb,1,0,\r\n",
      ]
    case .affiliations:
      [
        "actor,event,date,confidence,origin,refutes\nann,e,2019-05-01,0.8,x,\nbob,e,,,y,\nbob,e,,0.3,,yes\n",
        ",e1,\"e,2\"\nann,1,0\nbob,1,1\ncy,,1\n",
      ]
    case .graphml: [FuzzTarget.graphmlText]
    case .gexf: [FuzzTarget.gexfText]
    case .pajek:
      [
        "*Vertices 3\n1 \"a\" role terrorist\n2 b\n3 c\n*Arcs :2 \"kinship\"\n1 2 2.5 l \"x\"\n*Edgeslist\n3 1 2\n",
        "*Vertices 4 2\n*Edges\n1 3\n2 4 2\n",
        "*Network n\n*Vertices 2\n*Matrix\n0 1\n1 0\n*Partition p\n*Vertices 2\n1\n2\n",
      ]
    case .dl:
      [
        "dl n=3 format=fullmatrix\nlabels:\na,b,c\ndata:\n0 1 0\n1 0 2\n0 2 0\n",
        "dl n=3, nm=2 format = lowerhalf diagonal absent\nlabels embedded\ndata:\n1\n2 3\n",
        "dl nr=2 nc=3 format=edgelist2\nrow labels:\na b\ncolumn labels embedded\ndata:\na e1 2\n2 e2\n",
        "DL N=2 FORMAT=NODELIST1\nDATA:\n1 2\n2 1\n!\n1 2\n",
      ]
    case .nodeLink:
      [
        #"{"directed": true, "nodes": [{"id": "a", "role": "state"}, {"id": 2}], "links": [{"source": "a", "target": 2, "w": [1, 2]}]}"#,
        #"{"nodes": [{"name": "a"}, {"name": "\u00e9\ud83d\ude00"}], "edges": [{"source": 0, "target": 1, "amount": 1e3}]}"#,
      ]
    case .cytoscape:
      [
        #"{"elements": {"nodes": [{"data": {"id": "a"}}], "edges": [{"data": {"source": "a", "target": "b"}}]}}"#,
        #"[{"data": {"id": "a"}}, {"group": "edges", "data": {"source": "a", "target": "b", "interaction": "x"}}]"#,
      ]
    case .ftm: [FuzzTarget.entities]
    case .stix: [FuzzTarget.bundle]
    case .unList: [FuzzTarget.list]
    case .sheet: [FuzzTarget.sheetText]
    case .incidents:
      [
        "eventid,iyear,imonth,iday,country_txt,gname,gname2,target1,doubtterr\n1,2019,5,0,Mali,G,H,T,1\n2,2019,1,1,Mali,Unknown,,,\n",
        "id,conflict_new_id,side_a,side_a_new_id,side_b,side_b_new_id,country,date_start,date_end\n1,2,Government of X,3,Y,4,Mali,2019-01-01,2019-01-02\n",
      ]
    case .datapackage:
      [
        ##"{"generator": "nexus", "resources": [{"name": "ties", "path": "ties.csv", "encoding": "utf-8", "dialect": {"delimiter": ",", "quoteChar": "'", "escapeChar": "\\", "header": true, "commentChar": "#"}, "schema": {"missingValues": ["", "2"], "fields": [{"name": "source"}], "foreignKeys": [{"fields": "source", "reference": {"resource": "actors", "fields": "id"}}]}}, {"name": "actors", "path": "actors.csv", "dialect": {"delimiter": ";"}}]}"##,
        ##"{"resources": [{"name": "ties", "path": ["ties.csv", "actors.csv"], "schema": {"fields": [{"name": "source"}, {"name": "target"}, {"name": "strength", "type": "number", "decimalChar": ",", "groupChar": "."}]}}]}"##,
        ##"{"resources": [{"name": "t", "data": [["source", "target", "date"], ["a", "b", "03/04/19"], ["b", null, 2]], "schema": {"fields": [{"name": "source"}, {"name": "target"}, {"name": "date", "type": "date", "format": "%d/%m/%y"}]}}]}"##,
        ##"{"resources": [{"name": "t", "data": [{"source": "a", "target": "b"}], "schema": "ties.csv"}]}"##,
      ]
    case .rates: ["date,currency,rate,reference\n2019-05-01,USD,1.12,EUR\n2019-05-02,USD,\"1,13\",EUR\n"]
    case .grouping: ["grouping,region\nNorth,KZ\nNorth,TJ\n"]
    case .merges:
      [
        "decision,a,b,who,when,why,keep\nsame,a,b,me,2024-01-01,\"one, and the same\",b\ndifferent,b,c,,,,\n,c,d,,,,\n",
        "a;b;decision\n\"a\";'=b;SAME\nb;c;different\n",
      ]
    case .spec:
      [
        #"{"nexus_spec": 1, "files": {"ties.csv": {"shape": "ties", "delimiter": "comma", "encoding": "UTF-8", "direction": "directed", "columns": {"source": "source", "target": 2, "date": "date"}, "decimal_mark": {"strength": "comma"}, "date_order": "month-first"}}, "vocabulary": {"roles": {"terorist": "terrorist"}}}"#,
        #"{"files": {"*": {"duplicates": "drop", "decimal_mark": "point", "vocabulary": {"regions": {"Atlantis": "TJ"}}}}, "nexus_spec": 1}"#,
      ]
    case .actors:
      ["id,name,role,birth_date,region\na,Ann,terrorist,circa 1969,AF:0.8;TJ\nb,Bob,,3/4/1970 or 1971,\n"]
    case .indicators:
      ["region,vulnerability,consequence,territorial_control\nAF,80.5,40,yes\nAtlantis,1,2,\n"]
    case .edgeList:
      ["source,target,weight\na,b,2\nb,a,0.5\nc,c,1\n", "a b\n", "src\tdst\r\n\"a\"\tb\r\n,b\r\na\t\r\n"]
    case .gzip, .workbook: []
    }
  }

  private static let tables = [
    "source,target,relation,strength,date,confidence,grade\na,b,kinship,2,2019-05-01,0.5,\nb,a,,\"1,5\",05/06/2019,,B2\n",
    "payer;payee;amount;currency;channel;timestamp\r\n\"a \"\"x\"\"\";b;1.200,50;EUR;cash;2020-01-02T10:30:00Z\r\n",
    "sep=|\nid|name|role|region|crimes\n1|Ann|terrorist|AF:0.8;TJ|drugs:0.9;arms\n",
    "From Bank,Account,To Bank,Account,Amount Paid\n01,8000,02,8001,3.5\n", "a\tb\nb\tc\n",
  ]
  private static let graphmlText = """
    <?xml version="1.0"?><graphml xmlns="x"><key id="d0" for="node" attr.name="role"><default>state</default></key>
    <key id="v_name" for="node" attr.name="name"/><graph edgedefault="directed"><node id="a"><data key="d0">x</data>
    <data key="v_name">Ann</data></node><node id="b"><data key="v_name">B</data><graph><node id="c"/></graph></node>
    <edge source="a" target="b" directed="false"/><hyperedge/></graph></graphml>
    """
  private static let gexfText = """
    <gexf><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="role"><default>x</default>
    </attribute></attributes><nodes><node id="1" label="A"><attvalues><attvalue for="0" value="state"/></attvalues>
    <nodes><node id="2"/></nodes></node></nodes><edges><edge source="1" target="2" weight="2" start="2019"/></edges></graph></gexf>
    """
  private static let entities = """
    {"id": "a", "schema": "Person", "caption": "Ann", "properties": {"name": ["Ann"], "country": ["tj"], "topics": ["crime.terror"]}}
    {"id": "o", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b", "c"], "startDate": ["2019"]}}
    {"id": "p", "schema": "Payment", "properties": {"payer": ["a"], "beneficiary": [{"id": "b"}], "amount": ["7"]}}
    """
  private static let bundle = """
    {"type": "bundle", "objects": [{"type": "threat-actor", "id": "threat-actor--1", "name": "A", "confidence": 80},
    {"type": "location", "id": "location--1", "country": "TJ"},
    {"type": "relationship", "id": "relationship--1", "relationship_type": "located-at", "source_ref": "threat-actor--1", "target_ref": "location--1"}]}
    """
  private static let list = """
    <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
    <NATIONALITY><VALUE>X</VALUE></NATIONALITY><INDIVIDUAL_ADDRESS><COUNTRY>Mali</COUNTRY></INDIVIDUAL_ADDRESS></INDIVIDUAL>
    </INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>
    """
  private static let sheetText = """
    <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>source</t></is></c><c r="B1" t="str"><v>target</v></c>
    <c r="C1" t="inlineStr"><is><t>date</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>
    <c r="C2" s="1"><v>43606.5</v></c></row></sheetData></worksheet>
    """
  /// `source,target` and one row, as gzip packs it without compression.
  private static let gzipped: [UInt8] =
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 18, 0, 0xED, 0xFF] + Array("source,target\na,b\n".utf8)
    + [0x6B, 0x45, 0xD7, 0x76, 18, 0, 0, 0]
}
