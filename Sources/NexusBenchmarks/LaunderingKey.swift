import Foundation
import NexusFlows
import NexusGraph

/// Patterns whose place among the payments is known.
struct LaunderingKey {
  struct Pattern {
    var typology: FlowPattern
    /// Accounts are numbers from 0 within the key.
    var payments: [PaymentWorld.Payment]
  }
  var patterns: [Pattern] = []
  var accountCount = 0

  /// The first patterns of the answer key of AMLworld HI-Small, or nil where the file is absent.
  static func amlWorld(at path: String) throws -> LaunderingKey? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var key = LaunderingKey()
    var accounts: [String: Int32] = [:]
    var currencies: [String: Int32] = [:]
    func number(_ name: String, _ numbers: inout [String: Int32]) -> Int32 {
      if let known = numbers[name] { return known }
      numbers[name] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    var last = ""
    for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
    {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let name = cells[1].lowercased()
      guard let typology = FlowPattern(rawValue: name), let amount = Double(cells[10]) else {
        throw UnreadableKey(line: String(line))
      }
      if cells[0] != last { key.patterns.append(Pattern(typology: typology, payments: [])) }
      last = cells[0]
      let clock = cells[3].split { $0 == "/" || $0 == " " || $0 == ":" }.compactMap { Int64($0) }
      guard clock.count == 5 else { throw UnreadableKey(line: String(line)) }
      // All of September 2022 and later, of which the day in the year is enough.
      let dayNumber = (clock[1] - 9) * 30 + clock[2] - 1
      let payer = number(cells[4] + ":" + cells[5], &accounts)
      let payee = number(cells[6] + ":" + cells[7], &accounts)
      key.patterns[key.patterns.count - 1].payments.append(
        PaymentWorld.Payment(
          payer: payer, payee: payee, time: dayNumber * 86_400 + clock[3] * 3600 + clock[4] * 60,
          amount: amount, currency: number(cells[11], &currencies), plant: Int32(key.patterns.count - 1)))
    }
    key.accountCount = accounts.count
    return key
  }

  struct UnreadableKey: Error { var line: String }

  /// Twenty clean patterns of each typology, at random accounts and times.
  static func generated(seed: UInt64) -> LaunderingKey {
    var generator = SeededGenerator(seed: seed)
    var key = LaunderingKey()
    for typology in [FlowPattern.fanIn, .fanOut, .gatherScatter, .scatterGather, .cycle] {
      for _ in 0..<20 {
        let size = 5 + generator.index(below: 6)
        let first = Int32(key.accountCount)
        var payments: [PaymentWorld.Payment] = []
        var time = Int64(generator.index(below: 8)) * 86_400
        let amount = 1000 + 100 * Double(generator.index(below: 90))
        func pay(_ payer: Int, _ payee: Int, _ share: Double) {
          time += 600 + Int64(generator.index(below: 4 * 3600))
          payments.append(
            PaymentWorld.Payment(
              payer: first + Int32(payer), payee: first + Int32(payee), time: time, amount: amount * share,
              currency: 0, plant: Int32(key.patterns.count)))
        }
        switch typology {
        case .fanIn: for other in 1...size { pay(other, 0, 1) }
        case .fanOut: for other in 1...size { pay(0, other, 1) }
        case .gatherScatter:
          for other in 1...size { pay(other, 0, 1) }
          for other in 1...size { pay(0, size + other, 0.95) }
        case .scatterGather:
          for other in 1...size { pay(0, other, 1) }
          for other in 1...size { pay(other, size + 1, 0.95) }
        default:
          let hops = 2 + generator.index(below: 5)
          for hop in 0..<hops { pay(hop, (hop + 1) % hops, 1 - 0.04 * Double(hop)) }
        }
        key.patterns.append(Pattern(typology: typology, payments: payments))
        key.accountCount += 2 * size + 2
      }
    }
    return key
  }

  /// The payments with their accounts moved to others.
  func payments(at accounts: [Int32]) -> [PaymentWorld.Payment] {
    patterns.flatMap(\.payments).map { payment in
      var moved = payment
      moved.payer = accounts[Int(payment.payer)]
      moved.payee = accounts[Int(payment.payee)]
      return moved
    }
  }
}
