import Foundation
import Testing

/// The map of the report without a mouse.
extension ReportPageBrowserTests {
  /// The number of the actor or line whose mark has the focus.
  private static let focusedMark =
    "const mark = document.activeElement; return Number(mark.dataset.actor ?? mark.dataset.tie ?? -1)"
  private static let drawnActors =
    "return [...document.querySelectorAll('#map g[data-actor]:not(.off)')].map((mark) => mark.dataset.actor)"

  /// Puts the focus on what stands before the map and goes on by Tab.
  private func enterMap(_ browser: WebDriver) async throws {
    try await browser.run("document.querySelector('.reset').focus()")
    try await browser.press(Self.tab)
  }

  @Test(
    "The map is one stop of the Tab key, and pages go through every actor of it",
    arguments: BrowserPages.networks)
  func everyActor(name: String) async throws {
    try await opened(name) { browser in
      let drawn = try await browser.texts(Self.drawnActors).compactMap { Int($0) }.sorted()
      #expect(drawn.count > 10)
      try await enterMap(browser)
      #expect(try await browser.number(Self.focusedMark) == drawn[0])
      #expect(
        try await browser.number("return document.querySelectorAll('#map figure [tabindex=\"0\"]').length")
          == 1)
      try await browser.run(
        """
        window.walked = [document.activeElement.dataset.actor];
        document.addEventListener('focusin', (event) => { window.walked.push(event.target.dataset.actor ?? 'elsewhere'); });
        """)
      try await browser.press(String(repeating: Self.pageDown, count: drawn.count - 1))
      #expect(try await browser.texts("return window.walked").compactMap { Int($0) } == drawn)
      try await browser.press(Self.pageUp)
      #expect(try await browser.number(Self.focusedMark) == drawn[drawn.count - 2])
      try await browser.press(Self.end)
      #expect(try await browser.number(Self.focusedMark) == drawn.last)
      try await browser.press(Self.home)
      #expect(try await browser.number(Self.focusedMark) == drawn[0])
      // Out of the map at either end, and in again where one was.
      try await browser.press(Self.pageDown + Self.tab)
      #expect(try await browser.focused().name == "Zoom in")
      try await browser.press(Self.tab, holding: Self.shift)
      #expect(try await browser.number(Self.focusedMark) == drawn[1])
      try await browser.press(Self.tab, holding: Self.shift)
      #expect(try await browser.focused().name == "Reset")
    }
  }

  @Test("An arrow goes to the nearest actor on its side, and a ring shows where one is")
  func arrows() async throws {
    try await opened("northern-corridor") { browser in
      try await enterMap(browser)
      let middle = """
        const box = document.activeElement.getBBox();
        return [box.x + box.width / 2, box.y + box.height / 2];
        """
      // Whether an actor that is not the one arrived at lies nearer within 45 degrees of the way.
      let nearer = """
        const [[x, y], right, down] = arguments;
        const away = (mark) => {
          const box = mark.getBBox();
          const [dx, dy] = [box.x + box.width / 2 - x, box.y + box.height / 2 - y];
          const ahead = dx * right + dy * down;
          return { ahead, isWithin: ahead > 0 && Math.abs(dx * down) + Math.abs(dy * right) <= ahead, far: Math.hypot(dx, dy) };
        };
        const here = away(document.activeElement);
        const others = [...document.querySelectorAll('#map g[data-actor]')].map(away);
        return here.ahead > 0 && !others.some((other) => other.isWithin && (!here.isWithin || other.far < here.far)) ? 1 : 0;
        """
      var reached: Set<Int> = []
      for (key, right, down) in [(Self.right, 1, 0), (Self.down, 0, 1), (Self.left, -1, 0), (Self.up, 0, -1)]
      {
        for _ in 0..<6 {
          let place = try await browser.run(middle)
          let before = try await browser.number(Self.focusedMark)
          try await browser.press(key)
          let after = try await browser.number(Self.focusedMark)
          reached.insert(after)
          if before != after { #expect(try await browser.number(nearer, [place, right, down]) == 1) }
          #expect(
            try await browser.number("return document.querySelectorAll('#map .focused .ring').length") == 1)
        }
      }
      #expect(reached.count > 12)
      try await browser.keep("northern-corridor-focus.png")
      // At the edge one stays, and is told so.
      try await browser.press(String(repeating: Self.up, count: 40))
      let top = try await browser.number(Self.focusedMark)
      try await browser.press(Self.up)
      #expect(try await browser.number(Self.focusedMark) == top)
      try await browser.run("return new Promise((done) => setTimeout(done, 300))")
      #expect(
        try await browser.text("return document.querySelector('.explorer [role=status]').textContent")
          == "No actor that way.")
      // Shift moves the map and not the focus; what has the focus comes back into view.
      try await browser.press("++" + Self.home)
      let view = "return document.querySelector('#map svg').getAttribute('viewBox')"
      let still = try await browser.text(view)
      let first = try await browser.number(Self.focusedMark)
      try await browser.press(Self.right, holding: Self.shift)
      #expect(try await browser.text(view) != still)
      #expect(try await browser.number(Self.focusedMark) == first)
    }
  }

  @Test("A screen reader hears name, role and ties of an actor, and brackets walk along these ties")
  func ties() async throws {
    let data = try BrowserPages.analysis("northern-corridor")
    let actors = try #require(data["actors"] as? [[String: Any]])
    let ties = try #require(data["ties"] as? [[String: Any]])
    try await opened("northern-corridor") { browser in
      try await enterMap(browser)
      let name = try #require(actors[0]["name"] as? String)
      let role = try #require(actors[0]["role"] as? String)
      let heard = try await browser.focused()
      // Newer browsers call the role by its other name.
      #expect(["img", "image"].contains(heard.role))
      let count = try #require(heard.name.firstMatch(of: /ties: (\d+)$/).flatMap { Int($0.1) })
      #expect(heard.name == "\u{2068}\(name)\u{2069}, \(role), ties: \(count)")
      var walked: [Int] = []
      for number in 1...count {
        try await browser.press("]")
        walked.append(try await browser.number(Self.focusedMark))
        #expect(try await browser.focused().name.hasPrefix("Tie \(number) of \(count): "))
      }
      let id = try #require(actors[0]["id"] as? String)
      let own = ties.indices.filter {
        ties[$0]["source"] as? String == id || ties[$0]["target"] as? String == id
      }
      #expect(Set(walked).count == count && Set(walked).isSuperset(of: own))
      try await browser.press("]")
      #expect(try await browser.number(Self.focusedMark) == walked[0], "the last is followed by the first")
      try await browser.press("[")
      #expect(try await browser.number(Self.focusedMark) == walked[count - 1])
      try await browser.press("] ")
      let other = try await browser.number(Self.focusedMark)
      #expect(other > 0)
      try await browser.press("]" + Self.escape)
      #expect(try await browser.number(Self.focusedMark) == other, "Escape goes from a tie to its actor")
    }
  }

  @Test("Enter selects and goes to the evidence, Escape comes back and leaves")
  func evidenceByKeyboard() async throws {
    let ties = try #require(BrowserPages.analysis("northern-corridor")["ties"] as? [[String: Any]])
    try await opened("northern-corridor") { browser in
      try await enterMap(browser)
      try await browser.press("]")
      let tie = try await browser.number(Self.focusedMark)
      try await browser.press(Self.enter)
      #expect(try await browser.number(Self.focusedMark) == tie, "one may walk on")
      let rows = try await browser.texts(
        "return [...document.querySelectorAll('.card tbody tr')].map((row) => row.cells[0].textContent)")
      #expect(try Set(rows) == Set(#require(ties[tie]["rows"] as? [String])))
      try await browser.press(Self.enter)
      #expect(try await browser.text("return document.activeElement.id") == "card-title")
      try await browser.press(Self.escape)
      #expect(try await browser.run("return document.querySelector('.card').hidden") as? Bool == true)
      #expect(try await browser.number(Self.focusedMark) == tie)
      try await browser.press(Self.escape + Self.escape)
      #expect(try await browser.focused().name == "Zoom in")
      // A card that was opened from a table gives the focus back to it.
      try await browser.run("document.querySelector('#actors tbody button[tabindex=\"0\"]').focus()")
      try await browser.press(Self.enter)
      #expect(try await browser.text("return document.activeElement.id") == "card-title")
      try await browser.press(Self.tab, holding: Self.shift)
      #expect(try await browser.focused().name == "Close")
      try await browser.press(Self.enter)
      #expect(try await browser.text("return document.activeElement.closest('section').id") == "actors")
    }
  }

  @Test("The focus passes over what the filter hides, and speaks the language of the page")
  func filteredWalk() async throws {
    try await opened("northern-corridor") { browser in
      try await browser.run(
        """
        const label = [...document.querySelectorAll('.choice label')].find((l) => l.querySelector('[data-word=facilitator]'));
        label.querySelector('input').click();
        const s = document.getElementById('language'); s.value = 'ar'; s.dispatchEvent(new Event('change'));
        """)
      let drawn = try await browser.texts(Self.drawnActors).compactMap { Int($0) }.sorted()
      try await enterMap(browser)
      #expect(try await browser.number(Self.focusedMark) == drawn[0])
      #expect(try await browser.focused().name.contains("ميسِّر، عدد الروابط: "))
      try await browser.press(Self.end)
      #expect(try await browser.number(Self.focusedMark) == drawn.last)
      // No actor at all: the map itself takes the focus, and is left again.
      try await browser.run(
        """
        const from = document.querySelector('.both input'); from.value = from.max; from.dispatchEvent(new Event('input'));
        document.querySelectorAll('.sliders input[type=checkbox]').forEach((box) => { if (box.checked) box.click(); });
        const sure = document.querySelector('.sliders input[type=range]'); sure.value = 1; sure.dispatchEvent(new Event('input'));
        """)
      #expect(try await browser.texts(Self.drawnActors).isEmpty)
      try await enterMap(browser)
      #expect(try await browser.text("return document.activeElement.localName") == "svg")
      try await browser.press("+" + Self.right + Self.pageDown + "]" + Self.enter + Self.tab)
      #expect(try await browser.text("return document.activeElement.closest('div').className") == "tools")
      #expect(try await browser.log("browser") == [])
    }
  }
}
