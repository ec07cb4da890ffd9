import NexusInterchange
import Testing

@Suite("The ending of a file names its format")
struct ConversionFormatTests {
  @Test(
    "Endings, compressed or not, and folders",
    arguments: [
      ("a.graphml", ConversionFormat.graphML), ("A.GRAPHML.gz", .graphML), ("a.gexf", .gexf), ("a.dot", .dot),
      ("a.gv", .dot), ("a.net", .pajek), ("a.cyjs", .cytoscape), ("a.stix.json", .stix), ("a.stix", .stix),
      ("a.ftm.json", .followTheMoney), ("a.jsonl.gz", .followTheMoney), ("folder", .csv),
      ("some.where/folder", .csv),
      ("folder/", .csv), ("..", .csv),
    ])
  func endings(path: String, format: ConversionFormat) {
    #expect(ConversionFormat(ofPath: path) == format)
    #expect(!ConversionFormat.isOpen(path) || format == .stix || format == .followTheMoney)
  }

  @Test("A bare .json is open, others are of no format")
  func open() {
    #expect(ConversionFormat(ofPath: "a.json") == nil && ConversionFormat.isOpen("a.json.gz"))
    #expect(ConversionFormat(ofPath: "a.csv") == nil && !ConversionFormat.isOpen("a.csv"))
  }
}
