/** The numbers behind the overview: bins of the calendar, what is counted in them, how high a bar's parts are. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { dayNumber } from "../../../assets/drawing/calendar.js";
import { FLAGS } from "../../../assets/drawing/entries.js";
import { binAt, binSaid, binsOf, binText, piled, sumsOf, thickest } from "../../../assets/drawing/histogram.js";

/** An axis from the first day of one year to the last of another, and bins at least six pixels wide on it. */
function bins(from, to, width) {
  const limit = { first: dayNumber(from, 1, 1), last: dayNumber(to + 1, 1, 1) };
  return binsOf(limit, width / (limit.last - limit.first), 6);
}

// prettier-ignore
const FINEST = [
  ["a laptop shows nine years by month", 1932, 1940, 1150, "month", 108],
  ["a phone by quarter", 1932, 1940, 370, "quarter", 36],
  ["one year by week", 1934, 1934, 400, "week", 53],
  ["one year on a wide screen by day", 1934, 1934, 2400, "day", 365],
  ["half a year is no bin: a year comes after a quarter", 1900, 1940, 700, "year", 41],
  ["a life by year", 1900, 1999, 800, "year", 100],
  ["some centuries by two years", 1700, 1999, 1000, "2 years", 150],
  ["many by decade", 1000, 1999, 800, "decade", 100],
  ["and by century", -3000, 1999, 400, "century", 50],
  ["before our time too", -43, -40, 400, "month", 48],
];

for (const [name, from, to, width, called, count] of FINEST) {
  test(`bins: ${name}`, () => {
    const found = bins(from, to, width);
    assert.deepEqual([found.name, found.edges.length - 1], [called, count]);
    assert.ok(found.edges.every((edge, k) => !k || edge > found.edges[k - 1]));
  });
}

test("every day lies in the bin that begins at it or before it", () => {
  const { edges } = bins(1932, 1940, 1150);
  for (let day = edges[0]; day < edges.at(-1); day++) {
    const bin = binAt(edges, day);
    assert.ok(edges[bin] <= day && day < edges[bin + 1]);
  }
  assert.equal(binAt(edges, edges[0] - 400), 0);
  assert.equal(binAt(edges, edges.at(-1) + 400), edges.length - 2);
});

const DECEMBER = dayNumber(1934, 12, 1);

/** A model of entries given as [id, day, contest, flags, lane, last day], all of them shown unless said otherwise. */
function model(entries, shown = entries.length) {
  const pick = (k, otherwise) => entries.map((entry) => entry[k] ?? otherwise);
  const first = pick(1);
  const cols = {
    ...{ id: pick(0), first, contest: pick(2, ""), flags: pick(3, 0), lane: pick(4, 0) },
    last: entries.map((entry) => entry[5] ?? entry[1]),
  };
  return { cols, order: Int32Array.from(entries, (_, k) => k), shown };
}

/** The sums of the bin of December 1934 as [all, told, disputed], and of all bins. */
function counted(entries, { rest = null, shown } = {}) {
  const months = bins(1932, 1940, 1150);
  const sums = sumsOf(months, model(entries, shown), rest);
  const bin = binAt(months.edges, DECEMBER);
  const whole = (numbers) => numbers.reduce((sum, n) => sum + n, 0);
  const three = [sums.all, sums.told, sums.disputed];
  return { december: three.map((numbers) => numbers[bin]), every: three.map(whole) };
}

const { DISPUTED, OPEN_START } = FLAGS;
// prettier-ignore
const COUNTED = [
  ["what somebody tells is told", [["a", DECEMBER, "-.1"], ["b", DECEMBER + 30, "*--"]], [2, 2, 0]],
  ["silence, a span out of reach and what nobody has read are no telling", [["a", DECEMBER, "-.~"]], [1, 0, 0]],
  ["what is contradicted is counted as told too", [["a", DECEMBER, "12", DISPUTED], ["b", DECEMBER, "1-"]], [2, 2, 1]],
  ["an event in several lanes is one", [["a", DECEMBER, "1", 0, 2], ["a", DECEMBER, "1", 0, 0], ["a", DECEMBER, "1", 0, 1]], [1, 1, 0]],
  ["at the date of its uppermost lane", [["a", DECEMBER - 90, "1", 0, 1], ["a", DECEMBER, "1", 0, 0]], [1, 1, 0]],
  ["a stretch counts where it begins", [["a", DECEMBER, "1", 0, 0, DECEMBER + 900]], [1, 1, 0]],
  ["before a day counts at that day", [["a", DECEMBER - 900, "1", OPEN_START, 0, DECEMBER]], [1, 1, 0]],
  ["a folder without documents has events all the same", [["a", DECEMBER, ""]], [1, 0, 0]],
];

