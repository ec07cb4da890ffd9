// Puts the controls into the page, which can be read without them.

function button(english, sign, act) {
  return make("button", { type: "button", label: english, click: act }, sign);
}

const countLine = make("p", { class: "counts" });

function sayCounts() {
  countLine.textContent = counts();
  announce(countLine.textContent);
}

const keysInWords = "Keys on the map: arrows go to the nearest actor, Page Down and Page Up to the next and the one before, "
  + "Home and End to the first and the last. ] and [ go through the ties of an actor, Space to the other end of one. "
  + "Enter selects, Enter again goes to the evidence, Escape goes a step back and then leaves the map. "
  + "Shift and arrows move the map, + and − zoom, 0 shows all.";

function buildExplorer() {
  const search = searchBox();
  const reset = make("button", { type: "button", class: "reset", word: "Reset", click: () => {
    clearFilter();
    search.clear();
    unsortTables();
    if (drawing) show(home);
    selected = null;
    showCard();
    applyFilter();
  } });
  const figure = document.querySelector("#map figure");
  const controls = make("form", { class: "filters", label: "Filters", submit: (event) => event.preventDefault() },
    search.element, ...filterControls(), reset);
  const explorer = make("div", { class: "explorer" });
  figure.replaceWith(explorer);
  explorer.append(controls, countLine, status);
  const stage = make("div", { class: "stage" });
  if (drawing) {
    const tools = make("div", { class: "tools", role: "group", label: "View" }, button("Zoom in", "+", () => zoom(1.4)),
      button("Zoom out", "−", () => zoom(1 / 1.4)), button("Whole map", "⤢", () => show(home)));
    const keysNote = make("p", { class: "note keys", id: "map-keys", word: keysInWords });
    stage.append(figure, tools, hoverCard);
    explorer.append(stage, card);
    const { legendPicture, noteText } = openMap();
    Object.entries({ role: "application", "aria-describedby": "network-desc map-keys" })
      .forEach(([key, value]) => picture.setAttribute(key, value));
    picture.removeAttribute("aria-labelledby");
    setLabel(picture, "Network map");
    listenToMap();
    listenToKeys();
    explorer.append(keysNote, make("details", { class: "legends", open: true }, make("summary", { word: "Legend" }),
      make("div", {}, make("figure", { lang: "en", dir: "ltr" }, legendPicture),
        make("p", { class: "note", lang: "en", dir: "ltr" }, noteText))));
  } else {
    explorer.append(figure, card);
  }
}

document.querySelector("header").append(languageSwitch());
openTables();
buildExplorer();
linkLists();
afterFilter.push(paintMap, roveToSelection, refreshTables, sayCounts, () => { if (selected) showCard(); });
afterSelection.push(paintMap, roveToSelection, refreshTables);
afterLanguage.push(roveToSelection, refreshTables, showCard, sayCounts);
applyFilter();
root.classList.add("live");
