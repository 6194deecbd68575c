/** Ribbons that join one event through the lanes of those who tell it. A day is a pixel here. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { event, lanes, METRICS, sceneOf, somewhere, UNMENTIONED, UNREACHED } from "./scenes.js";

/** Day 300 stands in the middle of its day. */
const DAY = 300.5;

/** The same event as told in lane 1, 2 ...: what differs from day 300, null where it is not told. */
function told(id, ...tellings) {
  return tellings.flatMap((more, lane) => {
    if (more === null) return [];
    if (more === "silent") return [event(id, 300, { lane, flags: UNMENTIONED })];
    if (more === "beyond") return [event(id, 300, { lane, flags: UNREACHED })];
    const { first = 300, last = first, within, ...rest } = more;
    const stance = lane ? 0 : -1;
    return within
      ? [somewhere(id, ...within, { lane, stance, ...rest })]
      : [event(id, first, { last, lane, stance, ...rest })];
  });
}

/** The scene of tellings: the record above, sources below. */
function scene(events, how = {}) {
  const count = 1 + Math.max(...events.map((each) => each.lane));
  const [record, ...sources] = lanes(count, true);
  return sceneOf(events, { lanes: [{ ...record, teller: false }, ...sources], area: 600, ...how });
}

/** Pieces of the ribbons as [lane, x, lane, x], broken ones marked so. */
const pieces = (events, how) =>
  scene(events, how).ribbons.map(({ from, to, broken }) => [from.lane, from.x, to.lane, to.x, broken && "broken"]);

const OTHER = { first: 400 };
const MONTH = { within: [320, 419] };

// prettier-ignore
const JOINED = [
  ["straight where the dates agree", told("a", {}, {}, {}), [[0, DAY, 1, DAY, false], [1, DAY, 2, DAY, false]]],
  ["slanting where one differs, and back", told("a", {}, OTHER, {}), [[0, DAY, 1, 400.5, false], [1, 400.5, 2, DAY, false]]],
  ["to the nearest end of a bracket that begins later", told("a", {}, MONTH), [[0, DAY, 1, 320, false]]],
  ["to the nearest end of one that ends before", told("a", {}, { within: [100, 199] }), [[0, DAY, 1, 200, false]]],
  ["straight into a bracket that holds the day", told("a", {}, { within: [250, 349] }), [[0, DAY, 1, DAY, false]]],
  ["from a bracket on at the day of who is exact", told("a", { within: [250, 349] }, {}, {}), [[0, DAY, 1, DAY, false], [1, DAY, 2, DAY, false]]],
  ["from the end of a bracket that is nearest to that day", told("a", MONTH, {}), [[0, 320, 1, DAY, false]]],
  ["where nobody is exact, at what all leave open", told("a", { within: [200, 399] }, { within: [100, 349] }), [[0, 275, 1, 275, false]]],
  ["where that is nothing, from the middle of the first", told("a", { within: [200, 299] }, { within: [100, 149] }), [[0, 250, 1, 150, false]]],
  ["broken over a silent lane", told("a", {}, "silent", {}), [[0, DAY, 2, DAY, "broken"]]],
  ["whole over one that does not reach it", told("a", {}, "beyond", {}), [[0, DAY, 2, DAY, false]]],
  ["broken if one of those between is silent", told("a", {}, "beyond", "silent", {}), [[0, DAY, 3, DAY, "broken"]]],
  ["broken down to the last lane that is silent", told("a", {}, {}, "silent", "silent"), [[0, DAY, 1, DAY, false], [1, DAY, 3, DAY, "broken"]]],
  ["not down to one that does not reach it", told("a", {}, {}, "beyond"), [[0, DAY, 1, DAY, false]]],
  ["told by one only: no ribbon", told("a", {}), []],
  ["of different events none", [...told("a", {}, null), ...told("b", null, {})], []],
];

for (const [name, events, wanted] of JOINED) {
  test(`joined: ${name}`, () => assert.deepEqual(pieces(events), wanted));
}

test("only what stands in the window is joined", () => {
  assert.deepEqual(pieces(told("a", { first: -50 }, {})), []);
  assert.deepEqual(pieces(told("a", {}, { first: 1200 })), []);
  assert.deepEqual(pieces(told("a", {}, {}), { shown: [] }), [], "what a filter hides");
});

test("nothing is joined where no lane is a source's", () => {
  const events = told("a", {}, {});
  assert.deepEqual(sceneOf(events, { lanes: lanes(2), area: 600 }).ribbons, []);
});

test("what is under way in the whole window has no ribbon", () => {
  assert.deepEqual(pieces(told("a", { first: -300, last: 1300 }, { first: -300, last: 1300 })), []);
});

test("an end stands at the middle of a name, or of the mark where there is no room for one", () => {
  const crowd = Array.from({ length: 60 }, (_, k) => event(`other${k}`, 300, { lane: 1, rank: 5, stance: 0 }));
  const made = scene([...told("a", {}, {}), ...crowd], { area: 200 });
  const [{ from, to }] = made.ribbons;
  assert.equal(from.y, made.lanes[0].rowsTop + made.chip / 2);
  assert.equal(to.y, made.lanes[1].stripTop + METRICS.strip / 2);
});

test("the three boldest are seen from far, the others are hairlines and end with who tells them", () => {
  const ranks = { a: 2, b: 5, c: 4, d: 3, e: 4 };
  const events = Object.entries(ranks).flatMap(([id, rank], k) =>
    told(id, { rank, first: 100 + 150 * k }, { rank, first: 100 + 150 * k }, "silent"),
  );
  const { ribbons } = scene(events);
  const bold = new Set(ribbons.filter((piece) => piece.bold).map((piece) => piece.id));
  assert.deepEqual([...bold].sort(), ["b", "c", "e"]);
  assert.deepEqual(ribbons.filter((piece) => piece.broken).map((piece) => piece.id).sort(), ["b", "c", "e"]); // prettier-ignore
  assert.equal(new Set(ribbons.map((piece) => piece.id)).size, 5);
});

test("of equal rank those that more tell are bolder", () => {
  const events = ["a", "b", "c", "d"].flatMap((id, k) =>
    told(id, { first: 100 + 150 * k }, { first: 100 + 150 * k }, id === "d" ? { first: 100 + 150 * k } : null),
  );
  const bold = scene(events).ribbons.filter((piece) => piece.bold);
  assert.deepEqual([...new Set(bold.map((piece) => piece.id))].sort(), ["a", "b", "d"]);
});

test("a hairline joins names only: an event that is a mark has none", () => {
  const crowd = Array.from({ length: 80 }, (_, k) => event(`other${k}`, 300, { lane: 1, rank: 5, stance: 0 }));
  const bolder = ["x", "y", "z"].flatMap((id, k) => told(id, { rank: 5, first: 700 + k }, { rank: 5, first: 700 + k }));
  const { ribbons } = scene([...told("a", { rank: 1 }, { rank: 1 }), ...crowd, ...bolder], { area: 200 });
  assert.ok(!ribbons.some((piece) => piece.id === "a"));
});
