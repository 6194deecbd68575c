/** Links, by the cases that Python reads too (tests/query/test_links.py). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { changed, filterOf, isoDay, many, one, parsed, windowOf, written } from "../../../assets/site/links.js";

const SHARED = JSON.parse(readFileSync(new URL("../../links.json", import.meta.url), "utf-8"));
const AXIS = SHARED.axis.map((day) => Date.parse(day) / 86_400_000);

for (const { name, query, canonical, filter, window } of SHARED.cases) {
  test(name, () => {
    const asked = parsed(query);
    assert.equal(written(asked, AXIS), canonical && `?${canonical}`);
    assert.equal(filterOf(asked, AXIS), filter);
    const days = windowOf(asked, AXIS);
    assert.deepEqual(days && days.map(isoDay), window);
    assert.equal(written(parsed(canonical), AXIS), canonical && `?${canonical}`); // it reads itself back
  });
}

test("what goes without saying is given all the same", () => {
  const query = new URLSearchParams("person=b&person=a&lanes=colour");
  assert.deepEqual(
    [one(query, "lanes"), one(query, "as"), one(query, "match"), one(query, "q")],
    ["theme", "record", "any", ""],
  );
  assert.deepEqual(many(query, "person"), ["b", "a"]);
});

test("an old key is changed under its present name", () => {
  assert.equal(changed(parsed("kind=disputed&q=x"), { told: "one" }).toString(), "q=x&told=one");
  assert.equal(changed(parsed("kind=disputed&q=x"), { told: "" }).toString(), "q=x&told=");
});

test("a change takes the place of what was there, and leaves the rest", () => {
  const query = new URLSearchParams("person=a&person=b&q=x");
  assert.equal(changed(query, { person: ["c"], event: "e" }).toString(), "q=x&person=c&event=e");
  assert.equal(changed(query, { person: [], q: "" }).toString(), "q=");
  assert.equal(query.toString(), "person=a&person=b&q=x");
});

test("days are written as years have four digits", () => {
  assert.deepEqual([-1, 0, 0.4, 0.5, -719162].map(isoDay), [
    "1969-12-31",
    "1970-01-01",
    "1970-01-01",
    "1970-01-02",
    "0001-01-01",
  ]);
});
