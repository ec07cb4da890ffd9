// The map by keyboard. All marks together are one stop of the Tab key: arrows walk from actor to actor, brackets along
// the ties of one, and the mark that has the focus bears the name that a screen reader reads.

/** The actor that has the focus, or had it last, and the tie of it that one has gone on to. */
let current = null;
let currentTie = null;
const longestSpokenName = 120;

function spoken(name) {
  const letters = [...name];
  return isolated(letters.length > longestSpokenName ? letters.slice(0, longestSpokenName).join("") + "…" : name);
}

/** Actors that the map draws and the filter lets through, in the order of the data. */
function reachableActors() {
  return [...actors.values()].filter((actor) => actor.shown && isDrawn(actor));
}

function shownTies(actor) {
  return actor.lines.filter((line) => line.shown);
}

function drawnTies(actor) {
  return shownTies(actor).filter(isDrawn);
}

function markOf(thing) {
  return marks[thing.kind].get(thing.number)[0];
}

function middleOf(actor) {
  const box = boxOf(markOf(actor));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What a screen reader says of a mark. */
function labelOf(thing) {
  if (thing.kind === "actor") {
    const role = plainTerm(thing.role);
    return say("{0}, {1}, ties: {2}", spoken(thing.name), role, shownTies(thing).length);
  }
  const ties = drawnTies(current);
  const ends = spoken(thing.source.name) + (thing.isDirected ? " → " : " – ") + spoken(thing.target.name);
  const relations = relationsOf(thing).map(plainTerm).join(", ");
  const confidence = thing.confidence === null ? say("not graded") : share(thing.confidence);
  return say("Tie {0} of {1}: {2}, {3}, confidence: {4}", ties.indexOf(thing) + 1, ties.length, ends, relations,
    confidence);
}

/** Gives the one stop of the map to a mark, or to the whole map where no actor is shown. */
function rove() {
  if (currentTie && !(currentTie.shown && isDrawn(currentTie))) currentTie = null;
  if (!current || !current.shown || !isDrawn(current)) [current, currentTie] = [reachableActors()[0] ?? null, null];
  picture.setAttribute("tabindex", current ? "-1" : "0");
  const mark = current ? markOf(currentTie ?? current) : null;
  for (const other of picture.querySelectorAll("[data-stops]")) {
    // A mark that stays the stop keeps the focus.
    if (other === mark) continue;
    for (const name of ["tabindex", "role", "aria-label", "data-stops"]) other.removeAttribute(name);
  }
  if (!mark) return;
  const stop = { tabindex: "0", role: "img", "aria-label": labelOf(currentTie ?? current), "data-stops": "" };
  for (const [name, value] of Object.entries(stop)) mark.setAttribute(name, value);
}

/** Puts the focus on an actor, or on a tie of it, and brings it into view. */
function focusMark(actor, tie = null) {
  [current, currentTie] = [actor, tie];
  rove();
  const thing = tie ?? actor;
  keepInView(boxOf(markOf(thing)));
  markOf(thing).focus();
}

/** Moves the view by no more than it takes to show a box, which may be larger than the view. */
function keepInView(box) {
  const margin = view.width / 20;
  const place = (low, size, at, length) => {
    if (length + 2 * margin > size) return at + length / 2 - size / 2;
    return Math.min(Math.max(low, at + length + margin - size), at - margin);
  };
  const [x, y] = [place(view.x, view.width, box.x, box.width), place(view.y, view.height, box.y, box.height)];
  if (x !== view.x || y !== view.y) show({ x, y, width: view.width });
}

/** The nearest actor to one side, within 45 degrees of it; where there is none, the nearest of that half. */
function nearest(actor, [right, down]) {
  const from = middleOf(actor);
  let best = null;
  for (const other of reachableActors()) {
    if (other === actor) continue;
    const to = middleOf(other);
    const ahead = (to.x - from.x) * right + (to.y - from.y) * down;
    if (ahead <= 0) continue;
    const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
    const isAside = aside > ahead;
    const distance = Math.hypot(ahead, aside);
    if (best === null || (isAside !== best.isAside ? best.isAside : distance < best.distance)) {
      best = { other, distance, isAside };
    }
  }
  return best?.other ?? null;
}

const sides = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function walk(key) {
  const next = nearest(current, sides[key]);
  focusMark(next ?? current);
  if (!next) announce(say("No actor that way."));
}

function walkInOrder(step) {
  const all = reachableActors();
  focusMark(all[Math.min(Math.max(all.indexOf(current) + step, 0), all.length - 1)]);
}

function walkTies(step) {
  const ties = drawnTies(current);
  if (ties.length === 0) return announce(say("No tie of this actor is drawn."));
  const at = currentTie ? ties.indexOf(currentTie) + step : step > 0 ? 0 : -1;
  focusMark(current, ties[(at + ties.length) % ties.length]);
}

/** Selects what has the focus; once it is selected, goes on to its card. */
function selectFocused() {
  const thing = currentTie ?? current;
  if (selected === thing) return enterCard();
  select(thing);
}

/** Back from a tie to its actor, then to no selection, then out of the map. */
function stepBack() {
  if (currentTie) return focusMark(current);
  if (selected) return select(null);
  document.querySelector(".tools button").focus();
}

const mapKeys = {
  "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), _: () => zoom(1 / 1.4), 0: () => show(home),
  Escape: stepBack,
};
const panKeys = {
  ArrowLeft: () => pan(-0.15, 0), ArrowRight: () => pan(0.15, 0), ArrowUp: () => pan(0, -0.15),
  ArrowDown: () => pan(0, 0.15),
};
/** These need an actor to begin with. */
const walkKeys = {
  Home: () => walkInOrder(-Infinity), End: () => walkInOrder(Infinity), PageUp: () => walkInOrder(-1),
  PageDown: () => walkInOrder(1), "[": () => walkTies(-1), "]": () => walkTies(1), Enter: selectFocused,
  " ": () => (currentTie ? focusMark(otherEnd(currentTie, current)) : selectFocused()),
};
for (const key of Object.keys(sides)) walkKeys[key] = () => walk(key);
/** Where these are on keyboards whose letters are not Latin. */
const places = { BracketLeft: "[", BracketRight: "]" };

function actOf(event) {
  // Brackets stand behind AltGr on many keyboards, which some systems report as Ctrl and Alt.
  if ((event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph")) return null;
  if (event.shiftKey && Object.hasOwn(panKeys, event.key)) return panKeys[event.key];
  if (Object.hasOwn(mapKeys, event.key)) return mapKeys[event.key];
  if (!current) return panKeys[event.key] ?? null;
  return walkKeys[event.key] ?? walkKeys[places[event.code]] ?? null;
}

/** A ring, or a wide line, around the mark that has the focus by keyboard. */
function paintFocus() {
  drawing.querySelector("g.focused")?.remove();
  const mark = document.activeElement;
  if (!mark.matches("[data-stops]:focus-visible")) return hover(null);
  const group = draw("g", { class: "focused", "aria-hidden": "true" });
  for (const kind of ["around", "ring"]) {
    const { x, y, width, height } = mark.getBBox();
    group.append(currentTie
      ? draw("path", { d: mark.getAttribute("d"), class: kind })
      : draw("circle", { cx: x + width / 2, cy: y + height / 2, r: Math.hypot(width, height) / 2 + 2, class: kind }));
  }
  drawing.append(group);
  const thing = currentTie ?? current;
  if (thing === selected) return hover(null);
  const box = mark.getBoundingClientRect();
  hover(thing, { clientX: box.right, clientY: box.bottom });
}

function listenToKeys() {
  picture.addEventListener("keydown", (event) => {
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
    paintFocus();
  });
  picture.addEventListener("focusin", paintFocus);
  picture.addEventListener("focusout", () => { drawing.querySelector("g.focused")?.remove(); hover(null); });
  rove();
}

/** The stop follows what is selected elsewhere. */
function roveToSelection() {
  if (!drawing) return;
  const actor = selected?.kind === "tie" ? selected.source : selected;
  const isThere = selected === current || selected === currentTie;
  if (actor && !isThere && actor.shown && isDrawn(actor)) [current, currentTie] = [actor, null];
  rove();
}

/** The focus of a card that closes goes back to the map. */
function focusMap() {
  if (!drawing) return document.getElementById("search").focus();
  if (current) focusMark(current, currentTie); else picture.focus();
}
