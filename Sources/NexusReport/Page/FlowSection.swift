/// The part of the report page that sums up the transfers: the picture, and short tables by currency, channel and
/// crime.
struct FlowSection {
  private let flows: FlowReport
  private let picture: String

  init(_ flows: FlowReport, picture: String) {
    self.flows = flows
    self.picture = ReportPage.inline(picture)
  }

  var html: HTML {
    """
    <figure>\(HTML(trusted: picture))</figure>
    <ul>\(HTML.joined(flows.notes.map { "<li>\($0)</li>" }))</ul>
    \(table(flows.currencies, limit: 12, caption: "Transfers by currency", [
      ("currency", "Currency"), ("transfers", "Transfers"), ("amount", "Amount"), ("first", "First"),
      ("last", "Last"), ("latest_transfers", "Latest window"), ("previous_transfers", "Window before"),
      ("growth", "Growth of the amount (1 = doubled)"),
    ]))
    \(table(flows.channels, limit: 24, caption: "By channel: a way to break down a sum, never a score", [
      ("currency", "Currency"), ("channel", "Channel"), ("transfers", "Transfers"), ("amount", "Amount"),
      ("share", "Share of the amount"), ("share_of_transfers", "Share of transfers"), ("share_low", "low"),
      ("share_high", "high"), ("growth", "Growth"),
    ]))
    \(table(flows.crimes, limit: 24, caption: "By the crime that rows name (–: none)", [
      ("currency", "Currency"), ("crime", "Crime"), ("transfers", "Transfers"), ("amount", "Amount"),
      ("share", "Share of the amount"), ("growth", "Growth"),
    ]))
    \(table(flows.corridors, limit: 24, caption: "By corridor, from the payer's region to the payee's (–: not known)", [
      ("currency", "Currency"), ("from", "From"), ("to", "To"), ("transfers", "Transfers"), ("amount", "Amount"),
      ("share", "Share of the amount"), ("growth", "Growth"),
    ]))
    \(dependencies)
    \(table(flows.quality, limit: 30, caption: "What stands against these rows", [
      ("trouble", "Trouble"), ("rows", "Rows"), ("first", "First"), ("outcome", "What became of them"),
    ]))
    """
  }

  private var dependencies: HTML {
    let table = flows.dependencies
    guard !table.rows.isEmpty else { return "" }
    return """
      <p>What terrorist actors received, as recorded, and how much of it rows tie to a crime that brings in money (terrorist offences say what money is for, not where it comes from) or to a payer of organised crime. It is a share of observed inflow, not of means.</p>
      \(self.table(table, limit: 24, caption: "Observed inflow of terrorist actors", [
        ("name", "Actor"), ("currency", "Currency"), ("received", "Received"), ("transfers", "Transfers"),
        ("crime_share", "Share from crime"), ("organised_crime_share", "Share paid by organised crime"),
        ("protected_transfers", "Left out (protected payers)"),
      ]))
      """
  }

  private func table(
    _ table: Table, limit: Int, caption: String, _ columns: [(column: String, heading: String)]
  ) -> HTML {
    guard !table.rows.isEmpty else { return "" }
    return HTML.table(
      table, columns: columns.map(\.column), headings: columns.map(\.heading), limit: limit, caption: caption,
      whereAll: "analysis.json (flows_summary)")
  }
}
