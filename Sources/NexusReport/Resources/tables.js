// Tables: sorted by a click on a heading, cut short until all is wanted, filtered and linked with the map.

const tables = [];

function openTables() {
  for (const scroll of document.querySelectorAll(".scroll[data-limit]")) openTable(scroll);
}

function openTable(scroll) {
  const table = scroll.querySelector("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const state = {
    rows, order: rows, body, limit: Number(scroll.dataset.limit), isWhole: false, heads: [], passing: rows.length,
  };
  tables.push(state);
  [...table.tHead.rows[0].cells].forEach((cell, column) => {
    const click = () => sort(state, cell, column);
    const button = make("button", { type: "button", class: "sort", click }, ...cell.childNodes);
    cell.append(button);
    state.heads.push(cell);
  });
  const count = make("span");
  const more = make("button", { type: "button", click: () => { state.isWhole = !state.isWhole; refresh(state); } });
  const note = make("p", { class: "note rows" }, count, " ", more);
  scroll.after(note);
  // What the page says without a script.
  if (note.nextElementSibling?.classList.contains("cut")) note.nextElementSibling.hidden = true;
  state.say = () => {
    const shown = state.isWhole ? state.passing : Math.min(state.passing, state.limit);
    const total = Number(scroll.dataset.rows);
    count.textContent = say("{0} of {1} rows shown.", shown, total);
    if (total > rows.length) {
      const file = isolated(scroll.dataset.file);
      count.textContent += " " + say("The page holds {0}; all are in {1}.", rows.length, file);
    }
    more.textContent = state.isWhole ? say("Show fewer") : say("Show all {0}", state.passing);
    more.hidden = state.passing <= state.limit;
    note.hidden = more.hidden && shown === total;
  };
  link(state);
}

function thingOf(row) {
  if (row.dataset.actor !== undefined) return actors.get(Number(row.dataset.actor)) ?? null;
  return row.dataset.tie !== undefined ? lines.get(Number(row.dataset.tie)) ?? null : null;
}

/** Shows the rows that pass the filter, as many as are wanted. */
function refresh(state) {
  let shown = 0;
  for (const row of state.order) {
    const passes = thingOf(row)?.shown ?? true;
    row.hidden = !passes || (!state.isWhole && shown >= state.limit);
    if (passes) shown += 1;
    row.classList.toggle("selected", selected !== null && thingOf(row) === selected);
  }
  state.passing = shown;
  state.say();
}

function refreshTables() {
  for (const state of tables) refresh(state);
}

/** What a cell is sorted by: a number, a text, or nothing. */
function keyOf(row, column) {
  const text = row.cells[column].textContent.trim();
  if (text === "–" || text === "") return null;
  return row.cells[column].classList.contains("number") ? Number(text.replace(/[\s\u202f]/g, "")) : text;
}

const orders = {
  ascending: () => say("Sorted, lowest first."), descending: () => say("Sorted, highest first."),
  none: () => say("In the order of the files."),
};

/** Up, down, and back to the order of the files. */
function sort(state, cell, column) {
  const next = { ascending: "descending", descending: null }[cell.getAttribute("aria-sort")];
  const direction = next === undefined ? "ascending" : next;
  for (const head of state.heads) head.removeAttribute("aria-sort");
  state.order = state.rows;
  if (direction) {
    cell.setAttribute("aria-sort", direction);
    const collator = new Intl.Collator(root.lang, { numeric: true });
    const sign = direction === "ascending" ? 1 : -1;
    const keyed = state.rows.map((row) => ({ row, key: keyOf(row, column) }));
    keyed.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0);
      const isNumber = typeof a.key === "number" && typeof b.key === "number";
      return sign * (isNumber ? a.key - b.key : collator.compare(a.key, b.key));
    });
    state.order = keyed.map((entry) => entry.row);
  }
  state.body.append(...state.order);
  refresh(state);
  announce(orders[direction ?? "none"]());
}

function unsortTables() {
  for (const state of tables) {
    for (const head of state.heads) head.removeAttribute("aria-sort");
    state.order = state.rows;
    state.isWhole = false;
    state.body.append(...state.order);
  }
}

/**
 * The first cell of a row that has a mark becomes a button. Of all these buttons of a table one takes the focus by Tab;
 * arrows go from row to row.
 */
function link(state) {
  const buttons = new Map();
  for (const row of state.rows) {
    const thing = thingOf(row);
    if (!thing) continue;
    const cell = row.cells[0];
    const click = () => open(thing);
    const button = make("button", { type: "button", class: "plain", tabindex: "-1", click }, ...cell.childNodes);
    cell.append(button);
    row.addEventListener("click", (event) => {
      if (!event.target.closest("button") && String(getSelection()) === "") select(thing, { moves: true });
    });
    buttons.set(row, button);
  }
  if (buttons.size === 0) return;
  const reachable = () => state.order.filter((row) => !row.hidden && buttons.has(row));
  const rove = (row) => { for (const [other, button] of buttons) button.tabIndex = other === row ? 0 : -1; };
  state.body.addEventListener("keydown", (event) => {
    const visible = reachable();
    const at = visible.indexOf(event.target.closest("tr"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (to === undefined || at < 0 || !visible[to]) return;
    event.preventDefault();
    rove(visible[to]);
    buttons.get(visible[to]).focus();
  });
  const said = state.say;
  state.say = () => {
    said();
    const visible = reachable();
    if (!visible.some((row) => buttons.get(row).tabIndex === 0)) rove(visible[0]);
  };
}

function open(thing) {
  select(thing, { focus: true, moves: true });
  document.getElementById("map").scrollIntoView({ block: "start" });
}

/** Names in the short lists of leading actors lead to the map too. */
function linkLists() {
  for (const item of document.querySelectorAll("li[data-actor]")) {
    const actor = actors.get(Number(item.dataset.actor));
    const name = item.querySelector("bdi");
    if (!actor || !name) continue;
    const button = make("button", { type: "button", class: "plain", click: () => open(actor) });
    name.replaceWith(button);
    button.append(name);
  }
}
