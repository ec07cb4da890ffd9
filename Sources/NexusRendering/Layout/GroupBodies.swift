/// The shapes behind groups whose members have their places.
///
/// Each group has the convex hull of its members where no two of these overlap. Else, as on a map by countries, a group
/// has a shape for each cluster of nearby members with nobody else between them: from single members, nearest first,
/// two clusters become one where the hull of both keeps clear of all that is not theirs.
struct GroupBodies {
  /// Room around a symbol.
  static let margin = 5.0

  private struct Cluster {
    var group: Int
    var members: [Int]
    var body: ConvexBody
    var box: Box

    init(group: Int, members: [Int], body: ConvexBody) {
      (self.group, self.members, self.body, box) = (group, members, body, body.box)
    }
  }

  private let points: [Point]
  private let reaches: [Double]
  /// The room around each symbol that is its own: half of what is between it and the nearest one outside its group, at
  /// most half of what symbols keep between them.
  private let leastMargins: [Double]
  /// Members of no group.
  private let others: [ConvexBody]
  private var clusters: [Cluster]
  private let groupCount: Int

  /// - Parameters:
  ///   - groups: of each symbol the number of its group, nil none.
  ///   - isApart: of each symbol whether it stands below the map, in shapes of its own.
  ///   - nearby: the widest room between two clusters that become one.
  /// - Complexity: O(p·(k·corners² + *n* log *n*)) for *n* symbols, p pairs of nearby members and k clusters.
  init(
    _ points: [Point], reaches: [Double], groups: [Int?], isApart: [Bool], groupCount: Int, nearby: Double
  ) {
    (self.points, self.reaches, self.groupCount) = (points, reaches, groupCount)
    leastMargins = points.indices.map { symbol in
      let strangers = points.indices.filter { groups[$0] == nil || groups[$0] != groups[symbol] }
      let nearest = strangers.filter { $0 != symbol }
        .map { (points[$0] - points[symbol]).length - reaches[$0] - reaches[symbol] }.min()
      return max(0, min(NetworkLayout.gap, nearest ?? .infinity) / 2)
    }
    others = points.indices.filter { groups[$0] == nil }.map { ConvexBody([points[$0]], reach: reaches[$0]) }
    clusters = []
    let members = points.indices.filter { groups[$0] != nil }
    let whole = Dictionary(grouping: members.filter { !isApart[$0] }) { groups[$0] ?? 0 }
      .sorted { $0.key < $1.key }
      .map { Cluster(group: $0.key, members: $0.value, body: body(of: $0.value, margin: Self.margin)) }
    if whole.allSatisfy({ isClear($0.body, of: whole, for: $0.group) }) {
      clusters = whole
      join(members.filter { isApart[$0] }, groups, isApart, nearby)
    } else {
      join(members, groups, isApart, nearby)
    }
    clusters.sort {
      ($0.group, -$0.members.count, $0.members[0]) < ($1.group, -$1.members.count, $1.members[0])
    }
  }

  /// The shapes of each group, that of the most members first.
  var bodies: [[ConvexBody]] {
    var bodies: [[ConvexBody]] = Array(repeating: [], count: groupCount)
    for cluster in clusters { bodies[cluster.group].append(cluster.body) }
    return bodies
  }

  private func body(of members: [Int], margin: Double) -> ConvexBody {
    ConvexBody(around: members.map { (points[$0], reaches[$0]) }, margin: margin)
  }

  /// Whether a shape of a group touches no symbol outside groups and no shape of another group.
  private func isClear(_ body: ConvexBody, of clusters: [Cluster], for group: Int) -> Bool {
    let box = body.box
    return clusters.allSatisfy {
      $0.group == group || $0.members.isEmpty || !$0.box.intersects(box) || !$0.body.overlaps(body)
    } && others.allSatisfy { !$0.box.intersects(box) || !$0.overlaps(body) }
  }

  // MARK: Clusters

  private mutating func join(_ members: [Int], _ groups: [Int?], _ isApart: [Bool], _ nearby: Double) {
    var joined = clusters
    clusters += members.map {
      Cluster(group: groups[$0] ?? 0, members: [$0], body: body(of: [$0], margin: leastMargins[$0]))
    }
    var places = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($1, joined.count + $0) })
    var refused: Set<SIMD2<Int>> = []
    for (first, second) in pairs(among: members, groups, isApart, nearby) {
      guard let one = places[first], let other = places[second], one != other,
        !refused.contains(SIMD2(min(one, other), max(one, other)))
      else { continue }
      guard let (absorbed, body) = union(one, other) else {
        // What stands in the way stays there, so the two need not be tried again.
        refused.insert(SIMD2(min(one, other), max(one, other)))
        continue
      }
      let all = absorbed.flatMap { clusters[$0].members }.sorted()
      let place = absorbed.min() ?? one
      for position in absorbed where position != place { clusters[position].members = [] }
      clusters[place] = Cluster(group: clusters[one].group, members: all, body: body)
      for member in all { places[member] = place }
    }
    joined = clusters.filter { !$0.members.isEmpty }
    clusters = joined
    widen()
  }

  /// Pairs of nearby members of one group, the nearest first.
  private func pairs(
    among members: [Int], _ groups: [Int?], _ isApart: [Bool], _ nearby: Double
  ) -> [(Int, Int)] {
    var pairs: [(first: Int, second: Int, gap: Double)] = []
    for (position, first) in members.enumerated() {
      for second in members.dropFirst(position + 1)
      where groups[first] == groups[second] && isApart[first] == isApart[second] {
        let gap = (points[first] - points[second]).length - reaches[first] - reaches[second]
        if gap <= nearby { pairs.append((first, second, gap)) }
      }
    }
    pairs.sort { ($0.gap, $0.first, $0.second) < ($1.gap, $1.first, $1.second) }
    return pairs.map { ($0.first, $0.second) }
  }

  /// The hull of two clusters and of those of their group that it touches; nil where it touches what is not theirs.
  private func union(_ first: Int, _ second: Int) -> (absorbed: [Int], body: ConvexBody)? {
    let group = clusters[first].group
    var absorbed = [first, second]
    while true {
      let members = absorbed.flatMap { clusters[$0].members }
      let hull = body(of: members, margin: members.map { leastMargins[$0] }.min() ?? 0)
      guard isClear(hull, of: clusters, for: group) else { return nil }
      let box = hull.box
      let touched = clusters.indices.filter {
        clusters[$0].group == group && !clusters[$0].members.isEmpty && !absorbed.contains($0)
          && clusters[$0].box.intersects(box) && clusters[$0].body.overlaps(hull)
      }
      if touched.isEmpty { return (absorbed, hull) }
      absorbed += touched
    }
  }

  /// Gives each shape as much room around it as its neighbours leave.
  private mutating func widen() {
    for position in clusters.indices {
      let cluster = clusters[position]
      for margin in [Self.margin, Self.margin * 0.6] {
        let wide = body(of: cluster.members, margin: margin)
        // Two shapes of one group that overlapped would look like a third one.
        let same = clusters.indices.contains {
          $0 != position && clusters[$0].group == cluster.group && clusters[$0].body.overlaps(wide)
        }
        if same || !isClear(wide, of: clusters, for: cluster.group) { continue }
        clusters[position].body = wide
        clusters[position].box = wide.box
        break
      }
    }
  }
}