for (const [name, entries, december] of COUNTED) {
  test(`counted: ${name}`, () => assert.deepEqual(counted(entries), { december, every: december }));
}

test("what a filter leaves out or a source does not tell is not counted", () => {
  assert.deepEqual(counted([["a", DECEMBER, "1"], ["b", DECEMBER, "1"]], { shown: 1 }).every, [1, 1, 0]); // prettier-ignore
});

test("what is known by number only is counted too, shared among the bins that its step touches", () => {
  const none = [0, 0, 0];
  const rest = { start: DECEMBER - 30, step: 60, counts: [[99]], all: [60], told: [40], disputed: [20] };
  const found = counted([["a", DECEMBER, "1", DISPUTED]], { rest });
  const close = (wanted) => (n, k) => Math.abs(n - wanted[k]) < 1e-9;
  assert.ok(found.every.every(close([61, 41, 21])));
  assert.ok(found.december.every(close([31, 21, 11])), String(found.december)); // from the 1st to the 30th
  const beyond = { ...rest, start: dayNumber(1950, 1, 1) };
  assert.ok(counted([], { rest: beyond }).every.every(close([60, 40, 20])));
  assert.deepEqual(counted([], { rest: { ...rest, all: none, told: none, disputed: none } }).every, none);
});

// prettier-ignore
const PILED = [
  ["one on the other", [2, 3, 1], 4, [[0, 8], [8, 20], [20, 24]]],
  ["nothing has no height", [0, 3, 0], 4, [[0, 0], [0, 12], [12, 12]]],
  ["the least can be seen", [1, 1, 1], 0.01, [[0, 1], [1, 2], [2, 3]]],
  ["rounding leaves no gap and no overlap", [1, 1, 1], 2.5, [[0, 3], [3, 5], [5, 8]]],
  ["a share of an event is none", [0.2, 5, 0], 2, [[0, 0], [0, 10], [10, 10]]],
];

for (const [name, parts, tall, wanted] of PILED) {
  test(`piled: ${name}`, () => assert.deepEqual(piled(parts, tall), wanted));
}

// prettier-ignore
const NAMES = [
  [1934, 1934, 2400, [1934, 12, 1], "1 December 1934"],
  [1934, 1934, 400, [1934, 12, 5], "the week from 3 December 1934"],
  [1932, 1940, 1150, [1934, 12, 31], "December 1934"],
  [1932, 1940, 370, [1934, 12, 31], "October to December 1934"],
  [1900, 1999, 800, [1934, 12, 31], "1934"],
  [1000, 1999, 800, [1934, 12, 31], "1930 to 1939"],
];

for (const [from, to, width, day, text] of NAMES) {
  test(`a bin is called "${text}"`, () => {
    const found = bins(from, to, width);
    assert.equal(binText(found, binAt(found.edges, dayNumber(...day))), text);
  });
}

const MONTHS = bins(1934, 1934, 120);
/** A year's sums: `all` and `disputed` of November and December. */
const year = (all, disputed) => ({
  ...{ all: [...Array(10).fill(0), ...all], told: [] },
  disputed: [...Array(10).fill(0), ...disputed],
});

// prettier-ignore
const THICKEST = [
  ["where most are contradicted, not where most are", year([20, 9], [4, 5]), true, "Most disputed: December 1934, 5 of 9."],
  ["the earlier of two", year([3, 9], [2, 2]), true, "Most disputed: November 1934, 2 of 3."],
  ["numbers that are shared out are rounded", year([0, 1234.4], [0, 99.6]), true, "Most disputed: December 1934, 100 of 1,234."],
  ["nothing contradicted", year([3, 9], [0, 0]), true, "Sources contradict each other on none of these events."],
  ["no documents", year([3, 9], [0, 0]), false, "Most events: December 1934, 9."],
  ["no events", year([0, 0], [0, 0]), true, ""],
];

for (const [name, sums, contested, sentence] of THICKEST) {
  test(`thickest: ${name}`, () => assert.equal(thickest(MONTHS, sums, contested), sentence));
}

test("what is in a bar is said by its parts, and without documents by its number", () => {
  const sums = { all: [9, 1, 2, 1000.2], told: [8, 1, 0, 600.1], disputed: [5, 0, 0, 100.4] };
  const said = (contested) => sums.all.map((_, bin) => binSaid(sums, bin, contested));
  assert.deepEqual(said(true), [
    "9 events: 5 contradicted, 3 told, 1 told by none",
    "1 event: 1 told",
    "2 events: 2 told by none",
    "1,000 events: 100 contradicted, 500 told, 400 told by none",
  ]);
  assert.deepEqual(said(false), ["9 events", "1 event", "2 events", "1,000 events"]);
});
