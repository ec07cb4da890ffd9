public import NexusModel

/// A network written in another format.
public struct ConversionResult: Sendable {
  /// The files; of a format of one file that one alone.
  public let files: [ConvertedFile]
  /// What the format has no place for, by kind. Empty when reading the files gives the same network again.
  public let losses: [ConversionLoss]
}

/// A file of a ``ConversionResult``.
public struct ConvertedFile: Sendable {
  /// `ties.csv`, or `network.graphml`.
  public let name: String
  public let bytes: [UInt8]
}

extension Network {
  /// Writes the network in a format.
  ///
  /// Each item of evidence is a row, an edge or an object of its own, whose values bear the names of ``Field``; reading
  /// gives the same actors, ties, transfers and evidence in the same order. Where the words of a format do not hold
  /// all that a row says, nexus puts the row beside them: see the table of each writer. The same network gives the same
  /// bytes.
  ///
  /// - Parameters:
  ///   - otherValues: what rows say beyond the network, as ``Reading/otherValues`` has it.
  ///   - indicators: what an outside source says of regions; only the folder of tables has a place for it.
  /// - Returns: the files, and what the format has no place for.
  /// - Complexity: O(rows · log rows + bytes) time, O(bytes) memory.
  public func converted(
    to format: ConversionFormat, otherValues: RowValues = RowValues(),
    indicators: RegionIndicators = RegionIndicators()
  ) -> ConversionResult {
    let rows = RecordRows(self, otherValues, strengths: format == .pajek ? .always : .whereNeeded)
    var losses = rows.losses
    if format == .csv {
      let folder = CSVFolder(rows, indicators)
      return ConversionResult(files: folder.files(&losses), losses: losses.losses)
    }
    losses.add("regions with their vulnerability and consequence", indicators.entries.count)
    let bytes: [UInt8] =
      switch format {
      case .csv: preconditionFailure("A folder is no file.")
      case .graphML: GraphMLText.bytes(rows, &losses)
      case .gexf: GEXFText.bytes(rows, &losses)
      case .dot: DOTText.bytes(rows, &losses)
      case .pajek: PajekText.bytes(rows, &losses)
      case .nodeLink: GraphJSON.nodeLink(rows)
      case .cytoscape: GraphJSON.cytoscape(rows)
      case .stix: STIXText.bytes(rows)
      case .followTheMoney: FollowTheMoneyText.bytes(rows)
      }
    let file = ConvertedFile(name: "network" + (format.endings.first ?? ""), bytes: bytes)
    return ConversionResult(files: [file], losses: losses.losses)
  }
}
