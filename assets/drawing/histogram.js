/**
 * How many events begin when, and how many of them are told and contradicted: the numbers behind the overview's bars.
 * An event is counted once, whatever lanes it stands in, at the day by which it stands in the order of time: its first
 * one, or of "before X" its last.
 */
import { LADDER, floorTick, nextTick } from "./axis.js";
import { MONTHS, civil, dayText, monthText } from "./calendar.js";
import { FLAGS } from "./entries.js";
import { grouped } from "./numbers.js";
import { tellers } from "./told.js";

/** What readers call a step of so many units; half a year has no word. @type {Record<string, string>} */
const WORDS = {
  "1 day": "day",
  "1 week": "week",
  "1 month": "month",
  "3 month": "quarter",
  "1 year": "year",
  "10 year": "decade",
  "100 year": "century",
};

/**
 * Stretches of the calendar of one length, one after the other.
 * @typedef {object} Bins
 * @property {string} name what a reader calls one, "month"
 * @property {number[]} edges first day of each, and the day after the last one
 *
 * Events per bin; `told` has those that some source tells, `disputed` those on which sources contradict each other.
 * @typedef {{all: Float64Array, told: Float64Array, disputed: Float64Array}} Sums
 */

/**
 * The finest bins of the calendar that are wide enough.
 * @param {{first: number, last: number}} limit day numbers
 * @param {number} perDay pixels per day
 * @param {number} least pixels that a bin is wide at least
 * @returns {Bins}
 */
export function binsOf(limit, perDay, least) {
  const steps = LADDER.filter(({ unit, count }) => unit !== "month" || count !== 6);
  const step = steps.find(({ days }) => days * perDay >= least) || steps[steps.length - 1];
  const edges = [floorTick(limit.first, step)];
  while (edges[edges.length - 1] < limit.last) edges.push(nextTick(edges[edges.length - 1], step));
  const said = `${step.count} ${step.unit}`;
  return { name: WORDS[said] || `${said}s`, edges };
}

/**
 * The bin that a day lies in, as an index; what lies beyond the ends counts in the outermost.
 * @param {number[]} edges
 * @param {number} day
 */
export function binAt(edges, day) {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Entries that are shown, one for each event: the record's where it has a lane, which is the first. @param {Model} model */
function distinct({ cols, order, shown }) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (let k = 0; k < shown; k++) {
    const there = found.get(cols.id[order[k]]);
    if (there === undefined || cols.lane[order[k]] < cols.lane[there]) found.set(cols.id[order[k]], order[k]);
  }
  return found.values();
}

/**
 * Events that are known by number only, of a step of `rest`, shared among the bins that it touches.
 * @param {number[]} counts per step
 * @param {Rest} rest
 * @param {number[]} edges
 * @param {Float64Array} out
 */
function spread(counts, rest, edges, out) {
  counts.forEach((count, k) => {
    if (!count) return;
    const from = rest.start + k * rest.step;
    const to = from + rest.step;
    for (let bin = binAt(edges, from); bin < out.length && (edges[bin] < to || bin === 0); bin++) {
      const begin = bin ? Math.max(edges[bin], from) : from;
      const end = bin < out.length - 1 ? Math.min(edges[bin + 1], to) : to;
      out[bin] += (count * Math.max(0, end - begin)) / rest.step;
    }
  });
}

/**
 * Count what is shown.
 * @param {Bins} bins
 * @param {Model} model
 * @param {Rest|null} rest
 * @returns {Sums}
 */
export function sumsOf({ edges }, model, rest) {
  const [all, told, disputed] = [0, 1, 2].map(() => new Float64Array(edges.length - 1));
  const { cols } = model;
  /** Of each contest, since few of them differ. @type {Map<string, number>} */
  const known = new Map();
  for (const i of distinct(model)) {
    const bin = binAt(edges, cols.flags[i] & FLAGS.OPEN_START ? cols.last[i] : cols.first[i]);
    all[bin]++;
    const contest = cols.contest[i];
    let tell = known.get(contest);
    if (tell === undefined) known.set(contest, (tell = tellers(contest)));
    if (tell) told[bin]++;
    if (cols.flags[i] & FLAGS.DISPUTED) disputed[bin]++;
  }
  if (rest) {
    spread(rest.all, rest, edges, all);
    spread(rest.told, rest, edges, told);
    spread(rest.disputed, rest, edges, disputed);
  }
  return { all, told, disputed };
}

/**
 * Heights of a bar's parts, the first at the base, in whole pixels above it; what counts anything can be seen.
 * @param {number[]} parts events
 * @param {number} tall pixels of one event
 * @returns {[from: number, to: number][]}
 */
export function piled(parts, tall) {
  let top = 0;
  let sum = 0;
  return parts.map((count) => {
    const from = top;
    sum += Math.max(0, count);
    if (count >= 0.5) top = Math.max(top + 1, Math.round(sum * tall));
    return [from, top];
  });
}

/** A bin in words: "December 1934". @param {Bins} bins @param {number} which */
export function binText({ name, edges }, which) {
  const { year, month } = civil(edges[which]);
  if (name === "day") return dayText(edges[which]);
  if (name === "week") return `the week from ${dayText(edges[which])}`;
  if (name === "month") return monthText(edges[which]);
  if (name === "quarter") return `${MONTHS[month - 1]} to ${MONTHS[month + 1]} ${year}`;
  const last = civil(edges[which + 1] - 1).year;
  return last === year ? String(year) : `${year} to ${last}`;
}

/** @param {number} n of events, a share of one included */
function number(n) {
  return grouped(Math.round(n));
}

/**
 * What is in a bin: "9 events: 5 contradicted, 3 told, 1 told by none".
 * @param {Sums} sums
 * @param {number} bin
 * @param {boolean} contested are there documents
 */
export function binSaid({ all, told, disputed }, bin, contested) {
  const whole = Math.round(all[bin]) === 1 ? "1 event" : `${number(all[bin])} events`;
  /** @type {[number, string][]} */
  const parts = [
    [disputed[bin], "contradicted"],
    [told[bin] - disputed[bin], "told"],
    [all[bin] - told[bin], "told by none"],
  ];
  const said = parts.filter(([n]) => n >= 0.5).map(([n, word]) => `${number(n)} ${word}`);
  return contested && said.length ? `${whole}: ${said.join(", ")}` : whole;
}

/**
 * Where most events are, or where documents are, most on which sources contradict each other: a sentence, "" of nothing.
 * @param {Bins} bins
 * @param {Sums} sums
 * @param {boolean} contested are there documents
 */
export function thickest(bins, { all, disputed }, contested) {
  const by = contested ? disputed : all;
  const best = by.reduce((found, count, bin) => (count > by[found] ? bin : found), 0);
  if (!all.some((count) => count >= 0.5)) return "";
  if (by[best] < 0.5) return "Sources contradict each other on none of these events.";
  if (!contested) return `Most events: ${binText(bins, best)}, ${number(all[best])}.`;
  return `Most disputed: ${binText(bins, best)}, ${number(disputed[best])} of ${number(all[best])}.`;
}
