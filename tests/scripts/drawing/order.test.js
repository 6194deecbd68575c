/** In which order entries are walked and read. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { inReading, inTime } from "../../../assets/drawing/order.js";

const COLS = { seq: [2, 0, 1, 0, 2], lane: [0, 1, 0, 0, 0] };
const sorted = (by) => [0, 1, 2, 3, 4].sort((a, b) => by(COLS, a, b));

test("in time by the server's order; one event at one date from the upper lane to the lower, then as sent", () => {
  assert.deepEqual(sorted(inTime), [3, 1, 2, 0, 4]);
});

test("a lane is read before the next one", () => {
  assert.deepEqual(sorted(inReading), [3, 2, 0, 4, 1]);
});
