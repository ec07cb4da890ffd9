// Which actors and lines are shown. Within one list any chosen word will do; lists, confidence and time must all hold.

const none = { roles: new Set(), relations: new Set(), crimes: new Set(), regions: new Set() };
const filter = { ...none };
const days = [...lines.values()].flatMap((line) => line.parts).flatMap((part) => [part.first, part.last])
  .filter((day) => day !== null);
const span = days.length
  ? { first: days.reduce((a, b) => Math.min(a, b)), last: days.reduce((a, b) => Math.max(a, b)) } : null;
/** What follows when the filter has changed. */
const afterFilter = [];

function clearFilter() {
  for (const list of Object.keys(none)) filter[list] = new Set();
  Object.assign(filter, { confidence: 0, ungraded: true, undated: true });
  if (span) Object.assign(filter, { from: span.first, until: span.last });
}
clearFilter();

function limitsTime() {
  return span !== null && (filter.from > span.first || filter.until < span.last || !filter.undated);
}

function limitsLines() {
  return filter.relations.size > 0 || filter.crimes.size > 0 || filter.confidence > 0 || !filter.ungraded
    || limitsTime();
}

function passesActor(actor) {
  return (filter.roles.size === 0 || filter.roles.has(actor.role))
    && (filter.regions.size === 0 || actor.regions.some(([region]) => filter.regions.has(region)));
}

/** Whether one part of a line meets relation, crime and time together. */
function passesPart(part) {
  if (filter.relations.size > 0 && !filter.relations.has(part.relation)) return false;
  if (filter.crimes.size > 0 && !part.crimes.some((crime) => filter.crimes.has(crime))) return false;
  if (!limitsTime()) return true;
  const first = part.first ?? part.last;
  const last = part.last ?? part.first;
  return first === null ? filter.undated : first <= filter.until && last >= filter.from;
}

function passesLine(line) {
  const isSure = line.confidence === null ? filter.ungraded : line.confidence >= filter.confidence;
  return isSure && line.source.passes && line.target.passes && line.parts.some(passesPart);
}

function applyFilter() {
  for (const actor of actors.values()) actor.passes = passesActor(actor);
  for (const line of lines.values()) line.shown = passesLine(line);
  const byLines = limitsLines();
  for (const actor of actors.values()) {
    actor.shown = actor.passes && (!byLines || actor.lines.some((line) => line.shown));
  }
  for (const act of afterFilter) act();
}

/** How many are shown and hidden, in words. */
function counts() {
  const shownActors = [...actors.values()].filter((actor) => actor.shown).length;
  const shownLines = [...lines.values()].filter((line) => line.shown).length;
  const sentence = say(
    "Shown: {0} of {1} actors and {2} of {3} lines; hidden: {4} actors and {5} lines.", shownActors, actors.size,
    shownLines, lines.size, actors.size - shownActors, lines.size - shownLines);
  const missing = data.totals.actors - actors.size + data.totals.lines - lines.size;
  return missing > 0
    ? sentence + " " + say("The files hold {0} actors and {1} lines.", data.totals.actors, data.totals.lines)
    : sentence;
}

// The controls

/** A list of words to tick, each with the number of actors or lines that have it. */
function choices(title, list, names, count) {
  const rows = names.map((name, position) => ({ name, position, count: count(position) }))
    .filter((row) => row.count > 0).sort((a, b) => b.count - a.count || a.position - b.position);
  if (rows.length < 2 && list !== "crimes") return null;
  if (rows.length === 0) return null;
  const chosen = make("span", { class: "chosen" });
  const boxes = rows.map((row) => {
    const box = make("input", {
      type: "checkbox", change: () => {
        const key = list === "roles" ? row.name : row.position;
        if (box.checked) filter[list].add(key); else filter[list].delete(key);
        applyFilter();
      },
    });
    return { box, label: make("label", {}, box, " ", term(row.name), " ", make("small", {}, String(row.count))) };
  });
  afterFilter.push(() => {
    chosen.textContent = filter[list].size ? " (" + filter[list].size + ")" : "";
    if (filter[list].size === 0) for (const { box } of boxes) box.checked = false;
  });
  const summary = make("summary", {}, make("span", { word: title }), chosen);
  const fields = make(
    "fieldset", {}, make("legend", { class: "unseen", word: title }), ...boxes.map((row) => row.label));
  const details = make("details", { class: "choice" }, summary, fields);
  details.addEventListener("toggle", () => {
    // A list at the end of its row opens towards the middle of the page.
    fields.classList.remove("inward");
    const { left, right } = fields.getBoundingClientRect();
    fields.classList.toggle("inward", left < 0 || right > root.clientWidth);
  });
  return closing(details, summary);
}

/** A list that lies over the page closes when one goes on elsewhere, or by Escape. */
function closing(details, summary) {
  addEventListener("pointerdown", (event) => { if (!details.contains(event.target)) details.open = false; });
  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });
  return details;
}

function check(english, key) {
  const box = make("input", {
    type: "checkbox", change: () => { filter[key] = box.checked; applyFilter(); },
  });
  afterFilter.push(() => { box.checked = filter[key]; });
  box.checked = true;
  return make("label", {}, box, " ", make("span", { word: english }));
}

function slider(english, key, range, text) {
  const shown = make("output", { dir: "ltr" });
  const input = make("input", {
    type: "range", ...range, label: english, input: () => {
      filter[key] = Number(input.value);
      // The ends of a span push each other along.
      if (key === "from") filter.until = Math.max(filter.until, filter.from);
      if (key === "until") filter.from = Math.min(filter.until, filter.from);
      applyFilter();
    },
  });
  afterFilter.push(() => {
    input.value = filter[key];
    shown.textContent = text(filter[key]);
    input.setAttribute("aria-valuetext", text(filter[key]));
  });
  const name = make("span", { word: english, "aria-hidden": "true" });
  return { input, row: make("span", { class: "value" }, name, " ", shown) };
}

function confidenceControl() {
  if (![...lines.values()].some((line) => line.confidence !== null)) return null;
  const { input, row } = slider(
    "Least confidence", "confidence", { min: 0, max: 1, step: 0.05 }, (value) => value.toFixed(2));
  return make("fieldset", { class: "sliders" }, make("legend", { word: "Confidence" }), row, input,
    check("Show what is not graded", "ungraded"));
}

function timeControl() {
  if (span === null || span.first === span.last) return null;
  const range = { min: span.first, max: span.last, step: 1 };
  const from = slider("From", "from", range, dateOf);
  const until = slider("Until", "until", range, dateOf);
  return make("fieldset", { class: "sliders" }, make("legend", { word: "Time" }), from.row, until.row,
    make("span", { class: "both", dir: "ltr" }, from.input, until.input), check("Show what is not dated", "undated"));
}

function filterControls() {
  const all = [...actors.values()];
  const parts = [...lines.values()];
  return [
    choices("Role", "roles", data.roles, (role) => all.filter((actor) => actor.role === data.roles[role]).length),
    choices("Crime", "crimes", data.crimes, (crime) =>
      parts.filter((line) => line.parts.some((part) => part.crimes.includes(crime))).length),
    choices("Relation", "relations", data.relations, (relation) =>
      parts.filter((line) => line.parts.some((part) => part.relation === relation)).length),
    choices("Region", "regions", data.regions.map(([, name]) => name), (region) =>
      all.filter((actor) => actor.regions.some(([number]) => number === region)).length),
    confidenceControl(), timeControl(),
  ].filter((control) => control !== null);
}
