// What is known of the actor or line that is pointed at or selected, and the rows it rests on.

let selected = null;
/** Where the focus was before it went to the card. */
let opener = null;
const hoverCard = make("div", { class: "hover", hidden: true, "aria-hidden": "true" });
const card = make("section", { class: "card", hidden: true });
const status = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
const mostRows = 100;
/** What follows when something else is selected. */
const afterSelection = [];

function select(thing, { focus = false, moves = false } = {}) {
  selected = thing;
  hover(null);
  showCard();
  for (const act of afterSelection) act();
  if (thing && moves && drawing) bringIntoView(thing);
  if (thing && focus) enterCard();
  announce(thing ? say("Selected: {0}.", isolated(titleOf(thing))) : counts());
}

function enterCard() {
  if (!card.contains(document.activeElement)) opener = document.activeElement;
  card.querySelector("#card-title").focus();
}

/** Ends the selection; a focus that was in the card goes back to where it came from. */
function closeCard() {
  const isInside = card.contains(document.activeElement);
  select(null);
  if (!isInside) return;
  if (opener?.checkVisibility() && !picture?.contains(opener)) opener.focus(); else focusMap();
}

card.addEventListener("keydown", (event) => { if (event.key === "Escape") closeCard(); });

let waiting = 0;
/** Says a sentence once things have come to rest. */
function announce(sentence) {
  clearTimeout(waiting);
  waiting = setTimeout(() => { status.textContent = sentence; }, 150);
}

function titleOf(thing) {
  if (thing.kind === "actor") return thing.name;
  return isolated(thing.source.name) + (thing.isDirected ? " → " : " – ") + isolated(thing.target.name);
}

/** Facts as pairs of a word and what stands beside it. */
function factsOf(thing) {
  return thing.kind === "actor" ? actorFacts(thing) : lineFacts(thing);
}

function actorFacts(actor) {
  const facts = [["Role", [term(actor.role)]], ["Type", [term(actor.type)]]];
  if (actor.regions.length) {
    facts.push(["Regions", [actor.regions.map(([region, confidence]) =>
      data.regions[region][1] + (confidence === null ? "" : " (" + share(confidence) + ")")).join(", ")]]);
  }
  if (actor.row) facts.push(["Row", [make("bdi", {}, actor.row)]]);
  if (actor.degree === null) return facts.concat([["Measures", [make("span", { word: "Not scored" })]]]);
  facts.push(["Community", [String(actor.community)]], ["Degree", [String(actor.degree)]]);
  const rank = actor.low === null ? "" : " (" + say("rank {0} to {1}", actor.low, actor.high) + ")";
  facts.push(["Betweenness", [short(actor.betweenness) + rank]]);
  return facts;
}

function lineFacts(line) {
  const relations = relationsOf(line);
  const crimes = crimesOf(line);
  const facts = [["Relation", terms(relations)]];
  if (crimes.length) facts.push(["Crime", terms(crimes)]);
  facts.push([line.isTransfer ? "Transfers" : "Strength", [short(line.strength)]]);
  facts.push(["Confidence", [graded(line.confidence)]]);
  facts.push(["Rows", [String(line.itemCount)]]);
  return facts;
}

/** A confidence, or that nothing grades it. */
function graded(confidence) {
  return confidence === null ? make("span", { word: "not graded" }) : share(confidence);
}

function factList(thing) {
  return make("dl", {}, ...factsOf(thing).map(([word, value]) =>
    make("div", {}, make("dt", { word }), make("dd", {}, ...value))));
}

function hover(thing, event) {
  hoverCard.hidden = thing === null;
  if (thing === null) return;
  if (hoverCard.dataset.of !== thing.kind + thing.number + root.lang) {
    hoverCard.dataset.of = thing.kind + thing.number + root.lang;
    hoverCard.replaceChildren(make("strong", { dir: "auto" }, titleOf(thing)), factList(thing));
  }
  const room = hoverCard.parentElement.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = hoverCard;
  const [x, y] = [event.clientX - room.left, event.clientY - room.top];
  hoverCard.style.left = Math.max(0, Math.min(x + 14, room.width - width)) + "px";
  hoverCard.style.top = (y + 14 + height > room.height ? Math.max(0, y - height - 10) : y + 14) + "px";
}

