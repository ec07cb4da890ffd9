internal import NexusFlows
internal import NexusInterchange
internal import NexusModel

extension FlowReport {
  /// What stands against the transfers, counted, with the first row and what became of them.
  var quality: Table {
    var table = Table("quality", columns: ["trouble", "rows", "first", "outcome"])
    for trouble in troubles {
      table.append([
        .text(trouble.name), .whole(trouble.count), .text(trouble.first), .text(trouble.outcome),
      ])
    }
    return table
  }

  /// One kind of trouble.
  public struct Trouble: Sendable {
    public var name: String
    public var count: Int
    /// `file:line`
    public var first: String?
    /// What became of the rows.
    public var outcome: String
  }

  /// Only those that there are.
  public var troubles: [Trouble] {
    let found = summary.quality
    func place(_ finding: FlowQuality.Finding) -> String? { finding.first.map { network.rows[$0] } }
    func trouble(_ name: String, _ finding: FlowQuality.Finding, _ outcome: String) -> Trouble {
      Trouble(name: name, count: finding.count, first: place(finding), outcome: outcome)
    }
    func rejected(_ name: String, _ kind: Problem.Kind) -> Trouble {
      let problems = reading.problems.filter { $0.kind == kind }
      return Trouble(
        name: name, count: problems.count, first: problems.first.map { "\($0.file):\($0.line)" },
        outcome: "rejected, in no sum")
    }
    let account = reading.account
    let all =
      [
        rejected("amount absent", .missingAmount),
        rejected("amount no number", .unreadableAmount),
        rejected("amount negative", .negativeAmount),
        rejected("amount too large or too small to compute with", .amountOutOfRange),
        Trouble(
          name: "payer is payee", count: account.selfTransfers, first: account.firstSelfTransfer,
          outcome: "folded, in no sum"),
        trouble("denied by its row", found.refuted, "kept, in no sum"),
        trouble("only predicted", found.predicted, "kept, in no sum"),
        trouble("no date", found.undated, "in the sums, in no window"),
        Trouble(
          name: "time without a zone", count: account.zonelessTimes, first: nil, outcome: "read as UTC"),
        trouble("dated before a row above", found.outOfOrder, "put into the order of time"),
        trouble("dated after the day of reference", found.afterReference, "in the sums, in no window"),
        trouble("no currency", found.withoutCurrency, "summed apart"),
      ]
      + found.unknownCurrencies.map {
        trouble("currency \($0.currency) not in ISO 4217", $0.finding, "summed as written")
      } + [
        trouble(
          "paid in one currency, received in another", found.currencyChanges,
          "each end in the sums of its currency; compared only with --rates"),
        trouble("amount of 0", found.zeroAmounts, "counted, adds nothing"),
        trouble(
          "equal to an earlier transfer", found.repeats, "each counts; --drop-duplicates folds identical rows"
        ),
      ]
    return all.filter { $0.count > 0 }
  }
}
