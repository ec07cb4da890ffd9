/// Calls `body` with every order of some items (Heap's algorithm).
func forEachOrder(of items: [Int], _ body: ([Int]) -> Void) {
  var items = items
  var turns = [Int](repeating: 0, count: items.count)
  body(items)
  var place = 1
  while place < items.count {
    guard turns[place] < place else {
      turns[place] = 0
      place += 1
      continue
    }
    items.swapAt(place % 2 == 0 ? 0 : turns[place], place)
    body(items)
    turns[place] += 1
    place = 1
  }
}
