import ArgumentParser
import NexusFlows
import NexusModel

/// In which currency money is followed.
struct MoneyArguments: ParsableArguments {
  @OptionGroup var rates: RatesArguments

  @Option(help: ArgumentHelp("Only transfers in this currency.", valueName: "code"))
  var currency: String?

  func validate() throws {
    if rates.file != nil, currency != nil {
      throw ValidationError("--rates makes one currency of all; leave --currency out.")
    }
  }

  /// The currency of `--currency`, as the data write it.
  func chosen(of currencies: [String]) throws -> String? {
    guard let code = currency?.uppercased() else { return nil }
    guard currencies.contains(code) else {
      throw FlowQuestionError(
        "no transfer is in \"\(code)\". \(currencies.isEmpty ? "There are no transfers." : "There are: \(MoneyArguments.list(currencies)).")"
      )
    }
    return code
  }

  /// The dated transfers, in the currencies asked for.
  func streams(of network: Network) throws -> MoneyStreams {
    let ledger = TransferLedger(network)
    if let rates = try rates.load() { return MoneyStreams(ledger, of: network, by: rates) }
    return MoneyStreams(ledger, only: try chosen(of: ledger.currencyNames))
  }

  /// Currencies as text; one that the rows do not name is `unnamed`.
  static func list(_ currencies: [String]) -> String { currencies.map(name).joined(separator: ", ") }

  static func name(_ currency: String) -> String { currency.isEmpty ? "unnamed" : currency }
}

/// The actors that an option names: each value whole, else split at commas; each actor once.
func actors(_ values: [String], _ network: Network) throws -> [ActorID] {
  let lookup = ActorLookup(network.actors)
  var found: [ActorID] = []
  for value in values {
    for actor in try lookup.actors(value) where !found.contains(actor) { found.append(actor) }
  }
  Console.noteFormerIDs(values, lookup)
  return found
}
