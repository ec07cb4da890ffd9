// Search over names and ids, as a combobox: arrows go through what was found, Enter goes there.

const mostFound = 12;

/** The best first: a whole name or id, one that begins so, a word that begins so, anything that holds it. */
function find(text) {
  const wanted = folded(text.trim());
  if (wanted === "") return [];
  const found = [];
  for (const actor of actors.values()) {
    const at = actor.search.indexOf(wanted);
    if (at < 0) continue;
    const parts = actor.search.split("\n");
    const place = parts.includes(wanted) ? 0 : parts.some((part) => part.startsWith(wanted)) ? 1
      : actor.search.includes(" " + wanted) ? 2 : 3;
    found.push({ actor, place });
  }
  return found.sort((a, b) => a.place - b.place || a.actor.number - b.actor.number).map((hit) => hit.actor);
}

function searchBox() {
  let found = [];
  let active = -1;
  const list = make("ul", { id: "found", role: "listbox", label: "Actors found", hidden: true });
  const input = make("input", {
    id: "search", type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", dir: "auto",
    "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
  });

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(position) {
    active = position;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", "found-" + active);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function go(actor) {
    input.value = actor.name;
    close();
    select(actor, { focus: true, moves: true });
  }

  function search() {
    const all = find(input.value);
    found = all.slice(0, mostFound);
    list.replaceChildren(...found.map((actor, position) => {
      const option = make(
        "li", { id: "found-" + position, role: "option", "aria-selected": "false" }, make("bdi", {}, actor.name));
      if (actor.id !== actor.name) option.append(" ", make("small", {}, make("bdi", {}, actor.id)));
      // Before the field loses the focus.
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); go(actor); });
      return option;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    mark(-1);
    if (input.value.trim() !== "") announce(say("{0} actors found.", all.length));
  }

  input.addEventListener("input", search);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Enter" && found.length > 0 && input.value.trim() !== "") {
      event.preventDefault();
      go(found[Math.max(active, 0)]);
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length > 0) {
      event.preventDefault();
      if (list.hidden) search();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    }
  });
  const clear = () => { input.value = ""; found = []; close(); };
  return {
    element: make("div", { class: "search" }, make("label", { for: "search", word: "Find an actor" }), input, list),
    clear,
  };
}
