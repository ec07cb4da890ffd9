import Foundation
import NexusReport
import NexusTestSupport
import Testing

@Suite("The register of instruments as a data set")
struct InstrumentTablesTests {
  @Test("The files of datasets/instruments are what the register writes")
  func dataset() throws {
    let folder = CommandRun.root.appending(path: "datasets/instruments")
    for file in InstrumentTables.files {
      let committed = try Data(contentsOf: folder.appending(path: file.name))
      #expect(committed == Data(file.bytes), "\(file.name): nexus instruments --write datasets/instruments")
    }
  }
}
