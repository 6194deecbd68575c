/*
 * Asking the server what a filter leaves: once for each, as soon as the address says something new
 * (timeline/web/timeline/drawn.py). What the page was opened with comes with it, and is drawn before Dash is loaded.
 */
import { feed, hear } from "../drawing/feed.js";
import { stand } from "../drawing/standing.js";
import { afterPaint, byId, readJson } from "../site/dom.js";
import { sayFault } from "../site/fault.js";
import { showFragment } from "../site/fragment.js";
import { pageData } from "../site/page_data.js";
import { filterNow, subscribe } from "../site/state.js";
import { countChosen } from "./controls.js";
import { showList } from "./pieces.js";
import { viewNow } from "./view.js";

/** @type {string|null} */
let last = null; // the filter that was asked for last
let seen = ""; // and the stretch of time, if more was wanted of one
let known = ""; // the edition that the drawing has
let turn = 0; // number of the last question: an answer to one before it comes too late

/** @typedef {{drawing: Partial<Props>, result?: string, asked?: string}} Answer without words where only detail was wanted */

/**
 * @param {string} filter query string without "?"
 * @param {[number, number]|null} span day numbers between which more detail is wanted
 */
async function ask(filter, span) {
  last = filter;
  seen = String(span || "");
  const own = `known=${encodeURIComponent(known)}${span ? `&span=${span.join()}` : ""}`;
  const mine = ++turn;
  try {
    const response = await window.fetch(`${pageData.paths.drawn}?${own}${filter && `&${filter}`}`);
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    if (mine === turn) await show(answer, filter);
  } catch (fault) {
    if (mine === turn) fail(fault);
  }
}

/**
 * Put an answer into the page. By hand and not as properties of Dash, which would render the page around them.
 * @param {Answer} answer
 * @param {string} filter that it answers
 */
async function show(answer, filter) {
  await feed("drawing", answer.drawing);
  known = answer.drawing.edition || known;
  countChosen();
  if (answer.result === undefined) return;
  byId("result").textContent = answer.result;
  showFragment(byId("asked"), answer.asked || "");
  // The list waits until the drawing is seen: whoever filters looks there first, and both would fight for one processor.
  afterPaint(() => void (last === filter && showList(filter)));
}

/** Say so, and let the same be asked again. @param {unknown} fault */
function fail(fault) {
  last = null;
  sayFault(fault);
}

/** The address has changed: if it asks for another filter, so does this page. @returns {Promise<void>|undefined} */
function moved() {
  const filter = filterNow();
  return filter === last ? undefined : ask(filter, null);
}

/** @param {Change} change whether the drawing wants to know more of a stretch of time */
function detail({ ask: span }) {
  const filter = filterNow();
  if (span && (filter !== last || String(span) !== seen)) ask(filter, span);
}

/**
 * Draw what came with the page. A link opens where it leads: the first picture comes with its window, and nothing
 * glides there.
 */
function drawFirst() {
  const written = byId("first-drawing");
  /** @type {Partial<Props>} */
  const props = readJson(written.textContent);
  written.remove();
  document.currentScript?.remove(); // it stood before the list, see timeline/web/timeline/first.py
  stand("drawing", byId("drawing"), {}, { ...props, ...viewNow() });
  known = props.edition || "";
  last = filterNow();
}

/** Draw at once, and from then on listen. */
export function start() {
  hear("drawing", detail);
  subscribe("picture", moved);
  drawFirst();
}
