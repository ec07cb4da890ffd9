// Words of the interface. The page is written in English; every element with data-word shows that English text in the
// language of the page, and what the script says goes through say().

const words = JSON.parse(document.getElementById("words").textContent);
const root = document.documentElement;
/** What has to be said again when the language changes. */
const afterLanguage = [];

/** An English text of the table in the language of the page, with {0}, {1} … filled in. */
function say(english, ...values) {
  const column = words.languages.indexOf(root.lang) - 1;
  const row = Object.hasOwn(words.table, english) ? words.table[english] : null;
  const text = row && column >= 0 ? row[column] : english;
  return text.replace(/\{(\d)\}/g, (_, position) => String(values[position]));
}

/** The text between signs that keep its direction to itself, for sentences that hold names. */
function isolated(text) {
  return "\u2068" + text + "\u2069";
}

/**
 * An element. Of the attributes, `word` is its text and `label` its aria-label, both English and translated;
 * functions listen to events; false and null leave an attribute out.
 */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (key === "word") setWord(element, value);
    else if (key === "label") setLabel(element, value);
    else if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

function setWord(element, english) {
  element.dataset.word = english;
  element.textContent = say(english);
}

function setLabel(element, english) {
  element.dataset.label = english;
  element.setAttribute("aria-label", say(english));
}

/** A word of a vocabulary: translated where the table knows it, else as the data have it. */
function term(word) {
  return Object.hasOwn(words.table, word) ? make("span", { word }) : make("bdi", {}, word);
}

/** The same as text. */
function plainTerm(word) {
  return Object.hasOwn(words.table, word) ? say(word) : word;
}

/** Terms with commas between. */
function terms(list) {
  return list.flatMap((word, position) => (position ? [", ", term(word)] : [term(word)]));
}

function setLanguage(language) {
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  for (const act of afterLanguage) act();
}

/** The languages by their own names. */
function languageSwitch() {
  const options = words.languages.map((code, position) =>
    make("option", { value: code, lang: code }, words.names[position]));
  const select = make("select", { id: "language", change: () => setLanguage(select.value) }, ...options);
  select.value = root.lang;
  return make("p", { class: "language" }, make("label", { for: "language", word: "Language" }), " ", select);
}
