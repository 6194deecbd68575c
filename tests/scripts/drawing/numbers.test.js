/** Numbers as they are read. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { grouped } from "../../../assets/drawing/numbers.js";

test("thousands are told apart, as the browser itself would write them", () => {
  for (const number of [0, 7, 999, 1000, 12345, 999999, 1000000, 1234567890])
    assert.equal(grouped(number), number.toLocaleString("en"));
});
