internal import NexusFlows
internal import NexusGraph
internal import NexusModel
internal import NexusRisk

extension FlowReport {
  private static let totalColumns = [
    "transfers", "amount", "share", "share_of_transfers", "share_low", "share_high", "latest_transfers",
    "previous_transfers", "latest_amount", "previous_amount", "growth",
  ]

  private func cells<Key>(_ group: FlowGroup<Key>) -> [Table.Cell] {
    [
      .whole(group.total.transfers), .real(group.total.amount), .real(group.share),
      .real(group.shareOfTransfers.share), .real(group.shareOfTransfers.low),
      .real(group.shareOfTransfers.high), .whole(group.total.latestTransfers),
      .whole(group.total.previousTransfers), .real(group.total.latestAmount),
      .real(group.total.previousAmount), .real(group.total.growth),
    ]
  }

  var currencies: Table {
    var table = Table(
      "currencies",
      columns: [
        "currency", "converted", "transfers", "amount", "first", "last", "latest_transfers",
        "previous_transfers",
        "latest_amount", "previous_amount", "growth", "protected_transfers",
      ])
    for (ledger, isConverted) in ledgers {
      let total = ledger.total
      table.append([
        .text(ledger.currency), .flag(isConverted), .whole(total.transfers), .real(total.amount),
        .text(ledger.first?.description), .text(ledger.last?.description), .whole(total.latestTransfers),
        .whole(total.previousTransfers), .real(total.latestAmount), .real(total.previousAmount),
        .real(total.growth), .whole(ledger.protectedTransfers),
      ])
    }
    return table
  }

  var channels: Table {
    var table = Table("channels", columns: ["currency", "converted", "channel"] + FlowReport.totalColumns)
    for (ledger, isConverted) in ledgers {
      for group in ledger.channels {
        table.append([.text(ledger.currency), .flag(isConverted), .text(group.key.word)] + cells(group))
      }
    }
    return table
  }

  /// An empty crime is "no crime named".
  var crimes: Table {
    var table = Table("crimes", columns: ["currency", "converted", "crime"] + FlowReport.totalColumns)
    for (ledger, isConverted) in ledgers {
      for group in ledger.crimes {
        table.append(
          [.text(ledger.currency), .flag(isConverted), .text(group.key.crime?.word)] + cells(group))
      }
    }
    return table
  }

  /// An empty region is "not known".
  var corridors: Table {
    var table = Table(
      "corridors", columns: ["currency", "converted", "from", "to"] + FlowReport.totalColumns)
    for (ledger, isConverted) in ledgers {
      for group in ledger.corridors {
        table.append(
          [
            .text(ledger.currency), .flag(isConverted), .text(group.key.from?.code),
            .text(group.key.to?.code),
          ] + cells(group))
      }
    }
    return table
  }

  var actors: Table {
    var table = Table(
      "actors",
      columns: [
        "currency", "converted", "actor", "name", "role", "received", "transfers_in", "paid",
        "transfers_out", "net",
        "sources", "concentration",
      ])
    for (ledger, isConverted) in ledgers {
      for flow in ledger.actors {
        table.append([
          .text(ledger.currency), .flag(isConverted), .text(network.actors.ids[flow.actor.index]),
          .text(network.actors.names[flow.actor.index]), .text(network.actors.roles[flow.actor.index].word),
          .real(flow.received), .whole(flow.transfersIn), .real(flow.paid), .whole(flow.transfersOut),
          .real(flow.received - flow.paid), .whole(flow.sources), .real(flow.concentration),
        ])
      }
    }
    return table
  }

  var dependencies: Table {
    var table = Table(
      "funding_dependency",
      columns: [
        "currency", "converted", "actor", "name", "received", "transfers", "from_crime", "crime_share",
        "from_organised_crime", "organised_crime_share", "crimes", "protected_transfers",
      ])
    for (ledger, isConverted) in ledgers {
      for part in ledger.dependencies {
        let crimes = part.crimes.map { crime, amount, share in
          share.map { "\(crime.word):\($0)" } ?? crime.word
        }
        table.append([
          .text(ledger.currency), .flag(isConverted), .text(network.actors.ids[part.actor.index]),
          .text(network.actors.names[part.actor.index]), .real(part.received), .whole(part.transfers),
          .real(part.fromCrime), .real(part.crimeShare), .real(part.fromOrganisedCrime),
          .real(part.organisedCrimeShare), .list(crimes), .whole(part.protectedTransfers),
        ])
      }
    }
    return table
  }

  var newChannels: Table {
    var table = Table("new_channels", columns: ["channel", "first", "row", "transfers"])
    for channel in summary.newChannels ?? [] {
      table.append([
        .text(channel.channel.word), .text(channel.first.description), .text(network.rows[channel.row]),
        .whole(channel.transfers),
      ])
    }
    return table
  }

  /// Throughput and transit of each region exactly as `regions.csv` has them, 0 to 100, and before they are scaled.
  var regions: Table {
    var table = Table(
      "regions",
      columns: ["region", "name", "level", "throughput", "transit", "raw_throughput", "raw_transit"])
    for region in exposure.regions {
      table.append([
        .text(region.region.code), .text(region.region.name), .text(region.region.level.rawValue),
        .real(region.score?.indicators[.throughput]), .real(region.score?.indicators[.transit]),
        .real(region.raw[.throughput]), .real(region.raw[.transit]),
      ])
    }
    return table
  }
}
