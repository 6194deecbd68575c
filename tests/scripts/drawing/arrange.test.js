/** How many rows each lane gets, and which entries of it stand in them. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { setLane, shareRows } from "../../../assets/drawing/arrange.js";
import { emptyRows, pack, Row } from "../../../assets/drawing/rows.js";
import { numbers, ways } from "./scenes.js";

/** So many entries on each other, from `at` on: each needs a row of its own. */
const pile = (count, at = 0) => Array.from({ length: count }, () => [at, at + 10]);

/**
 * Rows of lanes whose entries are given by their ways, the most important first.
 * @param {number[][][]} given
 */
function shared(given, { weight = () => 3, least = given.map(() => 0), begin = 0, capacity = 10 } = {}) {
  let next = 0;
  const lists = given.map((lane) => lane.map(() => next++));
  const weights = given.flatMap((lane, k) => lane.map(() => weight(k)));
  return shareRows(lists, ways(...given.flat()), weights, least, begin, capacity);
}

// prettier-ignore
const SHARED = [
  ["nothing to show needs no row", [[], []], {}, [0, 0]],
  ["what is needed and no more", [pile(3), pile(2)], {}, [3, 2]],
  ["those that fit into one row need one", [[[0, 10], [50, 60], [90, 99]]], {}, [1]],
  ["the lane with more unnamed weight comes first", [pile(2), [[0, 10], [50, 60], [0, 10]]], { capacity: 1 }, [0, 1]],
  ["of equals the upper one", [pile(3), pile(3)], { capacity: 1 }, [1, 0]],
  ["what weighs more comes first", [pile(3), pile(3)], { capacity: 2, weight: (k) => (k ? 5 : 1) }, [0, 2]],
  ["the more is unnamed, the more a row counts", [pile(4), pile(4)], { capacity: 4 }, [2, 2]],
  ["each lane begins with some", [pile(5), pile(1)], { capacity: 4, begin: 2, weight: (k) => (k ? 1 : 5) }, [3, 1]],
  ["even where there are too few", [pile(5), pile(5)], { capacity: 1, begin: 2 }, [2, 2]],
  ["and has its least in any case", [[], pile(1)], { least: [1, 2], capacity: 9 }, [1, 2]],
  ["what the least takes is not shared again", [[], pile(9)], { least: [3, 0], capacity: 5 }, [3, 2]],
  ["without lanes there is nothing", [], {}, []],
  ["no height, no rows", [pile(2)], { capacity: 0 }, [0]],
  ["less than no height neither", [pile(2)], { capacity: -3 }, [0]],
];

for (const [name, given, how, wanted] of SHARED) {
  test(`share: ${name}`, () => assert.deepEqual(shared(given, how), wanted));
}

/** The ids of who has no room. */
function left(entries, count) {
  const given = ways(...entries);
  return setLane([...entries.keys()], given, count, (i) => given.from[2 * i]).left;
}

// prettier-ignore
const SET = [
  ["all that fit stand", [[0, 10], [100, 110], [0, 10]], 2, []],
  ["the most important come first", pile(3), 2, [2]],
  ["who found no room takes none", [[0, 10], [0, 100], [50, 60]], 1, [1]],
  ["without rows all are left", pile(2), 0, [0, 1]],
  ["set again in the order of time, one more is let in", [[70, 100, 40, 74], [50, 90, 10, 54], [0, 20], [10, 40]], 2, []],
];

for (const [name, entries, count, wanted] of SET) {
  test(`set: ${name}`, () => assert.deepEqual(left(entries, count), wanted));
}

test("set: once, the one more would have been left", () => {
  const [, , , , [, entries, count]] = SET;
  assert.deepEqual(pack(emptyRows(count), ways(...entries), [...entries.keys()], new Map()), [3]);
});

/** Entries as a lane may have them: some can stand on either side of their mark. */
function random(next, count) {
  return Array.from({ length: count }, () => {
    const [at, wide] = [10 * next(20), 10 * (1 + next(4))];
    return next(2) ? [at, at + wide] : [at, at + wide, at - wide, at + 4];
  });
}

const EXAMPLES = Array.from({ length: 3000 }, (_, seed) => seed);

test("whoever is left fits nowhere, nobody overlaps, and the most important one always stands", () => {
  for (const seed of EXAMPLES) {
    const next = numbers(seed);
    const entries = random(next, 1 + next(20));
    const given = ways(...entries);
    const set = setLane([...entries.keys()], given, 1 + next(3), (i) => given.from[2 * i]);
    assert.ok(set.spots.has(0), `${seed}`);
    assert.equal(set.spots.size + set.left.length, entries.length);
    const again = set.rows.map(() => new Row());
    for (const [i, { row, way }] of set.spots) {
      const [from, to] = [given.from[2 * i + way], given.to[2 * i + way]];
      assert.ok(again[row].slack(from, to) >= 0, `${seed}: ${i} overlaps`);
      again[row].take(from, to);
    }
    for (const i of set.left)
      for (const way of [0, 1]) {
        const [from, to] = [given.from[2 * i + way], given.to[2 * i + way]];
        if (from === from) assert.ok(!again.some((row) => row.slack(from, to) >= 0), `${seed}: ${i} has room`);
      }
  }
});

test("as many rows as would hold all do hold all", () => {
  for (const seed of EXAMPLES) {
    const next = numbers(seed);
    const entries = random(next, 1 + next(20));
    const [count] = shared([entries], { begin: 2, capacity: 99 });
    assert.deepEqual(left(entries, count), [], `${seed}`);
  }
});
