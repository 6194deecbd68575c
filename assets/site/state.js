/**
 * The state of a page is its address, and this module alone tells others of it. (A lesson keeps its place in it, and the
 * list of people its words, silently: nobody else on those pages listens.)
 *
 *     write({ person: ["kirov"] })      a view more in the history, if that says something new
 *     subscribe("page", listener)       called whenever the address has come to say something else
 *
 * Who listens hears in the order of `STAGES`: first who draws, then the rest of the page, then Dash, whose rendering
 * would hold up the picture. A listener of the picture may give a promise: the others wait for it, but not for long.
 */
import { setProps } from "./dash.js";
import * as links from "./links.js";

const STAGES = /** @type {const} */ (["picture", "page", "dash"]);
const PATIENCE = 100; // milliseconds that the rest of the page waits for the picture

/** @typedef {() => Promise<void> | void} Listener */

/** @type {Record<(typeof STAGES)[number], Listener[]>} */
const listeners = { picture: [], page: [], dash: [] };
let turn = 0; // number of the last change: who waited for the picture of one before it has nothing to tell any more

/** @param {(typeof STAGES)[number]} stage @param {Listener} listener */
export function subscribe(stage, listener) {
  listeners[stage].push(listener);
}

/** @returns {URLSearchParams} what the address asks for now */
export function read() {
  return links.parsed(window.location.search);
}

/** @returns {links.Days} first and last day of the timeline */
export function axis() {
  const [first, last] = (document.body.dataset.axis || "").split("/").map(Number);
  return [first, last];
}

/** @param {URLSearchParams} query @returns {string} its canonical form, "" or "?..." */
export function written(query) {
  return links.written(query, axis());
}

/** @returns {string} the filter that the address asks for, without "?" */
export function filterNow() {
  return links.filterOf(read(), axis());
}

/** @returns {links.Days|null} the window that the address asks for */
export function windowNow() {
  return links.windowOf(read(), axis());
}

/**
 * Change keys of the address and tell everybody, if that asks for something else.
 * @param {Record<string, string|string[]>} changes new values by key; "" or [] takes the key away
 * @param {{replace?: boolean}} [how] `replace` adds no entry to the history and tells nobody: whoever moves the drawing
 *   has shown already what the address says then
 */
export function write(changes, { replace = false } = {}) {
  const search = written(links.changed(read(), changes));
  if (search === written(read())) return;
  if (replace) window.history.replaceState(window.history.state, "", window.location.pathname + search);
  else go(search);
}

/** Go to another view of this page and tell everybody. @param {string} search "" or "?..." */
export function go(search) {
  if (search === window.location.search) return;
  window.history.pushState({}, "", window.location.pathname + search);
  notify();
}

/** Tell everybody what the address says now. */
async function notify() {
  const mine = ++turn;
  const pictures = listeners.picture.map((listener) => listener()).filter((drawing) => drawing);
  if (pictures.length) await Promise.race([Promise.all(pictures), new Promise((late) => setTimeout(late, PATIENCE))]);
  if (mine !== turn) return;
  for (const stage of STAGES.slice(1)) for (const listener of listeners[stage]) listener();
}

/** Dash has the query string in a store, and hears of the address last. */
function tellDash() {
  setProps("address", { data: window.location.search.slice(1) }, "screen");
}

/** What Dash calls by name: what the store has at first, and on another path. */
export const callbacks = { read: () => window.location.search.slice(1) };

/** Listen. */
export function start() {
  window.addEventListener("popstate", notify);
  subscribe("dash", tellDash);
}
