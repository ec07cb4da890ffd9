import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Reading indicators of regions")
struct IndicatorReadingTests {
  static let ties = """
    source,target,source_region,target_region
    a,b,TJ,Ferghana
    b,c,NA,TJ

    """

  func read(_ indicators: String) throws -> Reading {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", Self.ties)
    var options = ReadingOptions()
    options.indicatorsFile = try folder.file("external.csv", indicators)
    return try DatasetReader(options: options).read(path)
  }

  func message(_ indicators: String) -> String {
    do {
      _ = try read(indicators)
      return "read"
    } catch { return "\(error)" }
  }

  @Test("Codes, names, NA, regions of the data, and empty cells; each row counts as used")
  func rows() throws {
    let reading = try read(
      """
      Region;Vulnerability;Consequence;Year
      Tajikistan;70,5;60;2019
      NA;10;;2019
      Ferghana;0;100;2019
      142;50;50;2019

      """)
    func entry(_ name: String) throws -> RegionIndicators.Entry {
      let region = try #require(Region(resolving: name))
      return try #require(reading.indicators[region])
    }
    #expect(
      try entry("TJ") == RegionIndicators.Entry(vulnerability: 70.5, consequence: 60, row: "external.csv:2"))
    #expect(try entry("Namibia").vulnerability == 10 && entry("Namibia").consequence == nil)
    #expect(try entry("Ferghana").consequence == 100)
    #expect(reading.account.used == 6 && reading.account.read == 6)
    #expect(reading.files.map(\.name) == ["ties.csv", "external.csv"])
    #expect(reading.files[1].shape == .regions)
  }

  @Test("What is wrong, where, and how to mend it")
  func faults() {
    #expect(
      message("region,vulnerability\nTJ,101\n")
        == "external.csv:2:2: vulnerability \"101\" is not from 0 to 100. Rescale the column.")
    #expect(
      message("region,vulnerability\nTJ,-1\n").hasPrefix("external.csv:2:2: vulnerability \"-1\" is not"))
    #expect(
      message("region,consequence\nTJ,high\n").hasPrefix(
        "external.csv:2:2: consequence \"high\" is not a number."))
    #expect(
      message("region,consequence\nTJ,1\nTajikistan,2\n")
        == "external.csv:3:1: region \"Tajikistan\" was already given at external.csv:2. Keep one of the two rows."
    )
    #expect(
      message("region,consequence\nTajikstan,1\n")
        == "external.csv:2:1: region \"Tajikstan\" is no country or area of UN M49, and no row of the data names it. "
        + "Did you mean \"Tajikistan\" or \"Pakistan\"?")
    #expect(message("region,consequence\n,1\n").hasPrefix("external.csv:2:1: the region is missing."))
    #expect(message("place,consequence\nTJ,1\n").hasPrefix("external.csv: no column holds a region"))
    #expect(message("region,score\nTJ,1\n").hasPrefix("external.csv: no column holds a region, or none its"))
    #expect(message("region,consequence\nTJ,1,2\n").hasPrefix("external.csv:2:3: the row has 3 cells"))
    #expect(
      message("")
        == "external.csv: the file is empty. Expected a table such as source,target with one tie a row.")
  }

  @Test("regions.csv of a folder is read where it has such columns, and said to be left out where not")
  func folder() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("ties.csv", Self.ties)
    _ = try folder.file("regions.csv", "region,vulnerability,consequence\nTJ,1,2\n")
    let reading = try DatasetReader().read(folder.path)
    #expect(reading.indicators.entries.count == 1)
    #expect(!reading.notes.contains { $0.hasPrefix("Not read") })
    _ = try folder.file("regions.csv", "region,population\nTJ,1\n")
    let other = try DatasetReader().read(folder.path)
    #expect(other.indicators.isEmpty)
    #expect(other.notes.contains("Not read: regions.csv."))
    var options = ReadingOptions()
    options.indicatorsFile = try folder.file("external.csv", "region,vulnerability,consequence\nTJ,3,4\n")
    #expect(
      try DatasetReader(options: options).read(folder.path).indicators.entries.values.first?.vulnerability
        == 3)
  }
}
