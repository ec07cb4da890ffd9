import NexusRisk
import NexusTestSupport
import Testing

@Suite("Raw score of the Global Terrorism Index")
struct TerrorismImpactTests {
  @Test("21 incidents, 36 deaths, 53 injuries and 20 hostages make 165.5 (METHOD 3.1)")
  func impact() {
    #expect(IncidentCounts(incidents: 21, deaths: 36, injuries: 53, hostages: 20).impact == 165.5)
  }

  @Test("Years of 100, 50, 25, 0 and 0 make 67.7419 (METHOD 3.1)")
  func years() {
    #expect(abs(fiveYearImpact([100, 50, 25, 0, 0]) - 67.7419) < 5e-5)
    #expect(fiveYearImpact([]) == 0)
    #expect(isClose(fiveYearImpact([7, 7, 7, 7, 7]), 7))
  }
}
