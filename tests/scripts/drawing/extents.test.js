/** Where bars and chips begin and end. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FLAGS, readColumns } from "../../../assets/drawing/entries.js";
import { aroundLabel, fillExtents, hasCore, isDot, makeBuffers } from "../../../assets/drawing/extents.js";

const { OPEN_START: START, OPEN_END: END } = FLAGS;
const METRICS = { fade: 50, minBar: 10, dotCentre: 10, dotInset: 19, barInset: 8, symbol: 17 };

/** One entry as [first, sureFrom, sureTo, last, flags, stance], at so many pixels a day on an axis of 0 to `end`. */
function extent([first, sureFrom, sureTo, last, flags = 0, stance = -1], { label = 30, perDay = 1, end = 1000 } = {}) {
  const cols = readColumns({
    id: ["a"],
    label: ["a"],
    when: [""],
    given: [""],
    who: [""],
    unnamed: [""],
    contest: [""],
    lane: [0],
    theme: [-1],
    rank: [3],
    seq: [0],
    first: [first],
    sureFrom: [sureFrom],
    sureTo: [sureTo],
    last: [last],
    flags: [flags],
    stance: [stance],
  });
  const out = makeBuffers(1);
  const model = { cols, order: Int32Array.of(0), limit: { first: 0, last: end } };
  fillExtents(model, Float32Array.of(label), perDay, METRICS, out);
  const one = Object.fromEntries(Object.entries(out).map(([name, numbers]) => [name, numbers[0]]));
  return { ...one, dot: isDot(cols, 0), core: hasCore(cols, 0), around: aroundLabel(cols, 0, METRICS) };
}

test("a known day is a dot in its middle, and its chip begins before it", () => {
  const { dot, barFrom, barTo, left, right } = extent([100, 100, 100, 100], { perDay: 2 });
  assert.deepEqual([dot, barFrom, barTo], [true, 201, 201]);
  assert.deepEqual([left, right], [191, 191 + 19 + 8 + 30]);
});

test("a day that is open at a side is no dot", () => {
  assert.equal(extent([100, 100, 99, 100, START]).dot, false);
  assert.equal(extent([100, 100, 99, 100, END]).dot, false);
});

// prettier-ignore
const BARS = [
  ["days are covered whole, the last one too", [100, 100, 199, 199], 1, [100, 200]],
  ["what is short is as wide as can be seen", [100, 100, 101, 101], 1, [100, 110]],
  ["just wide enough stays as it is", [100, 100, 109, 109], 1, [100, 110]],
  ["open at the start it runs out before what is certain", [0, 300, 309, 309, START], 1, [250, 310]],
  ["but not before it can begin", [280, 300, 309, 309, START], 1, [280, 310]],
  ["open at the end it runs out after what is certain", [300, 300, 309, 900, END], 1, [300, 360]],
  ["before X, nothing certain: it runs out before X", [0, 300, 299, 299, START], 1, [250, 300]],
  ["after X, nothing certain: it runs out after X", [300, 301, 300, 900, END], 1, [300, 350]],
  ["open at both, nothing certain: all of it", [100, 200, 199, 899, START | END], 1, [100, 900]],
  ["days before 1970 are as long", [-200, -200, -101, -101], 1, [-200, -100]],
];

for (const [name, entry, perDay, bar] of BARS) {
  test(`bar: ${name}`, () => {
    const { barFrom, barTo } = extent(entry, { perDay });
    assert.deepEqual([barFrom, barTo], bar);
  });
}

test("a core that ends before it begins is none, one of a single day is one", () => {
  assert.equal(extent([0, 5, 4, 9]).core, false);
  assert.equal(extent([0, 5, 5, 9]).core, true);
});

test("a chip is as wide as its bar, or as its label with what stands around it", () => {
  assert.equal(extent([100, 100, 399, 399]).right, 400);
  assert.equal(extent([100, 100, 109, 109]).right, 100 + 8 + 8 + 30);
  assert.equal(extent([100, 100, 109, 109, 0, 0]).right, 100 + 8 + 17 + 8 + 30); // with the symbol of a stance
});

test("a chip that ends just at the end of the axis is not turned, one that ends behind it is", () => {
  const width = 19 + 8 + 30;
  assert.equal(extent([100, 100, 100, 100], { end: 90.5 + width }).turned, 0);
  const turned = extent([100, 100, 100, 100], { end: 90.4 + width });
  assert.deepEqual([turned.turned, turned.right], [1, 110.5]);
});

test("a bar's chip is pushed back into the axis, not beyond its beginning", () => {
  assert.equal(extent([80, 80, 89, 89], { end: 100 }).left, 100 - 46);
  assert.equal(extent([80, 80, 89, 89], { end: 100, label: 300 }).left, 0);
});

test("where neither side has room for it, the label is cut to the wider one", () => {
  const { label, left, right, turned } = extent([40, 40, 40, 40], { end: 100, label: 300 });
  assert.deepEqual([turned, left, right], [0, 30.5, 100]);
  assert.equal(label, 69.5 - 27);
});
