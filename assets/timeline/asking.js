/* Asking the server what a filter leaves: once for each, as soon as the address says something new (timeline/web/timeline/drawn.py). */
import { byId } from "../site/dom.js";
import { feed } from "../drawing/component.js";
import { countChosen, filterNow } from "../site/address.js";
import { pageData } from "../site/page_data.js";
import { showFragment } from "../site/fragment.js";

const PATIENCE = 100; // milliseconds that the rest of the page waits for the picture
let last = null; // the filter that was asked for last
let seen = ""; // and the stretch of time, if more was wanted of one
let known = ""; // the edition that the drawing has
let passing = false; // the others are hearing of the address
let turn = 0; // number of the last question: an answer to one before it comes too late

/**
 * @param {string} filter query string without "?"
 * @param {number[]|null} span day numbers between which more detail is wanted
 */
async function ask(filter, span) {
  last = filter;
  seen = String(span || "");
  const own = "known=" + encodeURIComponent(known) + (span ? "&span=" + span.join() : "");
  const mine = ++turn;
  try {
    const response = await window.fetch(`${pageData.paths.drawn}?` + own + (filter && "&" + filter));
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    if (mine === turn) show(answer, filter);
  } catch (fault) {
    if (mine === turn) fail(fault);
  }
}

/**
 * Put an answer into the page. By hand and not as properties of Dash, which would render the page around them.
 * @param {{drawing: object, result: string, asked: string}} answer
 * @param {string} filter that it answers
 */
function show(answer, filter) {
  if (!feed(document.getElementById("drawing"), answer.drawing)) {
    window.requestAnimationFrame(() => show(answer, filter)); // it is not in the page yet
    return;
  }
  known = answer.drawing.edition || known;
  countChosen();
  if (answer.result === undefined) return;
  byId("result").textContent = answer.result;
  showFragment(document.getElementById("asked"), answer.asked);
  window.dash_clientside.set_props("list-query", { data: filter });
}

/** Say so, and let the same be asked again. @param {Error} fault */
function fail(fault) {
  last = null;
  console.warn(fault);
  window.dash_clientside.set_props("fault", { children: pageData.fault });
}

/**
 * The address has changed. If it asks for another filter, Dash and whoever else listens hear of it when the picture
 * is there, or soon: what they render then would hold it up.
 * @param {PopStateEvent} move
 */
function moved(move) {
  if (passing || !document.getElementById("drawing") || !document.getElementById("result")) return;
  const filter = filterNow();
  if (filter === last) return;
  move.stopImmediatePropagation();
  const late = window.setTimeout(pass, PATIENCE);
  ask(filter, null).then(function () {
    window.clearTimeout(late);
    pass();
  });
}

/** Let the others hear of the address. */
function pass() {
  passing = true;
  window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
  passing = false;
}

/** @param {string|null} filter as Dash has it, at the start and after every change */
function filterSaid(filter) {
  if ((filter || "") !== last) ask(filter || "", null);
}

/** @param {number[]|null} span that the drawing wants to know more of */
function detail(span) {
  const filter = filterNow();
  if (span && (filter !== last || String(span) !== seen)) ask(filter, span);
}

/** What Dash calls by name. */
export const callbacks = { filter: filterSaid, detail };

/** Listen. */
export function start() {
  window.addEventListener("popstate", moved);
}
