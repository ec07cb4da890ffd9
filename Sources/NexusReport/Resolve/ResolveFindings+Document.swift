internal import NexusGraph
internal import NexusModel
internal import NexusResolution

extension ResolveFindings {
  /// The machine-readable form of `nexus resolve`.
  public var document: JSONValue {
    [
      "proposals": .list(resolution.proposals.indices.map(proposal)),
      "most_moving": mostMoving.map(proposal) ?? .null,
      "blocks_left_out": .whole(resolution.blocksLeftOut.count),
      "left_out": .list(
        resolution.blocksLeftOut.map { ["key": .text($0.key), "actors": .whole($0.actors)] }),
      "compared": .whole(resolution.comparedPairs), "decided": .whole(decided),
      "method": [
        "duplicate_rate": .real(options.duplicateRate), "block_limit": .whole(options.blockLimit),
        "min_probability": .real(options.minimumProbability), "rank_sources": .whole(pivots),
      ], "notes": .texts(notes), "safeguards": .texts([ResolveFindings.safeguard]),
    ]
  }

  private func proposal(_ number: Int) -> JSONValue {
    let proposal = resolution.proposals[number]
    let shift = number < shifts.count ? shifts[number] : nil
    return [
      "a": .text(network.actors.ids[proposal.a.index]), "b": .text(network.actors.ids[proposal.b.index]),
      "a_name": .text(network.actors.names[proposal.a.index]),
      "b_name": .text(network.actors.names[proposal.b.index]),
      "compared_names": proposal.names.map { .texts($0) } ?? .null,
      "probability": .real(proposal.probability), "bits": .real(proposal.bits),
      "parts": .list(
        proposal.parts.map { part in
          ["part": .text(part.kind.rawValue), "value": part.value.json, "bits": .real(part.bits)]
        }),
      "rank_shift": .whole(shift?.places), "rank_shift_degree": .whole(shift?.degree),
      "rank_shift_betweenness": .whole(shift?.betweenness),
    ]
  }

  /// The proposals as a file of decisions, with an empty decision to fill in: same or different.
  ///
  /// An id that a spreadsheet would run bears a `'` before it, which ``DecisionsFile`` takes away again.
  public var suggestions: Table {
    var table = Table(
      "decisions",
      columns: ["decision", "a", "b", "keep", "who", "when", "why", "probability", "name_a", "name_b"])
    for proposal in resolution.proposals {
      table.append([
        .empty, .text(network.actors.ids[proposal.a.index]), .text(network.actors.ids[proposal.b.index]),
        .empty,
        .empty, .empty, .empty, .real(proposal.probability),
        .text(network.actors.names[proposal.a.index]), .text(network.actors.names[proposal.b.index]),
      ])
    }
    return table
  }
}

extension EvidencePart.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let number): .real(number)
    case .words(let words): .text(words)
    }
  }
}
