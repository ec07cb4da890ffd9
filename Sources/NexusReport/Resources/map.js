// The network map: moved and enlarged by its viewBox, its marks found by data-actor, data-tie and data-name.

const picture = document.querySelector("#map figure > svg");
const drawing = picture ? picture.querySelector("g.map") : null;
const svgSpace = "http://www.w3.org/2000/svg";
/** The whole map, and the part of it in view. */
let home = null;
let view = null;
const leastHome = { width: 640, height: 400 };
/** The elements of each actor and line. */
const marks = { actor: new Map(), tie: new Map(), name: new Map() };

function draw(name, attributes) {
  const element = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function elementsOf(thing) {
  const own = marks[thing.kind].get(thing.number) ?? [];
  return thing.kind === "actor" ? own.concat(marks.name.get(thing.number) ?? []) : own;
}

function isDrawn(thing) {
  return marks[thing.kind].has(thing.number);
}

/** Box of an element in the units of the picture. */
function boxOf(element) {
  const box = element.getBBox();
  const matrix = drawing.transform.baseVal.consolidate().matrix;
  return { x: box.x + matrix.e, y: box.y + matrix.f, width: box.width, height: box.height };
}

function show(box) {
  const width = Math.min(Math.max(box.width, home.width / 40), home.width);
  const height = width * home.height / home.width;
  // What is in view never leaves the map wholly behind.
  const x = Math.min(Math.max(box.x, home.x - width / 2), home.x + home.width - width / 2);
  const y = Math.min(Math.max(box.y, home.y - height / 2), home.y + home.height - height / 2);
  view = width === home.width ? { ...home } : { x, y, width, height };
  const sides = [view.x, view.y, view.width, view.height];
  picture.setAttribute("viewBox", sides.map((value) => value.toFixed(2)).join(" "));
  picture.dataset.zoom = (home.width / view.width).toFixed(2);
  picture.style.setProperty("--shrink", Math.sqrt(view.width / home.width).toFixed(3));
}

/** A point of the screen in the units of the picture. */
function pointAt(x, y) {
  return new DOMPoint(x, y).matrixTransform(picture.getScreenCTM().inverse());
}

function zoom(factor, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) {
  const width = Math.min(Math.max(view.width / factor, home.width / 40), home.width);
  const scale = width / view.width;
  show({ x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale, width });
}

function pan(x, y) {
  show({ x: view.x + x * view.width, y: view.y + y * view.height, width: view.width });
}

/** Brings an actor or a line into view, near enough to be told apart. */
function bringIntoView(thing) {
  const element = (marks[thing.kind].get(thing.number) ?? [])[0];
  if (!element) return;
  const box = boxOf(element);
  const width = Math.min(view.width, Math.max(home.width / 2.5, box.width * 1.6));
  const height = width * home.height / home.width;
  show({ x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width });
}

/** Shows what passes the filter; what is selected and its neighbours stand out. */
function paintMap() {
  if (!drawing) return;
  for (const thing of [...actors.values(), ...lines.values()]) {
    for (const element of elementsOf(thing)) element.classList.toggle("off", !thing.shown);
  }
  const near = new Set();
  if (selected) {
    near.add(selected);
    const linked = selected.kind === "actor" ? selected.lines.filter((line) => line.shown) : [selected];
    for (const line of linked) near.add(line).add(line.source).add(line.target);
  }
  picture.classList.toggle("dim", selected !== null && isDrawn(selected));
  for (const thing of [...actors.values(), ...lines.values()]) {
    for (const element of elementsOf(thing)) element.classList.toggle("near", near.has(thing));
  }
  paintRing();
}

/** A ring around the selected actor, with its name where the map has none. */
function paintRing() {
  drawing.querySelector("g.chosen")?.remove();
  if (selected?.kind !== "actor" || !isDrawn(selected) || !selected.shown) return;
  const box = marks.actor.get(selected.number)[0].getBBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const radius = Math.max(box.width, box.height) / 2 + 4;
  const group = draw("g", { class: "chosen", "aria-hidden": "true" });
  group.append(draw("circle", { cx: x, cy: y, r: radius, fill: "none", stroke: "#d55e00", "stroke-width": "2.5" }));
  if (!marks.name.has(selected.number)) {
    const text = draw("text", {
      x, y: y - radius - 4, "text-anchor": "middle", "font-size": "11.5", "font-weight": "bold", fill: "#1a1a1a",
      stroke: "#ffffff", "stroke-width": "3", "paint-order": "stroke", "unicode-bidi": "plaintext",
    });
    text.textContent = selected.name.slice(0, 40);
    group.append(text);
  }
  drawing.append(group);
}

/** Takes the picture apart: the map to move, the legend beside it, the notes as text. */
function openMap() {
  for (const [kind, found] of [["actor", "data-actor"], ["tie", "data-tie"], ["name", "data-name"]]) {
    for (const element of drawing.querySelectorAll("[" + found + "]")) {
      const number = Number(element.getAttribute(found));
      if (!marks[kind].has(number)) marks[kind].set(number, []);
      marks[kind].get(number).push(element);
      element.querySelector("title")?.remove();  // the card says it
    }
  }
  // A line is too thin to point at: a wider one that nobody sees takes the pointer.
  for (const [number, elements] of marks.tie) {
    const course = elements[0].getAttribute("d");
    const hit = draw("path", { class: "hit", "data-tie": number, d: course, fill: "none" });
    elements[0].parentNode.insertBefore(hit, elements[0]);
    elements.push(hit);
  }
  const box = boxOf(drawing);
  // A few marks alone would fill the page as giants.
  const [width, height] = [Math.max(box.width + 24, leastHome.width), Math.max(box.height + 24, leastHome.height)];
  home = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  picture.querySelector("g.head")?.remove();
  const legend = picture.querySelector("g.legend");
  const notes = picture.querySelector("g.notes");
  const noteText = [...(notes?.querySelectorAll("text") ?? [])].map((line) => line.textContent).join(" ");
  const legendBox = legend?.getBBox();
  const font = picture.getAttribute("font-family");
  const legendPicture = draw("svg", { role: "img", class: "legend", "font-family": font });
  if (legendBox) {
    const [width, height] = [legendBox.width + 8, legendBox.height + 8];
    legendPicture.setAttribute("viewBox", [legendBox.x - 4, legendBox.y - 4, width, height].join(" "));
    legendPicture.setAttribute("width", Math.ceil(width));
    setLabel(legendPicture, "Legend");
    legendPicture.append(legend);
  }
  notes?.remove();
  show(home);
  return { legendPicture, noteText };
}

/** Wheel, one pointer to move and two to pinch. */
function listenToMap() {
  let lastScroll = -1000;
  addEventListener("scroll", () => { lastScroll = performance.now(); }, { passive: true });
  picture.addEventListener("wheel", (event) => {
    // Who scrolls the page over the map wants to scroll on; who turns back at the whole map too.
    if (performance.now() - lastScroll < 250 || (event.deltaY > 0 && view.width >= home.width)) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), pointAt(event.clientX, event.clientY));
  }, { passive: false });
  const pointers = new Map();
  let moved = 0;
  picture.addEventListener("pointerdown", (event) => {
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, event);
  });
  picture.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const from = pointAt(before.clientX, before.clientY);
    const to = pointAt(event.clientX, event.clientY);
    moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (pointers.size === 2) {
      const other = [...pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
      const length = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      if (length(before) > 0) zoom(length(event) / length(before), pointAt(other.clientX, other.clientY));
    } else if (moved > 4) {
      if (!picture.hasPointerCapture(event.pointerId)) picture.setPointerCapture(event.pointerId);
      show({ x: view.x - (to.x - from.x), y: view.y - (to.y - from.y), width: view.width });
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, (event) => { pointers.delete(event.pointerId); });
  }
  picture.addEventListener("click", (event) => {
    if (moved > 4) return;
    const thing = thingAt(event.target);
    select(thing === selected ? null : thing);
  });
  picture.addEventListener("pointermove", (event) => {
    if (pointers.size === 0 && event.pointerType === "mouse") hover(thingAt(event.target), event);
  });
  picture.addEventListener("pointerleave", () => hover(null));
}

/** The actor or line that an element is a mark of. */
function thingAt(element) {
  const actor = element.closest?.("[data-actor], [data-name]");
  if (actor) return actors.get(Number(actor.dataset.actor ?? actor.dataset.name)) ?? null;
  const tie = element.closest?.("[data-tie]");
  return tie ? lines.get(Number(tie.dataset.tie)) ?? null : null;
}
