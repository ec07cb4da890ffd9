import Foundation
import Testing

/// The report in a real browser. Where there is none, `make browser-deps` installs one.
@Suite(
  "The report in a browser", .serialized, .oneBrowser,
  .enabled(if: WebDriver.programs != nil, "Chromium or chromedriver is missing: make browser-deps"))
struct ReportPageBrowserTests {
  static let tab = "\u{E004}", enter = "\u{E007}", escape = "\u{E00C}", shift = "\u{E008}"
  static let left = "\u{E012}", up = "\u{E013}", right = "\u{E014}", down = "\u{E015}"
  static let home = "\u{E011}", end = "\u{E010}", pageUp = "\u{E00E}", pageDown = "\u{E00F}"

  func opened(_ name: String, _ body: (WebDriver) async throws -> Void) async throws {
    let browser = try #require(OneBrowser.current)
    try await browser.open(BrowserPages.page(name))
    try await body(browser)
  }

  @Test(
    "It runs without an error, breaks no rule of its policy and asks nobody for anything",
    arguments: BrowserPages.names)
  func quiet(name: String) async throws {
    try await opened(name) { browser in
      #expect(try await browser.text("return document.documentElement.className") == "live")
      #expect(try await browser.log("browser") == [])
      // The empty page that the browser began with asks for its own parts.
      let asked = try await browser.log("performance").filter {
        $0.contains("Network.requestWillBeSent\"") && !$0.contains("\"documentURL\":\"chrome://")
      }
      #expect(asked.count == 1 && asked[0].contains("file:///"), "\(asked.dropFirst())")
      #expect(try await browser.number("return performance.getEntriesByType('resource').length") == 0)
      #expect(try await !browser.hasDialog())
      #expect(try await browser.number("return document.scripts.length") == 3)
      // The policy holds: an added script does not run, and text does not become markup.
      try await browser.run(
        "const s = document.createElement('script'); try { s.textContent = 'window.ran = 1'; document.body.append(s); } catch {}"
      )
      #expect(try await browser.number("return window.ran ?? 0") == 0)
      let refused = try await browser.text(
        "try { document.body.innerHTML = '<b>x</b>'; return 'taken'; } catch (error) { return error.name; }")
      #expect(refused == "TypeError")
    }
  }

  @Test(
    "Names, contrast, ids, headings, labels and pictures are in order, light and dark",
    arguments: BrowserPages.names)
  func checks(name: String) async throws {
    try await opened(name) { browser in
      #expect(try await browser.texts(PageChecks.structure) == [])
      for dark in [false, true] {
        try await browser.prefer(dark: dark)
        #expect(try await browser.texts(PageChecks.contrast) == [], "dark: \(dark)")
        try await browser.keep("\(name)-\(dark ? "dark" : "light").png")
      }
      try await browser.prefer(dark: false)
      try await browser.keep("\(name).pdf", onPaper: true)
      try await browser.resize(width: 390, height: 844)
      try await browser.keep("\(name)-phone.png")
      let overflow = try await browser.number("return document.documentElement.scrollWidth - innerWidth")
      #expect(overflow <= 0, "the page is wider than a phone")
    }
  }

