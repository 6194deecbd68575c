/* The view of the drawing, the open event and the window, from and to the address. */
import { feed, hear } from "../drawing/feed.js";
import { setProps } from "../site/dash.js";
import { findOne, seek } from "../site/dom.js";
import { isoDay } from "../site/links.js";
import { axis, read, subscribe, windowNow, write } from "../site/state.js";

/** @type {[number, number]|null} */
let drawn = null; // the window, as it was told last
let turn = 0; // number of the last time that the drawing was sent to another window

/** What the address says of the drawing. @returns {Pick<Props, "selected" | "window">} */
export function viewNow() {
  return { selected: read().get("event") || "", window: windowNow() };
}

/**
 * The drawn window into the address, without a new entry in the history; a chosen period that it is not is let go.
 * @param {[number, number]} window
 */
function writeWindow(window) {
  drawn = window;
  const bounds = axis();
  const all = drawn[0] <= bounds[0] && drawn[1] >= bounds[1];
  const [from, to] = drawn.map(isoDay);
  write(all ? { start: "", end: "" } : { start: from, end: to }, { replace: true });
  const period = seek("#go-period");
  if (period instanceof HTMLSelectElement && period.value && period.value !== `${from}/${to}`)
    setProps("go-period", { value: "" });
}

/** What was done in the drawing; an event that was opened there is closed by Back. @param {Change} change */
function told({ window, selected }) {
  if (window) writeWindow(window);
  if (selected !== undefined) write({ event: selected });
}

/** Go to a window given as "first/last" in ISO days. @param {string|null} span */
function jump(span) {
  if (!span) return;
  const [from, to] = span.split("/");
  write({ start: from, end: to });
  // What was gone to is to be seen, not the menu over it.
  const menu = /** @type {HTMLDetailsElement|null} */ (seek("details[open]:has(#go-date)"));
  if (!menu) return;
  menu.open = false;
  findOne("summary", menu).focus();
}

/** The address into the drawing: the open event, and the window if it is not drawn yet. */
function show() {
  const { selected, window: wanted } = viewNow();
  const there = wanted && drawn && Math.abs(drawn[0] - wanted[0]) <= 1 && Math.abs(drawn[1] - wanted[1]) <= 1;
  feed("drawing", wanted && !there ? { selected, goto: { window: wanted, n: ++turn } } : { selected });
}

/** What Dash calls by name. */
export const callbacks = { jump };

/** Listen. */
export function start() {
  drawn = windowNow();
  hear("drawing", told);
  subscribe("page", show);
}
