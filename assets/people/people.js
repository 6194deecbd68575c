/* The people screens: everybody is searched while somebody types; an event pressed in a life is shown below it. */
import { aroundOf, byId, findAll, findAllOf, findOne, readJson, targetOf } from "../site/dom.js";
import { pageData } from "../site/page_data.js";

const TABLE = ".people-table";
const SPELT = /[\p{L}\p{N}]+/gu;
const POSSESSIVE = /['\u2019]s(?![\p{L}\p{N}_])/gu;
/** How spelling is folded, as timeline/query/folding.py says. @type {Folding|undefined} */
let rules;

/** @typedef {{letters: Record<string, string>, habits: [RegExp, string][]}} Folding */

/** The rules that the server wrote into the page. @returns {Folding} */
function folding() {
  if (!rules) {
    /** @type {{letters: Record<string, string>, habits: [string, string][]}} */
    const { letters, habits } = readJson(findOne("[data-folding]").dataset.folding);
    rules = { letters, habits: habits.map(([pattern, by]) => [new RegExp(pattern, "gu"), by]) };
  }
  return rules;
}

/** @param {string} text @returns {string} the text without case, accents and script, as the server folds it */
function plain(text) {
  const { letters } = folding();
  /** @param {string} word */
  const latin = (word) => Array.from(word, (letter) => letters[letter] ?? letter).join("");
  const folded = latin(text.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replace(POSSESSIVE, ""));
  return latin(folded.normalize("NFKD").replace(/\p{M}/gu, ""));
}

/** @param {string} word a plain word @returns {string} its rough sound */
export function sound(word) {
  if (new Set(word).size === 1) return word;
  return folding().habits.reduce((said, [pattern, by]) => said.replace(pattern, by.replace("\\1", "$1")), word);
}

/** @param {string} text @returns {string[]} */
export function words(text) {
  return plain(text).match(SPELT) || [];
}

/**
 * Does somebody have, for each word typed, a name with a word that begins like it or sounds as if it did?
 * @param {HTMLElement} row
 * @param {Array<{word: string, sound: string}>} typed
 */
function fits(row, typed) {
  const names = (row.dataset.words || "").split(" ");
  const sounds = (row.dataset.sounds || "").split(" ");
  return typed.every(
    (one) => names.some((name) => name.startsWith(one.word)) || sounds.some((name) => name.startsWith(one.sound)),
  );
}

/** Show those who fit, say how many, and keep the words in the address. @param {string} text */
function find(text) {
  const typed = words(text).map((word) => ({ word: word, sound: sound(word) }));
  const rows = findAll(TABLE + " tr[data-words]");
  let left = 0;
  rows.forEach(function (row) {
    row.hidden = !fits(row, typed);
    if (!row.hidden) left += 1;
  });
  findOne(TABLE).toggleAttribute("data-searching", typed.length > 0);
  findOne(".people-none").hidden = left > 0;
  byId("people-count").textContent = left + " of " + rows.length + " people";
  keep(text.trim());
}

/** The words into the address and into the links that sort. @param {string} text */
function keep(text) {
  /** @param {URL} url */
  const put = function (url) {
    const rest = Array.from(url.searchParams).filter(([key]) => key !== "q");
    const query = new URLSearchParams(text ? [["q", text], ...rest] : rest).toString();
    return url.pathname + (query ? "?" + query : "");
  };
  window.history.replaceState(window.history.state, "", put(new URL(window.location.href)));
  findAllOf("a[data-keep-words], a[data-none='alike']", HTMLAnchorElement).forEach(function (link) {
    link.href = put(new URL(link.href));
  });
}

/** @param {Event} typed */
function search(typed) {
  const field = aroundOf(typed, "#people-words", HTMLInputElement);
  if (field) find(field.value);
}

/** Enter in the search goes to the only one who is left. @param {SubmitEvent} sent */
function submit(sent) {
  if (!targetOf(sent).matches(".people-find")) return;
  sent.preventDefault();
  const left = findAll(TABLE + " tr[data-words]:not([hidden]) th a");
  if (left.length === 1) left[0].click();
}

/**
 * An event pressed in the drawing of a life: to its line below; one of the others to the timeline.
 * @param {string} event
 */
function showEvent(event) {
  const same = window.dash_clientside.no_update;
  if (!event || event.startsWith("life:")) return same;
  const line = document.getElementById("event-" + event);
  if (!line) {
    window.location.assign(`${pageData.paths.timeline}?${new URLSearchParams({ event })}`);
    return same;
  }
  line.scrollIntoView({ block: "center" });
  line.focus({ preventScroll: true });
  // Nothing stays open: the same event can be pressed again.
  window.setTimeout(() => window.dash_clientside.set_props("person-drawing", { selected: "" }));
  return event;
}

/** What Dash calls by name. */
export const callbacks = { showEvent };

/** Listen. */
export function start() {
  document.addEventListener("input", search);
  document.addEventListener("submit", submit);
}
