internal import NexusGraph
internal import NexusModel

/// Actors that nothing links, and actors that only one of several files knows.
enum LoneActors {
  static func findings(in examination: Examination) -> [Finding] {
    // Who is linked shows in the whole only: a filter hides links, and makes nobody an isolate.
    guard let network = examination.reading?.network else { return [] }
    var isLinked = [Bool](repeating: false, count: network.actors.count)
    for tie in network.ties {
      isLinked[tie.source.index] = true
      isLinked[tie.target.index] = true
    }
    for transfer in network.transfers {
      isLinked[transfer.payer.index] = true
      isLinked[transfer.payee.index] = true
    }
    guard isLinked.contains(true) else { return [] }
    let shown = examination.part.map { Set($0.network.actors.ids) }
    return isolates(isLinked, network, shown) + undescribed(isLinked, network, shown)
      + oneFileOnly(examination, network)
  }

  /// - Parameter shown: the ids that a filter lets through; nil for all.
  private static func isolates(
    _ isLinked: [Bool], _ network: Network, _ shown: Set<String>?
  ) -> [Finding] {
    isLinked.indices.filter { actor in
      !isLinked[actor] && shown?.contains(network.actors.ids[actor]) != false
    }.map { actor in
      let row = network.actors.rows[actor]
      return Finding(
        .isolate, file: row.map { network.rows.files[network.rows.file(of: $0)] } ?? "",
        line: row.map { network.rows.line(of: $0) },
        "\(MessageText.quoted(network.actors.ids[actor])) has no tie and no transfer.",
        fix: "It stays, as an isolate. If it should be linked, look for another spelling of its id.")
    }
  }

  /// Linked actors without a row of their own, where others have one.
  private static func undescribed(
    _ isLinked: [Bool], _ network: Network, _ shown: Set<String>?
  ) -> [Finding] {
    guard network.actors.rows.contains(where: { $0 != nil }) else { return [] }
    let missing = isLinked.indices.filter { actor in
      isLinked[actor] && network.actors.rows[actor] == nil
        && shown?.contains(network.actors.ids[actor]) != false
    }
    guard !missing.isEmpty else { return [] }
    let described = network.actors.rows.indices.filter { network.actors.rows[$0] != nil }
    let names = described.flatMap { [network.actors.ids[$0], network.actors.names[$0]] }
    return missing.enumerated().map { position, actor in
      let id = network.actors.ids[actor]
      // The search costs names · length², so the first few must do.
      let near =
        position < 20 && names.count < 20_000 ? NearNames(String(id.prefix(64))).nearest(among: names) : []
      let question =
        near.isEmpty || id.count < 4
        ? "" : " Did you mean \(near.map(MessageText.quoted).joined(separator: " or "))?"
      return Finding(
        .undescribedActor,
        "\(MessageText.quoted(id)) stands in ties or transfers, and no table of actors has a row for it."
          + question,
        fix: "Add a row with role and region, or mend the spelling of the end.")
    }
  }

  /// How many linked actors each of several linking files knows alone.
  private static func oneFileOnly(_ examination: Examination, _ network: Network) -> [Finding] {
    let linking = examination.tables.filter { $0.layout.shape != .actors && $0.layout.shape != .regions }
    guard Set(linking.map(\.file)).count > 1 else { return [] }
    var files = [Set<Int>](repeating: [], count: network.actors.count)
    for tie in network.ties {
      for item in network.evidence(of: tie) {
        let file = network.rows.file(of: item.row)
        files[tie.source.index].insert(file)
        files[tie.target.index].insert(file)
      }
    }
    for transfer in network.transfers {
      let file = network.rows.file(of: transfer.evidence.row)
      files[transfer.payer.index].insert(file)
      files[transfer.payee.index].insert(file)
    }
    let linked = files.count { !$0.isEmpty }
    return network.rows.files.indices.compactMap { file in
      let alone = files.count { $0 == [file] }
      guard alone > 0 else { return nil }
      return Finding(
        .oneFileOnly, file: network.rows.files[file],
        "\(alone) of \(linked) linked actors are linked in this file only.",
        fix: alone == linked || files.count(where: { $0.count > 1 }) == 0
          ? "No actor links the files: check that they use the same ids."
          : "Nothing, if the files are about different things.")
    }
  }
}
