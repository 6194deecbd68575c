/** What the drawing arranges, made by hand: events, and the scene of a window in which a day is a pixel. */
import { makeScene } from "../../../assets/drawing/compose.js";
import { FLAGS, labelWidths, makeModel } from "../../../assets/drawing/entries.js";
import { makeMetrics } from "../../../assets/drawing/metrics.js";
import { complete } from "../../../assets/drawing/props.js";

/** As on a screen of a thousand pixels, with a mouse. */
export const METRICS = makeMetrics({ width: 1000, scale: 1, coarse: false, sans: "sans-serif", serif: "serif" });
/** A source covers this time and does not mention the event. */
export const UNMENTIONED = FLAGS.SILENT | FLAGS.NO_MENTION;
/** A source does not reach this time. */
export const UNREACHED = FLAGS.SILENT | FLAGS.NO_REACH;

/** An entry on one day, or lasting until `last`, with what differs. */
export function event(id, first, { last = first, ...more } = {}) {
  const certain = { first, sureFrom: first, sureTo: last, last };
  const said = { id, label: id, when: `day ${first}`, given: "", who: "", unnamed: "", contest: "" };
  return { ...said, ...certain, lane: 0, theme: -1, rank: 3, seq: first, flags: 0, stance: -1, ...more };
}

/** An entry that lies somewhere between two days. */
export function somewhere(id, first, last, more = {}) {
  return event(id, first, { last, sureFrom: last + 1, sureTo: first - 1, ...more });
}

/** Entries as columns, the most important first, as the server sends them. */
export function columns(events) {
  const rows = [...events].sort((a, b) => b.rank - a.rank || a.seq - b.seq || a.lane - b.lane);
  return Object.fromEntries(Object.keys(event("", 0)).map((name) => [name, rows.map((row) => row[name])]));
}

/** So many lanes, of sources that tell if so said. */
export function lanes(count, teller = false) {
  return Array.from({ length: count }, (_, k) => ({ id: `l${k}`, name: `Lane ${k}`, color: "", note: "", teller }));
}

/** So many documents, of which the second repeats another one. */
export function documents(count) {
  return Array.from({ length: count }, (_, k) => ({ id: `d${k}`, name: `Document ${k}`, mirror: k === 1 }));
}

/** The model of entries; `props` are what differs from one plain lane, and as many documents as the contest is over. */
export function modelOf(events, props = {}) {
  const over = documents(Math.max(0, ...events.map((each) => each.contest.length)));
  const plain = { events: columns(events), edition: "1", lanes: lanes(1), bounds: [-5000, 5000], documents: over };
  return makeModel(complete({ ...plain, ...props }), null);
}

/**
 * The scene of a window.
 * @param {object[]} events
 * @param {object} [how] start and end of the window, height of the area, what is named first, metrics, and props
 */
export function sceneOf(events, { start = 0, end = 1000, area = 300, first = [], metrics = METRICS, ...props } = {}) {
  const model = modelOf(events, props);
  const widths = labelWidths(model.cols, metrics.fonts, metrics.labelMax);
  return makeScene({ model, widths, perDay: 1, start, end, area, metrics, first });
}

/** The entry of an id, in a lane if one is said. */
export function entryOf(scene, id, lane = -1) {
  const { cols } = scene.model;
  return cols.id.findIndex((each, i) => each === id && (lane < 0 || cols.lane[i] === lane));
}

/** Rows by id; -1 is a mark. */
export function rowsById(scene) {
  return Object.fromEntries(scene.model.cols.id.map((id, i) => [id, scene.row[i]]));
}

/** Ways of entries given as [from, to], or [from, to, from, to] with a second one; null where a way is not allowed. */
export function ways(...entries) {
  const out = { from: new Float64Array(2 * entries.length).fill(NaN), to: new Float64Array(2 * entries.length) };
  entries.forEach(([from, to, otherFrom, otherTo], i) => {
    if (from !== null) [out.from[2 * i], out.to[2 * i]] = [from, to];
    if (otherTo !== undefined) [out.from[2 * i + 1], out.to[2 * i + 1]] = [otherFrom, otherTo];
  });
  return out;
}

/** Numbers that look random and are the same in every run. @param {number} seed @returns {(below: number) => number} */
export function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) % below;
  };
}
