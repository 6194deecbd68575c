/** The drawn set: columns, what a filter leaves of them, and the order in which they get their places. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FLAGS, GHOST, HIDDEN, join, makeModel, readColumns, SHOWN } from "../../../assets/drawing/entries.js";

const { SILENT } = FLAGS;
const NO_EVENTS = columns();

/** Columns of entries given as [id, rank, first, flags, lane]; the first day is their place in time as well. */
function columns(...entries) {
  const pick = (k, otherwise) => entries.map((entry) => entry[k] ?? otherwise);
  const first = pick(2, 0);
  // prettier-ignore
  return {
    id: pick(0), label: pick(0), when: pick(9, ""), given: pick(9, ""), who: pick(9, ""), unnamed: pick(9, ""),
    contest: pick(9, ""), lane: pick(4, 0), theme: pick(9, -1), rank: pick(1, 3), seq: first, first,
    sureFrom: first, sureTo: first, last: first, flags: pick(3, 0), stance: pick(9, -1),
  };
}

/** @param {object} props what differs from an empty drawing */
function model(props, last = null) {
  const plain = {
    events: NO_EVENTS,
    edition: "1",
    shown: null,
    extra: null,
    emphasis: "hide",
    lanes: [],
    documents: [],
    bounds: [0, 9],
  };
  return makeModel({ ...plain, ...props }, last);
}

/** Ids in the order of their places. */
const places = ({ cols, order }) => Array.from(order, (i) => cols.id[i]);

test("numbers become typed arrays, a stance that there is none stays below zero", () => {
  const cols = readColumns(columns(["a", 5, -13000.5, 512]));
  assert.equal(cols.n, 1);
  assert.deepEqual([cols.first[0], cols.rank[0], cols.flags[0], cols.stance[0]], [-13000.5, 5, 512, -1]);
});

test("what came as differences is made whole", () => {
  const packed = { ...columns(["a", 5, -9, 0], ["b", 4, 4, 0]), seq: [3, -2], packed: true };
  const cols = readColumns({ ...packed, sureFrom: [0, 1], sureTo: [2, 0], last: [5, 7] });
  assert.deepEqual([...cols.first], [-9, -5]);
  assert.deepEqual([...cols.seq], [3, 1]);
  assert.deepEqual(
    [cols.sureFrom, cols.sureTo, cols.last].map((days) => [...days]),
    [
      [-9, -4],
      [-7, -5],
      [-4, 2],
    ],
  );
});

test("no columns are none", () => {
  assert.equal(readColumns(null).n, 0);
});

test("two sets stand one after the other; nothing to join leaves the first one itself", () => {
  const a = readColumns(columns(["a", 3, 1], ["b", 3, 2]));
  const joined = join(a, readColumns(columns(["c", 3, 3])));
  assert.deepEqual([joined.n, joined.id, [...joined.first]], [3, ["a", "b", "c"], [1, 2, 3]]);
  assert.equal(join(a, readColumns(null)), a);
});

const EVENTS = columns(["a", 5, 1], ["b", 4, 2], ["c", 3, 3]);

// prettier-ignore
const FILTERED = [
  ["no filter shows all", { shown: null }, [SHOWN, SHOWN, SHOWN]],
  ["a filter hides the rest", { shown: [1] }, [HIDDEN, SHOWN, HIDDEN]],
  ["or leaves it as ghosts", { shown: [1], emphasis: "ghost" }, [GHOST, SHOWN, GHOST]],
  ["a filter that leaves nothing shows nothing", { shown: [] }, [HIDDEN, HIDDEN, HIDDEN]],
  ["what comes with the answer is in the filter", { shown: [], extra: columns(["d", 2, 4]) }, [HIDDEN, HIDDEN, HIDDEN, SHOWN]],
];

for (const [name, props, wanted] of FILTERED) {
  test(name, () => assert.deepEqual([...model({ events: EVENTS, ...props }).status], wanted));
}

test("what a source does not tell is a ghost, whatever the filter says of the rest", () => {
  const events = columns(["a", 5, 1, SILENT], ["b", 4, 2]);
  assert.deepEqual([...model({ events, shown: [0, 1] }).status], [GHOST, SHOWN]);
  assert.deepEqual([...model({ events, shown: null }).status], [GHOST, SHOWN]);
  assert.deepEqual([...model({ events, extra: columns(["c", 3, 1, SILENT]) }).status], [GHOST, SHOWN, GHOST]);
});

test("the shown come before the ghosts, and the number of the shown says where those begin", () => {
  const found = model({ events: EVENTS, shown: [2], emphasis: "ghost" });
  assert.deepEqual([places(found), found.shown], [["c", "a", "b"], 1]);
});

test("both sets are merged: the more important, then the earlier, then the one in the upper lane", () => {
  const extra = columns(["x", 5, 0], ["y", 4, 2, 0, 1], ["z", 3, 4]);
  assert.deepEqual(places(model({ events: EVENTS, extra })), ["x", "a", "b", "y", "c", "z"]);
  const lower = columns(["a", 4, 2, 0, 1]);
  assert.deepEqual(places(model({ events: lower, extra: columns(["z", 4, 2]) })), ["z", "a"]);
});

test("of one first day the place in time decides, not the id", () => {
  const events = { ...columns(["wide", 3, 1]), seq: [7] };
  const extra = { ...columns(["zero-hour", 3, 1]), seq: [2] };
  assert.deepEqual(places(model({ events, extra })), ["zero-hour", "wide"]);
});

test("who tells an event is known only where the documents are given", () => {
  const events = { ...columns(["a", 3, 1, FLAGS.DISPUTED | FLAGS.VAGUE]), contest: ["0-"] };
  const one = { id: "d", name: "D", mirror: false };
  const said = ({ cols }) => [cols.contest[0], cols.flags[0]];
  assert.deepEqual(said(model({ events, documents: [one, one] })), ["0-", FLAGS.DISPUTED | FLAGS.VAGUE]);
  assert.deepEqual(said(model({ events })), ["", FLAGS.VAGUE]);
});

test("a set of the same edition is not read again", () => {
  const first = model({ events: EVENTS });
  assert.equal(model({ events: EVENTS, shown: [0] }, first).cols, first.cols);
  assert.notEqual(model({ events: EVENTS, edition: "2" }, first).cols, first.cols);
  assert.notEqual(model({ events: EVENTS, extra: columns(["d", 2, 4]) }, first).cols, first.cols);
});
