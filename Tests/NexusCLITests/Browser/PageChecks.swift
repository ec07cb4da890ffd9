/// Checks that run in the page and tell what is wrong, in the manner of accessibility checkers.
enum PageChecks {
  /// Text with less contrast than 4.5 : 1 to what lies behind it (WCAG 2.2, 1.4.3), pictures aside.
  static let contrast = """
    const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return { rgb: n.slice(0, 3), a: n.length > 3 ? n[3] : 1 }; };
    const luminance = (rgb) => rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour.a > 0.99) return colour.rgb;
      }
      return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
    };
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("svg, script, style, option") || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "")) continue;
      const [front, back] = [luminance(parse(getComputedStyle(element).color).rgb), luminance(behind(element))];
      const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      if (ratio < 4.5) found.push(element.tagName + "." + element.className + " " + ratio.toFixed(2) + ": " + element.textContent.trim().slice(0, 40));
    }
    return found.slice(0, 20);
    """

  /// Controls without a name, ids that stand twice, headings that skip a level, pictures without title or label,
  /// columns without a header, handlers and styles in attributes.
  static let structure = """
    const found = [];
    const name = (element) => element.getAttribute("aria-label")
      || (element.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim()
      || [...(element.labels ?? [])].map((label) => label.textContent).join(" ").trim()
      || (["BUTTON", "A", "SUMMARY"].includes(element.tagName) ? element.textContent.trim() : "");
    for (const element of document.querySelectorAll("button, a, input, select, summary, [tabindex='0'], [role=listbox], nav, form, [role=region]")) {
      if (!name(element)) found.push("no name: " + element.outerHTML.slice(0, 100));
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) found.push("id twice: " + id);
    let level = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) found.push("heading skips from " + level + ": " + heading.textContent.slice(0, 40));
      level = next;
    }
    if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
    if (document.querySelectorAll("main").length !== 1) found.push("not one main");
    for (const picture of document.querySelectorAll("svg")) {
      if (!name(picture)) found.push("picture without a name: " + picture.outerHTML.slice(0, 100));
    }
    for (const reference of document.querySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls]")) {
      for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
        for (const id of (reference.getAttribute(attribute) ?? "").split(" ").filter(Boolean)) {
          if (!document.getElementById(id)) found.push(attribute + " leads nowhere: " + id);
        }
      }
    }
    for (const table of document.querySelectorAll("table")) {
      if (!table.caption || table.querySelectorAll("thead th[scope=col]").length === 0) found.push("table without caption or headers");
    }
    for (const element of document.querySelectorAll("*")) {
      for (const attribute of element.attributes) {
        if (attribute.name.startsWith("on")) found.push("handler: " + element.tagName + " " + attribute.name);
        if (/^\\s*javascript:/i.test(attribute.value)) found.push("link that runs: " + element.tagName);
      }
    }
    return found.slice(0, 20);
    """

  /// Marks what the Tab key should reach: visible controls that are not taken out of its way.
  static let reachable = """
    const all = [...document.querySelectorAll("button, a[href], input, select, summary, [tabindex]")].filter((element) =>
      element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
    all.forEach((element, number) => { element.dataset.stop = number; });
    return all.length;
    """
}
