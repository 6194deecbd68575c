/** Which stretch of time is seen: limits, zoom, pan. */
import assert from "node:assert/strict";
import { test } from "node:test";

import * as views from "../../../assets/drawing/view.js";

const limit = views.limits([0, 999]); // a thousand days, the last one whole

test("the axis has a margin of a fiftieth at both ends, and its last day is seen whole", () => {
  assert.deepEqual(limit, { first: -20, last: 1020, least: 3, most: 1040 });
});

test("an axis of one day is three days long, that day in the middle", () => {
  assert.deepEqual(views.limits([10, 10]), { first: 9, last: 12, least: 3, most: 3 });
});

const CLAMPED = [
  ["what lies inside stays", [100, 50], [100, 50]],
  ["just at the first edge stays", [-20, 50], [-20, 50]],
  ["before it is shifted", [-20.001, 50], [-20, 50]],
  ["just at the last edge stays", [970, 50], [970, 50]],
  ["beyond it is shifted", [970.001, 50], [970, 50]],
  ["what is too long is the whole", [-500, 5000], [-20, 1040]],
  ["what is too short is three days", [100, 1], [100, 3]],
];

for (const [name, [start, span], [from, long]] of CLAMPED) {
  test(`clamp: ${name}`, () => assert.deepEqual(views.clamp({ start, span }, limit), { start: from, span: long }));
}

test("a zoom leaves the day under the pointer where it is", () => {
  const before = { start: 200, span: 400 };
  for (const day of [200, 300, 600]) {
    const after = views.zoom(before, 2, day, limit);
    assert.equal(after.span, 200);
    assert.equal((day - after.start) / after.span, (day - before.start) / before.span);
  }
});

test("a zoom goes no closer than three days and no farther than the whole", () => {
  assert.deepEqual(views.zoom({ start: 200, span: 4 }, 2, 202, limit), { start: 200.5, span: 3 });
  assert.deepEqual(views.zoom({ start: 200, span: 900 }, 0.5, 202, limit), { start: -20, span: 1040 });
});

test("a pan keeps the length, up to the edge", () => {
  assert.deepEqual(views.pan({ start: 0, span: 100 }, 30, limit), { start: 30, span: 100 });
  assert.deepEqual(views.pan({ start: 0, span: 100 }, -30, limit), { start: -20, span: 100 });
});

test("a glide begins and ends where it should, also between stretches of one length", () => {
  const [a, b, c] = [
    { start: 0, span: 100 },
    { start: 500, span: 10 },
    { start: 500, span: 100 },
  ];
  const near = (found, wanted) => {
    assert.ok(Math.abs(found.start - wanted.start) < 1e-9 && Math.abs(found.span - wanted.span) < 1e-9);
  };
  near(views.between(a, b, 0), a);
  near(views.between(a, b, 1), b);
  near(views.between(a, c, 0.5), { start: 250, span: 100 });
});

test("a pair is a view and back, to three decimals", () => {
  assert.deepEqual(views.of([3, 10]), { start: 3, span: 7 });
  assert.deepEqual(views.pair({ start: 1.00049, span: 2.0001 }), [1, 3.001]);
});
