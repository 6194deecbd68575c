/** Which row each entry gets, and how many rows each lane. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange, GAP, shareRows } from "../../../assets/drawing/arrange.js";

/** Rows of chips given as [left, right, lane], the most important first. */
function rows(chips, most = 9, order = chips.map((_, i) => i)) {
  const row = arrange({
    order: Int32Array.from(order),
    lane: Uint16Array.from(chips, ([, , lane]) => lane || 0),
    left: Float64Array.from(chips, ([left]) => left),
    right: Float64Array.from(chips, ([, right]) => right),
    lanes: 2,
    most,
  });
  return [...row];
}

// prettier-ignore
const PLACED = [
  ["the first takes the first row", [[0, 10]], [0]],
  ["chips apart share a row", [[0, 10], [100, 110]], [0, 0]],
  ["chips on each other do not", [[0, 10], [5, 15]], [0, 1]],
  ["just the gap apart is enough, to the right", [[0, 10], [10 + GAP, 20]], [0, 0]],
  ["just the gap apart is enough, to the left", [[100, 110], [90, 100 - GAP]], [0, 0]],
  ["a hair less is not, to the right", [[0, 10], [10 + GAP - 0.001, 20]], [0, 1]],
  ["a hair less is not, to the left", [[100, 110], [90, 100 - GAP + 0.001]], [0, 1]],
  ["chips that touch exactly are too close", [[0, 10], [10, 20]], [0, 1]],
  ["one fits between two", [[0, 10], [50, 60], [20, 40]], [0, 0, 0]],
  ["one that covers two goes below both", [[0, 10], [50, 60], [-5, 70]], [0, 0, 1]],
  ["a later one takes the first row that is free", [[0, 10], [0, 30], [12 + GAP, 25]], [0, 1, 0]],
  ["lanes do not see each other", [[0, 10, 0], [0, 10, 1]], [0, 0]],
];

for (const [name, chips, wanted] of PLACED) test(name, () => assert.deepEqual(rows(chips), wanted));

test("what finds no row is a mark, and takes no place from who comes after it", () => {
  const chips = [
    [0, 10],
    [0, 10],
    [0, 100],
    [50, 60],
  ];
  assert.deepEqual(rows(chips, 2), [0, 1, -1, 0]);
  assert.deepEqual(rows(chips, 1), [0, -1, -1, 0]);
});

test("who is not in the order is not placed", () => {
  assert.deepEqual(
    rows(
      [
        [0, 10],
        [0, 10],
      ],
      9,
      [1],
    ),
    [-1, 0],
  );
});

test("more rows change no row that an entry had with fewer", () => {
  const chips = Array.from({ length: 200 }, (_, i) => [(i * 37) % 500, ((i * 37) % 500) + 20 + (i % 7) * 10, i % 2]);
  const few = rows(chips, 3);
  const many = rows(chips, 12);
  few.forEach((row, i) => row >= 0 && assert.equal(many[i], row));
});

// prettier-ignore
const SHARED = [
  ["nobody wants more", [1, 1], [[1, 1]], 10, [1, 1]],
  ["all get what they want", [1, 1], [[3, 2]], 5, [3, 2]],
  ["the lowest is served first", [1, 1], [[5, 5]], 5, [3, 2]],
  ["who wants more comes first", [1, 1], [[2, 5]], 3, [1, 2]],
  ["the first demand comes before the second", [1, 1], [[3, 1], [3, 9]], 5, [3, 2]],
  ["no row is taken away, even where there are too few", [2, 2], [[4, 4]], 3, [2, 2]],
];

for (const [name, least, demands, capacity, wanted] of SHARED) {
  test(`share: ${name}`, () => assert.deepEqual(shareRows(least, demands, capacity), wanted));
}
