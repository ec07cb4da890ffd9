// What the page knows of actors, lines and the rows behind them. A line is all ties, or all transfers, from one actor
// to another; its parts say which relations, crimes and days it is made of.

const data = JSON.parse(document.getElementById("data").textContent);
/** Actors and lines by the numbers that the marks of the map and the rows of tables bear. */
const actors = new Map();
const lines = new Map();
const dayLength = 86_400_000;

/** Days since 1970; null without a date. */
function day(date) {
  if (!date) return null;
  const [year, month, dayOfMonth] = date.slice(0, 10).split("-").map(Number);
  return Math.floor(Date.UTC(year, month - 1, dayOfMonth) / dayLength);
}

function dateOf(day) {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

for (const [number, id, name, role, type, regions, community, degree, betweenness, low, high, row] of data.actors) {
  actors.set(number, {
    kind: "actor", number, id, name, role: data.roles[role], type: data.types[type], regions, community, degree,
    betweenness, low, high, row, lines: [], passes: true, shown: true, search: folded(name + "\n" + id),
  });
}

for (const row of data.lines) {
  const [number, source, target, isDirected, isTransfer, strength, confidence, parts, items, itemCount] = row;
  const line = {
    kind: "tie", number, source: actors.get(source), target: actors.get(target), isDirected: isDirected === 1,
    isTransfer: isTransfer === 1, strength, confidence, items, itemCount, shown: true,
    parts: parts.map(([relation, crimes, first, last]) => (
      { relation, crimes, first: day(first), last: day(last) })),
  };
  lines.set(number, line);
  line.source.lines.push(line);
  line.target.lines.push(line);
}

/** Lower case without marks, so that "Suarez" finds "Suárez". */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function otherEnd(line, actor) {
  return line.source === actor ? line.target : line.source;
}

function relationsOf(line) {
  return [...new Set(line.parts.map((part) => data.relations[part.relation]))];
}

function crimesOf(line) {
  return [...new Set(line.parts.flatMap((part) => part.crimes))].map((crime) => data.crimes[crime]);
}

/** A confidence, without needless zeros. */
function share(number) {
  return String(Number(number.toFixed(3)));
}

/** A number to about four digits, as the tables show it. */
function short(number) {
  if (number === null) return "–";
  const size = Math.abs(number);
  if (Number.isInteger(number) && size < 1e9) return String(number);
  return number.toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.001 ? 4 : 6);
}
