internal import NexusAlgorithms
internal import NexusModel
public import NexusRisk

extension Table {
  /// The expected cross ties between two regions and inside one, the strongest first.
  public static func regionPairs(_ matrix: CrossBorderMatrix) -> Table {
    var table = Table(
      "region_pairs", columns: ["first", "first_name", "second", "second_name", "cross_ties", "crosses"])
    for pair in matrix.pairs {
      table.append([
        .text(pair.first.code), .text(pair.first.name), .text(pair.second.code), .text(pair.second.name),
        .real(pair.crossTies), .flag(pair.crosses),
      ])
    }
    return table
  }

  /// The expected transfers from region to region, currencies apart.
  public static func regionCorridors(_ matrix: CrossBorderMatrix) -> Table {
    var table = Table(
      "corridors",
      columns: ["from", "from_name", "to", "to_name", "currency", "transfers", "amount", "crosses"])
    for corridor in matrix.corridors {
      table.append([
        .text(corridor.from.code), .text(corridor.from.name), .text(corridor.to.code),
        .text(corridor.to.name), .text(corridor.currency), .real(corridor.transfers), .real(corridor.amount),
        .flag(corridor.crosses),
      ])
    }
    return table
  }

  /// How much of each region's ties crosses its borders.
  public static func borderExposure(_ matrix: CrossBorderMatrix) -> Table {
    var table = Table(
      "border_exposure",
      columns: ["region", "name", "ties", "crossing", "share", "low", "high", "cross_ties"])
    for exposure in matrix.exposures {
      table.append([
        .text(exposure.region.code), .text(exposure.region.name), .real(exposure.ties),
        .real(exposure.crossing), .real(exposure.share?.share), .real(exposure.share?.low),
        .real(exposure.share?.high), .real(exposure.crossTies),
      ])
    }
    return table
  }
}