  @Test("Search finds an actor by its name and Enter goes there: card, ring, view and row")
  func search() async throws {
    try await opened("northern-corridor") { browser in
      try await browser.run("document.getElementById('search').focus()")
      try await browser.press("madam l")
      #expect(
        try await browser.texts(
          "return [...document.querySelectorAll('#found li')].map((l) => l.textContent)"
        ).first?.hasPrefix("Madam Ledger") == true)
      try await browser.press(Self.enter)
      #expect(
        try await browser.text("return document.getElementById('card-title').firstChild.textContent")
          == "Madam Ledger")
      #expect(try await browser.number("return document.querySelectorAll('svg g.chosen circle').length") == 1)
      #expect(try await Double(browser.text("return document.querySelector('#map svg').dataset.zoom"))! > 2)
      #expect(
        try await browser.number("return document.querySelectorAll('tr.selected[data-actor]').length") >= 1)
      let facts = try await browser.text("return document.querySelector('.card dl').textContent")
      #expect(facts.contains("Betweenness") && facts.contains("rank "))
      try await browser.keep("northern-corridor-selected.png")
      try await browser.run("document.querySelector('#map figure svg').focus()")
      try await browser.press("0" + Self.escape)
      #expect(try await browser.text("return document.querySelector('#map svg').dataset.zoom") == "1.00")
      #expect(try await browser.run("return document.querySelector('.card').hidden") as? Bool == true)
    }
  }

  @Test("A filter hides on the map and in the tables what does not pass, and counts it")
  func filters() async throws {
    let actors = try #require(BrowserPages.analysis("northern-corridor")["actors"] as? [[String: Any]])
    let wanted = actors.count { $0["role"] as? String == "terrorist" }
    try await opened("northern-corridor") { browser in
      try await browser.run(
        """
        const label = [...document.querySelectorAll('.choice label')].find((l) => l.querySelector('[data-word=terrorist]'));
        label.closest('details').open = true; label.querySelector('input').click();
        """)
      let shown = try await browser.number(
        "return document.querySelectorAll('#map g[data-actor]:not(.off)').length")
      #expect(shown == wanted)
      #expect(
        try await browser.text("return document.querySelector('.counts').textContent").hasPrefix(
          "Shown: \(wanted) of \(actors.count) actors"))
      let rows = "return [...document.querySelectorAll('#actors tbody tr:not([hidden])')].length"
      #expect(try await browser.number(rows) == min(60, wanted))
      try await browser.keep("northern-corridor-filtered.png")
      try await browser.click("button.reset")
      #expect(try await browser.number("return document.querySelectorAll('#map .off').length") == 0)
      #expect(try await browser.number(rows) == 60)
      // Time by the keyboard: the first end moves by one step of its slider.
      try await browser.run(
        "const from = document.querySelector('.both input'); from.focus(); from.value = from.max; from.dispatchEvent(new Event('input'))"
      )
      let late = try await browser.text("return document.querySelector('.counts').textContent")
      #expect(!late.contains("hidden: 0 actors and 0 lines"))
      try await browser.press(Self.right)
      #expect(
        try await browser.text("return document.activeElement.getAttribute('aria-valuetext')").count == 10)
    }
  }

  @Test("A click on a line shows the rows it rests on, and they are those of ties.csv")
  func evidence() async throws {
    let ties = try #require(BrowserPages.analysis("northern-corridor")["ties"] as? [[String: Any]])
    try await opened("northern-corridor") { browser in
      for number in [0, 3] {
        // Beneath the middle of a box another mark may lie, so the event goes to the line itself.
        try await browser.run(
          "document.querySelector(`path.hit[data-tie='${arguments[0]}']`).dispatchEvent(new MouseEvent('click', { bubbles: true }))",
          [number])
        let rows = try await browser.texts(
          "return [...document.querySelectorAll('.card tbody tr')].map((r) => r.cells[0].textContent)")
        #expect(Set(rows) == Set(try #require(ties[number]["rows"] as? [String])))
        let selected = try await browser.number(
          "return document.querySelectorAll('#ties tr.selected').length")
        #expect(selected == 1)
      }
      try await browser.click("#map g[data-actor='0']")
      #expect(try await browser.number("return document.querySelectorAll('.card tbody tr').length") > 3)
      try await browser.click("#actors tbody tr:nth-child(2) td:nth-child(2)")
      #expect(
        try await browser.number("return Number(document.querySelector('#actors tr.selected').dataset.actor)")
          == 1)
    }
  }

  @Test("Lists of filters stay on the page", arguments: ["en", "ar"])
  func lists(language: String) async throws {
    try await opened("northern-corridor") { browser in
      try await browser.run(
        "const s = document.getElementById('language'); s.value = arguments[0]; s.dispatchEvent(new Event('change'))",
        [language])
      for width in [390, 800, 1280] {
        try await browser.resize(width: width, height: 900)
        let beyond = try await browser.texts(
          """
          const beyond = [];
          for (const choice of document.querySelectorAll('.choice')) {
            choice.open = true;
            // A list is placed once its opening has been told.
            await new Promise((done) => { setTimeout(done, 60); });
            const { left, right } = choice.querySelector('fieldset').getBoundingClientRect();
            if (left < 0 || right > innerWidth) beyond.push(choice.textContent.slice(0, 20) + left + ' ' + right);
            choice.open = false;
          }
          return beyond;
          """)
        #expect(beyond == [], "\(width) pixels")
      }
    }
  }

  @Test("One actor alone is drawn as large as among others")
  func solo() async throws {
    try await opened("solo") { browser in
      let mark =
        "return Math.round(document.querySelector('#map g[data-actor]').getBoundingClientRect().width)"
      #expect(try await (5..<60).contains(browser.number(mark)))
      try await browser.run("document.querySelector('.reset').focus()")
      try await browser.press(
        Self.tab + "][" + Self.pageDown + Self.pageUp + Self.left + Self.enter + Self.enter + Self.escape)
      #expect(try await browser.focused().name == "\u{2068}Solo\u{2069}, terrorist, ties: 0")
      #expect(try await browser.log("browser") == [])
    }
  }

  @Test("Headings sort a table up, down and back, and say so")
  func sorting() async throws {
    try await opened("northern-corridor") { browser in
      let heading = "#actors th:nth-child(6)"
      let degrees =
        "return [...document.querySelectorAll('#actors tbody tr:not([hidden])')].map((r) => r.cells[5].textContent)"
      let before = try await browser.texts(degrees)
      for (sort, isInOrder) in [("ascending", { $0 <= $1 }), ("descending", { $0 >= $1 })]
        as [(String, (Int, Int) -> Bool)]
      {
        try await browser.click(heading + " button")
        #expect(
          try await browser.text("return document.querySelector('\(heading)').getAttribute('aria-sort')")
            == sort)
        let now = try await browser.texts(degrees).compactMap { Int($0) }
        #expect(now.count == 60 && zip(now, now.dropFirst()).allSatisfy(isInOrder))
      }
      try await browser.click(heading + " button")
      #expect(try await browser.texts(degrees) == before)
    }
  }

  @Test(
    "Tab reaches every control once and leaves the page again", arguments: ["northern-corridor", "karate"])
  func keyboard(name: String) async throws {
    try await opened(name) { browser in
      try await browser.run(
        "document.querySelector('[data-actor]') && document.querySelectorAll('#map g[data-actor]')[0].dispatchEvent(new MouseEvent('click', { bubbles: true }))"
      )
      let stops = try await browser.number(PageChecks.reachable)
      #expect(stops > 20)
      try await browser.run(
        """
        window.visited = []; document.activeElement.blur(); scrollTo(0, 0);
        document.addEventListener('focusin', (event) => { window.visited.push(Number(event.target.dataset.stop)); });
        """)
      try await browser.press(String(repeating: Self.tab, count: stops + 8))
      let missed = try await browser.texts(
        "const seen = new Set(window.visited); return [...document.querySelectorAll('[data-stop]')].filter((e) => !seen.has(Number(e.dataset.stop))).map((e) => e.outerHTML.slice(0, 120))"
      )
      #expect(missed == [])
      #expect(try await browser.number("return window.visited.length") >= stops)
    }
  }

  @Test("In Arabic the page runs from right to left, and English comes back as it was")
  func languages() async throws {
    try await opened("northern-corridor") { browser in
      let headings =
        "return [...document.querySelectorAll('h2, th, legend, label:not(.choice label), summary, caption')].map((e) => e.textContent)"
      let english = try await browser.texts(headings)
      for language in ["fr", "es", "ru", "zh", "ar", "en"] {
        try await browser.run(
          "const s = document.getElementById('language'); s.value = arguments[0]; s.dispatchEvent(new Event('change'))",
          [language])
        #expect(try await browser.text("return document.documentElement.lang") == language)
        let direction = try await browser.text(
          "return getComputedStyle(document.querySelector('main')).direction")
        #expect(direction == (language == "ar" ? "rtl" : "ltr"))
        let now = try await browser.texts(headings)
        #expect((now == english) == (language == "en"), "\(language)")
        let still = zip(now, english).filter { $0 == $1 && $0.count > 12 && $0.contains(" ") }.map(\.0)
        #expect(language == "en" || still.isEmpty, "\(language): \(still)")
        if language == "ar" || language == "zh" {
          try await browser.keep("northern-corridor-\(language).png")
        }
      }
      #expect(try await browser.log("browser") == [])
    }
  }

  @Test("Hostile names are shown as they are, in cards, search and filters, and run nothing")
  func hostileNames() async throws {
    try await opened("hostile") { browser in
      let count = try await browser.number("return document.querySelectorAll('#actors tbody tr').length")
      for actor in 0..<count {
        try await browser.run(
          "document.querySelector(`#actors tr[data-actor='${arguments[0]}'] button`).click()", [actor])
        try await browser.run("document.querySelector('.card button.plain')?.click()")
      }
      try await browser.run("document.getElementById('search').focus()")
      try await browser.press("<script")
      #expect(
        try await browser.texts(
          "return [...document.querySelectorAll('#found bdi')].map((b) => b.textContent)"
        ).contains("<script>alert(1)</script>"))
      #expect(
        try await browser.number(
          "return document.querySelectorAll('img, iframe, object, embed').length + document.scripts.length")
          == 3)
      #expect(try await !browser.hasDialog())
      #expect(try await browser.log("browser") == [])
      try await browser.keep("hostile-search.png")
    }
  }
}
