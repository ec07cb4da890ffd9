import Foundation
import NexusFlows
import NexusGraph

/// How well the detectors of patterns find planted ones, and how long they take.
enum FlowsBenchmark {
  private static let claimed: [FlowPattern] = [.fanIn, .fanOut, .cycle, .gatherScatter, .scatterGather]
  private static let typologies = claimed + [.bipartite, .stack, .random]

  // MARK: Recall

  static func recall(of key: LaunderingKey, named name: String, background: Int) {
    var world = PaymentWorld(
      accounts: max(background / 10, 2 * key.accountCount), payments: background, seed: 1)
    // Each account of the key is one of the world, with ordinary payments beside those of the key.
    var generator = SeededGenerator(seed: 2)
    var accounts = (0..<Int32(world.accountCount)).map { $0 }
    for place in 0..<key.accountCount {
      accounts.swapAt(place, place + generator.index(below: accounts.count - place))
    }
    world.plant(key.payments(at: accounts))
    let ledger = world.ledger
    let plants = ledger.positions.map { world.payments[Int($0)].plant }
    var options = PatternOptions()
    options.patterns = Set(typologies)
    let findings = ledger.patterns(options)
    let perPattern = Dictionary(grouping: findings.hits, by: \.pattern)

    print("\n\(name): \(key.patterns.count) patterns among \(background) ordinary payments")
    print(row(["typology", "patterns", "satisfy", "found", "recall", "hits", "precision"]))
    for typology in typologies {
      let planted = key.patterns.indices.filter { key.patterns[$0].typology == typology }
      let hits = perPattern[typology] ?? []
      let cores = planted.map { core(of: key.patterns[$0], options) }
      let satisfying = cores.count { !$0.isEmpty }
      let found = zip(planted, cores).count { plant, core in
        !core.isEmpty && isFound(Int32(plant), core, hits, ledger, world)
      }
      let right = hits.count { hit in
        2 * hit.transfers.count { plants[Int($0)] >= 0 } >= hit.transfers.count
      }
      print(
        row([
          typology.rawValue + (claimed.contains(typology) ? "" : " *"), "\(planted.count)", "\(satisfying)",
          "\(found)", share(found, satisfying), "\(hits.count)", share(right, hits.count),
        ]))
    }
    let flagged = Set(findings.hits.flatMap(\.transfers))
    let right = flagged.count { plants[Int($0)] >= 0 }
    let all = plants.count { $0 >= 0 }
    let f1 = 2 * Double(right) / Double(max(flagged.count + all, 1))
    print(
      "* reported, not claimed. Transfers flagged by any: \(flagged.count), F1 \(rounded(f1, 4)) (not claimed)."
    )
    for (pattern, places) in findings.guarded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("Cut short: \(pattern.rawValue) at \(places) places.")
    }
  }

  /// What the detector finds in the pattern alone: empty where the pattern does not satisfy its definition.
  private static func core(of pattern: LaunderingKey.Pattern, _ options: PatternOptions) -> [Set<Int64>] {
    let payments = pattern.payments.filter { $0.payer != $0.payee }
    let count = 1 + Int(payments.map { max($0.payer, $0.payee) }.max() ?? 0)
    let ledger = PaymentWorld.ledger(payments, accountCount: count)
    var alone = options
    alone.patterns = [pattern.typology]
    return ledger.patterns(alone).hits.map { hit in
      Set(hit.transfers.map { identity(payments[Int(ledger.positions[Int($0)])]) })
    }
  }

  /// Whether a hit of the typology holds at least half of the transfers of a core. Not all: the key has several cycles
  /// through the same accounts, and which of their transfers close first is another matter.
  private static func isFound(
    _ plant: Int32, _ cores: [Set<Int64>], _ hits: [PatternHit], _ ledger: PatternLedger,
    _ world: PaymentWorld
  ) -> Bool {
    hits.contains { hit in
      let payments = hit.transfers.map { world.payments[Int(ledger.positions[Int($0)])] }
      let own = Set(payments.filter { $0.plant == plant }.map(identity))
      guard !own.isEmpty else { return false }
      return cores.contains { core in
        2 * core.intersection(own).count >= core.count
      }
    }
  }

  /// Tells the payments of one pattern apart, wherever its accounts were moved.
  private static func identity(_ payment: PaymentWorld.Payment) -> Int64 {
    payment.time &* 1_000_003 &+ Int64((payment.amount * 100).rounded())
  }

  // MARK: Speed

  static func scaling(upTo most: Int) {
    print(
      "\nWall and processor time, and memory, over 0.5 to \(most / 1_000_000) million payments, ten for each account"
    )
    var sizes = [500_000, 1_000_000, 2_000_000, 5_000_000].filter { $0 <= most }
    if sizes.isEmpty { sizes = [most] }
    for size in sizes {
      let ledger = PaymentWorld(accounts: size / 10, payments: size, seed: 7).ledger
      var (total, totalWork) = (0.0, 0.0)
      var parts: [String] = []
      // Stack is timed with the bipartite layers that it is composed of.
      for pattern in FlowPattern.allCases where pattern != .bipartite {
        var options = PatternOptions()
        options.patterns = pattern == .stack ? [.bipartite, .stack] : [pattern]
        options.threads = 2
        let (clock, work) = (ContinuousClock(), processorSeconds)
        var findings = PatternFindings()
        let time = clock.measure { findings = ledger.patterns(options) } / .seconds(1)
        let worked = processorSeconds - work
        (total, totalWork) = (total + time, totalWork + worked)
        let places = findings.guarded[pattern].map { "\($0)" } ?? ""
        parts.append(
          row([
            pattern.rawValue, "\(rounded(time, 2))", "\(rounded(worked, 2))", "\(findings.hits.count)",
            places,
          ]))
      }
      print(
        "\n\(size) payments: \(rounded(total, 1)) s, \(rounded(totalWork, 1)) s of processors, peak memory \(peakMemory())"
      )
      print(row(["pattern", "wall s", "proc. s", "hits", "cut short at"]))
      print(parts.joined(separator: "\n"))
    }
  }

  /// What all threads of this process have worked so far: on a busy machine it says more than the wall does.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func peakMemory() -> String {
    Measurement.memory("VmHWM").map { "\(rounded($0 / 1_073_741_824, 2)) GiB" } ?? "not known here"
  }

  // MARK: Wording

  private static func row(_ cells: [String]) -> String {
    cells.enumerated().map { place, cell in
      let filler = String(repeating: " ", count: max(0, (place == 0 ? 18 : 14) - cell.count))
      return place == 0 ? cell + filler : filler + cell
    }.joined()
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : "\(rounded(Double(part) / Double(whole), 3))"
  }

  private static func rounded(_ value: Double, _ places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }
}
