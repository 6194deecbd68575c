/* The controls of the filter bar: what a reader sets goes into the address, what the address says goes into them. */
import { aroundOf, seek } from "../site/dom.js";
import * as links from "../site/links.js";
import { filterNow, read, subscribe, write } from "../site/state.js";

/** The key of a link that each control sets, by its id (timeline/web/timeline/ids.py). @type {Record<string, string>} */
const KEYS = {
  "filter-people": "person",
  "filter-people-match": "match",
  "filter-sources": "source",
  "filter-themes": "theme",
  "filter-words": "q",
  "filter-from": "from",
  "filter-to": "to",
  "show-as": "as",
  "show-with": "with",
  "show-lanes": "lanes",
  "show-ghosts": "ghosts",
};
const LISTS = ["person", "source", "theme"]; // keys whose control has a list
const SWITCHES = ["ghosts"];

/** @typedef {string|string[]|boolean} Value of a control */

/** What each control was last given by the page, or gave to it, as JSON. @type {Map<string, string>} */
const given = new Map();

/** @param {URLSearchParams} query @param {string} key @returns {Value} what the control of this key shows for it */
function valueIn(query, key) {
  if (LISTS.includes(key)) return links.many(query, key);
  return SWITCHES.includes(key) ? links.one(query, key) === "1" : links.one(query, key);
}

/** @param {string} key @param {Value|null} value of its control @returns {string|string[]} what stands in a link */
function textOf(key, value) {
  if (SWITCHES.includes(key)) return value ? "1" : "";
  return typeof value === "string" ? value.trim() : Array.isArray(value) ? value : "";
}

/**
 * Controls say something: only those that do are written, and only what the page has not given them itself. So nothing
 * is lost that a reader sets while others are still being set, and nothing is said twice.
 */
function writeControls() {
  /** @type {Record<string, string|string[]>} */
  const changes = {};
  for (const { prop_id: name, value } of window.dash_clientside.callback_context.triggered) {
    const id = name.slice(0, name.lastIndexOf("."));
    const said = JSON.stringify(value);
    if (said === given.get(id)) continue;
    given.set(id, said);
    changes[KEYS[id]] = textOf(KEYS[id], value);
  }
  write(changes);
}

/**
 * The address into the controls, as far as they say something else; gives the filter. The controls are set one by one:
 * as outputs of a callback all would be rendered anew for every filter.
 */
function readControls() {
  const { no_update: same, set_props: set, callback_context: context } = window.dash_clientside;
  const query = read();
  /** @type {Record<string, unknown>} */
  const now = {};
  for (const { id, property, value } of context.states_list) {
    now[id] = value;
    if (!(id in KEYS)) continue;
    const wanted = valueIn(query, KEYS[id]);
    given.set(id, JSON.stringify(wanted));
    if (JSON.stringify(value) !== JSON.stringify(wanted)) set(id, { [property]: wanted });
  }
  const filter = filterNow();
  return filter === now["filter-query"] ? same : filter;
}

/** The address into the controls that stand before Dash's. */
function showFirst() {
  for (const [id, key] of Object.entries(KEYS)) {
    const control = seek(`#first #${id}`);
    const value = valueIn(read(), key);
    if (control instanceof HTMLInputElement && typeof value === "boolean") control.checked = value;
    else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = String(value);
  }
}

/** Beside the name of each menu: how many of its choices are chosen. */
export function countChosen() {
  for (const [menu, ...keys] of [
    ["people", "person"],
    ["sources", "source"],
    ["themes", "theme"],
    ["dates", "from", "to"],
  ]) {
    const number = seek(`#number-${menu}`);
    const query = read();
    const chosen = String(keys.flatMap((key) => links.many(query, key)).length || "");
    if (number && number.textContent !== chosen) number.textContent = chosen;
  }
}

/**
 * Which choices to count: those of the open menu, for the present filter; none while all menus are closed.
 * @param {string|null} menu
 * @param {string|null} filter
 */
function askChoices(menu, filter) {
  return menu ? { menu, query: filter || "" } : window.dash_clientside.no_update;
}

let openMenu = ""; // name of the open menu of the filter bar

/** Tell Dash which menu of the filter bar is open. @param {Event} toggled */
function noteMenu(toggled) {
  const menu = aroundOf(toggled, "details[data-drop]", HTMLDetailsElement);
  if (!menu || menu !== toggled.target) return;
  const name = menu.dataset.drop || "";
  if (!menu.open && openMenu !== name) return;
  openMenu = menu.open ? name : "";
  window.dash_clientside.set_props("open-menu", { data: openMenu });
}

/** What Dash calls by name. */
export const callbacks = { write: writeControls, read: readControls, askChoices };

/** Listen. */
export function start() {
  document.addEventListener("toggle", noteMenu, true);
  document.addEventListener("takenover", countChosen);
  subscribe("page", countChosen);
  subscribe("page", showFirst);
  showFirst();
  countChosen();
}
