/**
 * The query string of a view, read and written by the table of keys that Python has too (timeline/query/links.py);
 * tests/links.json holds both to the same answers. Nothing here looks at the page: the address is state.js's.
 */
import { civil, dayNumber } from "../drawing/calendar.js";
import { pageData } from "./page_data.js";

const SCREEN = "timeline"; // whose keys these links have
const KEYS = pageData.links.filter(({ screens }) => screens.includes(SCREEN));
const DAY = /^(?!0000)(\d{4})-(\d\d)-(\d\d)$/;

/** @typedef {[first: number, last: number]} Days day numbers */

/** @param {number} day day number @returns {string} ISO day */
export function isoDay(day) {
  const date = civil(Math.round(day));
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** @param {string} text ISO day @returns {number|null} day number, or null if it is none */
function readDay(text) {
  const [, year, month, day] = (DAY.exec(text) || []).map(Number);
  const number = dayNumber(year, month, day);
  return isoDay(number) === text ? number : null;
}

const FORMER = new Map(
  KEYS.flatMap(({ key, former }) => former.map(([name, text, now]) => [`${name}=${text}`, [key, now]])),
);

/**
 * @param {string} search a query string, with or without its "?"
 * @returns {URLSearchParams} an old key under its present name: links are kept for years
 */
export function parsed(search) {
  const pairs = [...new URLSearchParams(search)];
  return new URLSearchParams(pairs.map(([name, text]) => FORMER.get(`${name}=${text}`) || [name, text]));
}

/**
 * All that is given for a key: nothing empty, nothing that it cannot mean; of a key that takes one the first that is
 * given, whatever that is.
 * @param {URLSearchParams} query
 * @param {import("./page_data.js").LinkKey} key
 * @returns {string[]} in the order of the link
 */
function given(query, { key, kind, many: repeated, choices }) {
  const texts = query.getAll(key).filter((text) => text !== "");
  const spaced = texts.map((text) => (kind === "typed" ? text.trim().split(/\s+/).join(" ") : text));
  const taken = repeated ? [...new Set(spaced)] : spaced.slice(0, 1);
  return taken.filter((text) => !choices.length || choices.includes(text));
}

/**
 * What is given for a key that takes one.
 * @param {URLSearchParams} query
 * @param {string} key
 * @returns {string} what goes without saying, if nothing else is given
 */
export function one(query, key) {
  const row = KEYS.find((each) => each.key === key);
  return row ? given(query, row)[0] || row.default : "";
}

/** @param {URLSearchParams} query @param {string} key that takes many @returns {string[]} */
export function many(query, key) {
  const row = KEYS.find((each) => each.key === key);
  return row ? given(query, row) : [];
}

/**
 * The canonical query string: in the order of the table, without what goes without saying and what nobody can read.
 * @param {URLSearchParams} query
 * @param {Days} axis first and last day of the timeline
 * @returns {string} "" or "?..."
 */
export function written(query, axis) {
  const clean = new URLSearchParams();
  const drawn = windowOf(query, axis);
  for (const row of KEYS) {
    if ((row.key === "start" || row.key === "end") && !drawn) continue;
    for (const text of given(query, row)) if (text !== row.default) clean.append(row.key, text);
  }
  const text = clean.toString();
  return text && `?${text}`;
}

/**
 * @param {URLSearchParams} query
 * @param {Record<string, string|string[]>} changes new values by key; "" or [] takes the key away
 * @returns {URLSearchParams}
 */
export function changed(query, changes) {
  const next = new URLSearchParams(query);
  for (const [key, values] of Object.entries(changes)) {
    next.delete(key);
    for (const value of [values].flat()) next.append(key, value);
  }
  return next;
}

/**
 * What the filter is made of: all but the open event, and but a window that can be drawn. What nobody knows stays
 * in it, so that the server can tell the reader.
 * @param {URLSearchParams} query
 * @param {Days} axis
 * @returns {string} a query string without "?"
 */
export function filterOf(query, axis) {
  const left = new URLSearchParams(query);
  const out = windowOf(query, axis) ? ["event", "start", "end"] : ["event"];
  for (const key of out) left.delete(key);
  return left.toString();
}

/**
 * @param {URLSearchParams} query
 * @param {Days} axis
 * @returns {Days|null} the window asked for, at least a day wide; null if none can be drawn
 */
export function windowOf(query, axis) {
  const [first, last] = ["start", "end"].map((key) => readDay(one(query, key)));
  if (first === null || last === null || first > last || first > axis[1] || last < axis[0]) return null;
  return [first, Math.max(last, first + 1)];
}