/** The card of what is selected: facts, neighbours to go on to, and rows. */
function showCard() {
  card.hidden = selected === null;
  if (selected === null) {
    card.removeAttribute("aria-labelledby");
    card.replaceChildren();
    return;
  }
  const close = make(
    "button", { type: "button", class: "close", label: "Close", click: closeCard }, "×");
  const title = make("h3", { id: "card-title", tabindex: "-1" }, make("bdi", {}, titleOf(selected)));
  const notes = [];
  if (drawing && !isDrawn(selected)) notes.push(make("p", { class: "note", word: "Not drawn on the map" }));
  if (!selected.shown) notes.push(make("p", { class: "note", word: "Hidden by the filters" }));
  const shown = selected.kind === "actor" ? selected.lines.filter((line) => line.shown) : [selected];
  card.replaceChildren(close, title, ...notes, factList(selected), ...neighbours(), ...evidence(shown));
  card.setAttribute("aria-labelledby", "card-title");
  if (selected.kind === "actor" && selected.id !== selected.name) {
    title.append(" ", make("small", {}, make("bdi", {}, selected.id)));
  }
}

function neighbours() {
  if (selected.kind === "tie") {
    const ends = [selected.source, selected.target].map((actor) => goTo(actor, actor.name));
    return [make("p", { class: "ends" }, ...ends)];
  }
  const actor = selected;
  const shown = actor.lines.filter((line) => line.shown);
  if (shown.length === 0) return [];
  const items = shown.slice(0, mostRows).map((line) => {
    const arrow = !line.isDirected ? "–" : line.source === actor ? "→" : "←";
    const other = otherEnd(line, actor);
    return make("li", {}, make("span", { "aria-hidden": "true" }, arrow), " ", goTo(other, other.name), " ",
      make("button", { type: "button", class: "plain", click: () => select(line, { focus: true, moves: true }) },
        ...terms(relationsOf(line))));
  });
  const title = make("h4", {}, make("span", { word: "Ties" }), " (" + shown.length + ")");
  return [title, make("ul", { class: "neighbours" }, ...items)];
}

function goTo(actor, name) {
  const go = () => select(actor, { focus: true, moves: true });
  return make("button", { type: "button", class: "plain", dir: "auto", click: go }, name);
}

const stances = ["supports", "refutes", "prediction"];

/** The rows that speak of lines, at most so many, and how many more there are. */
function evidence(shownLines) {
  const items = shownLines.flatMap((line) => line.items.map((item) => ({ item, line })));
  const all = shownLines.reduce((sum, line) => sum + line.itemCount, 0);
  if (items.length === 0) return [];
  const head = ["Row", "Date", "Origin", "Confidence", "Relation", "Crime", "What it says"];
  const rows = items.slice(0, mostRows).map(({ item, line }) => evidenceRow(item, line));
  const table = make("table", {}, make("caption", { word: "Rows behind it" }),
    make("thead", {}, make("tr", {}, ...head.map((word) => make("th", { scope: "col", word })))),
    make("tbody", {}, ...rows));
  const scroll = make("div", { class: "scroll", tabindex: "0", role: "region", label: "Evidence" }, table);
  const parts = [make("h4", { word: "Evidence" }), scroll];
  if (all > rows.length) {
    parts.push(make("p", { class: "note" }, say("{0} of {1} rows; the files hold all.", rows.length, all)));
  }
  return parts;
}

function evidenceRow([row, date, origin, grading, relation, crimes, stance, detail], line) {
  const ends = selected.kind === "actor" ? isolated(otherEnd(line, selected).name) : "";
  const says = make("td", {}, make("span", { word: stances[stance] }));
  if (detail) says.append(", ", make("bdi", {}, detail));
  if (ends) says.append(" · ", make("bdi", {}, ends));
  return make("tr", { class: stance === 1 ? "refuted" : null },
    make("td", {}, make("bdi", {}, row)), make("td", { class: "date" }, date ?? "–"),
    make("td", {}, origin === null ? "–" : make("bdi", {}, data.origins[origin])),
    make("td", {}, graded(grading)),
    make("td", {}, term(data.relations[relation])),
    make("td", {}, ...(crimes.length ? terms(crimes.map((crime) => data.crimes[crime])) : ["–"])), says);
}
