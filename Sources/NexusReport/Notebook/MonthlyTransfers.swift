internal import NexusModel

extension Table {
  /// `transfers_by_month.csv`: the transfers that stand, by month and currency; amounts of different currencies never
  /// add up. A month is `2018-09`, or `2018` where the year is all that is known, or empty where nothing is.
  static func transfersByMonth(of network: Network) -> Table {
    struct Key: Hashable, Comparable {
      var month: String
      var currency: String

      static func < (left: Key, right: Key) -> Bool {
        (left.month, left.currency) < (right.month, right.currency)
      }
    }
    var amounts: [Key: [Double]] = [:]
    for transfer in network.transfers where transfer.stands {
      let key = Key(month: transfer.date?.monthOrYear ?? "", currency: transfer.currency)
      amounts[key, default: []].append(transfer.amount)
    }
    var table = Table("transfers_by_month", columns: ["month", "currency", "transfers", "amount"])
    for (key, amounts) in amounts.sorted(by: { $0.key < $1.key }) {
      table.append([
        .text(key.month), .text(key.currency), .whole(amounts.count), .real(Table.decimalSum(amounts)),
      ])
    }
    return table
  }
}

extension Instant {
  /// `2018-09`, or `2018` where no month is known.
  var monthOrYear: String { String(description.prefix(precision == .year ? 4 : 7)) }
}
