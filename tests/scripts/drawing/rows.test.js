/** Rows of a lane: what is free in them, and where an entry stands most tightly. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyRows, GAP, pack, Row } from "../../../assets/drawing/rows.js";
import { ways } from "./scenes.js";

/** A row with these intervals taken, in this order. */
function row(...taken) {
  const made = new Row();
  for (const [left, right] of taken) made.take(left, right);
  return made;
}

const TWO = [
  [100, 200],
  [300, 400],
];

// prettier-ignore
const SLACK = [
  ["between two, the stretch without their gaps", TWO, 220, 260, 100 - 2 * GAP],
  ["the gap exactly is enough, after one", TWO, 200 + GAP, 260, 100 - 2 * GAP],
  ["a hair less is not", TWO, 200 + GAP - 0.001, 260, -1],
  ["the gap exactly is enough, before one", TWO, 220, 300 - GAP, 100 - 2 * GAP],
  ["a hair less is not, before one", TWO, 220, 300 - GAP + 0.001, -1],
  ["what fills the stretch fits", TWO, 200 + GAP, 300 - GAP, 100 - 2 * GAP],
  ["on another one", TWO, 150, 160, -1],
  ["at the very place of another one", TWO, 100, 200, -1],
  ["around another one", TWO, 50, 250, -1],
  ["of no length, on the edge of another one", TWO, 100, 100, -1],
];

for (const [name, taken, left, right, wanted] of SLACK) {
  test(`slack: ${name}`, () => assert.equal(row(...taken).slack(left, right), wanted));
}

test("slack: before the first, after the last and in an empty row there is no end of room", () => {
  for (const [left, right] of [[0, 50], [500, 600], [-700, -600]]) assert.ok(row(...TWO).slack(left, right) > 1e8); // prettier-ignore
  assert.ok(row().slack(0, 9e6) > row(...TWO).slack(500, 600));
});

test("slack: in far years, seen as close as can be, there is room as well", () => {
  const far = 1000 * (9999 + 1970) * 366;
  assert.ok(row().slack(-far, 200 - far) > 0 && row().slack(far, far + 200) > 0);
  assert.equal(row([-far, 100 - far], [300 - far, 400 - far]).slack(120 - far, 250 - far), 200 - 2 * GAP);
});

test("what is taken stands from left to right, in whatever order it came", () => {
  const { from, to } = row([300, 400], [100, 200], [500, 510], [250, 260]);
  assert.deepEqual(from, [100, 250, 300, 500]);
  assert.deepEqual(to, [200, 260, 400, 510]);
});

// prettier-ignore
const BEFORE = [
  [[], 5, 0], [TWO, 99, 0], [TWO, 100, 0], [TWO, 100.5, 1], [TWO, 300, 1], [TWO, 301, 2],
];

test("how many begin before a place: one that begins there does not", () => {
  for (const [taken, place, wanted] of BEFORE) assert.equal(row(...taken).before(place), wanted, `${place}`);
});

test("beside a taken one is what is free up to its neighbours, or no end", () => {
  const three = row([0, 50], ...TWO);
  assert.deepEqual(three.beside(100, 200), [50, 100]);
  assert.equal(three.beside(0, 50)[1], 50);
  assert.equal(three.beside(300, 400)[0], 100);
  assert.ok(three.beside(0, 50)[0] > 1e8 && three.beside(300, 400)[1] > 1e8);
});

/** Where entries of these ways come to stand, as [row, way]; null for who found no room. */
function packed(count, entries, prepared = []) {
  const rows = emptyRows(count);
  prepared.forEach((taken, k) => taken.forEach(([left, right]) => rows[k].take(left, right)));
  const spots = new Map();
  const list = entries.map((_, i) => i);
  const left = pack(rows, ways(...entries), list, spots);
  assert.deepEqual(
    left,
    list.filter((i) => !spots.has(i)),
  );
  return list.map((i) => (spots.has(i) ? [spots.get(i).row, spots.get(i).way] : null));
}

// prettier-ignore
const PACKED = [
  ["the first takes the first row", 3, [[0, 10]], [], [[0, 0]]],
  ["those apart share a row, the tighter one", 3, [[0, 10], [100, 110]], [], [[0, 0], [0, 0]]],
  ["those on each other do not", 3, [[0, 10], [5, 15]], [], [[0, 0], [1, 0]]],
  ["the tightest stretch wins over an upper row", 2, [[120, 150]], [[[0, 10], [300, 310]], [[0, 100], [200, 210]]], [[1, 0]]],
  ["of equal stretches the first row's", 3, [[120, 150]], [[[0, 100], [200, 210]], [[0, 100], [200, 210]]], [[0, 0]]],
  ["of equal stretches the first way", 1, [[120, 150, 130, 160]], [[[0, 100], [200, 210]]], [[0, 0]]],
  ["the other way where it is tighter", 1, [[250, 300, 120, 150]], [[[0, 100], [200, 210]]], [[0, 1]]],
  ["the other way where the first is not allowed", 1, [[null, null, 0, 10]], [], [[0, 1]]],
  ["the other way where the first is taken", 1, [[0, 50, -50, 5]], [[[20, 30]]], [[0, 1]]],
  ["the gap exactly is enough", 1, [[0, 10], [10 + GAP, 20]], [], [[0, 0], [0, 0]]],
  ["a hair less is not", 1, [[0, 10], [10 + GAP - 0.001, 20]], [], [[0, 0], null]],
  ["who finds no room takes none from who comes after", 1, [[0, 10], [0, 100], [50, 60]], [], [[0, 0], null, [0, 0]]],
  ["without rows nobody stands", 0, [[0, 10]], [], [null]],
];

for (const [name, count, entries, prepared, wanted] of PACKED) {
  test(`pack: ${name}`, () => assert.deepEqual(packed(count, entries, prepared), wanted));
}
