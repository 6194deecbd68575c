/* The view of the drawing, the open event and the window, from and to the address. */
import { findOne, seek } from "../site/dom.js";
import { isoDay } from "../site/links.js";
import { read, windowNow, write } from "../site/state.js";

const same = () => window.dash_clientside.no_update;

/**
 * The drawn window into the address, without a new entry in the history; gives the period that it is, if any.
 * @param {[number, number]} drawn
 * @param {[number, number]} bounds
 * @param {string|null} period that is chosen
 */
function writeWindow(drawn, bounds, period) {
  const all = drawn[0] <= bounds[0] && drawn[1] >= bounds[1];
  const [start, end] = drawn.map(isoDay);
  write(all ? { start: "", end: "" } : { start, end }, { replace: true });
  return period && period !== `${start}/${end}` ? "" : same();
}

/** The event pressed in the drawing into the address; Back closes it. @param {string|null} event */
function writeEvent(event) {
  write({ event: event || "" });
}

/** Go to a window given as "first/last" in ISO days. @param {string|null} span */
function jump(span) {
  if (!span) return;
  const [start, end] = span.split("/");
  write({ start, end });
  // What was gone to is to be seen, not the menu over it.
  const menu = /** @type {HTMLDetailsElement|null} */ (seek("details[open]:has(#go-date)"));
  if (!menu) return;
  menu.open = false;
  findOne("summary", menu).focus();
}

/**
 * The address into the drawing: the open event, and the window if it is not drawn yet.
 * @param {string} _query as Dash has it
 * @param {[number, number]|null} drawn
 * @param {string|null} selected
 */
function readView(_query, drawn, selected) {
  const event = read().get("event") || "";
  const wanted = windowNow();
  const there = wanted && drawn && Math.abs(drawn[0] - wanted[0]) <= 1 && Math.abs(drawn[1] - wanted[1]) <= 1;
  return [event === (selected || "") ? same() : event, wanted && !there ? { window: wanted, n: Date.now() } : same()];
}

/** What Dash calls by name. */
export const callbacks = { jump, readView, writeEvent, writeWindow };
