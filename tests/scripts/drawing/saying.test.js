/** What is said of an entry, of its date as given, and of whom it does not name. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FLAGS, SHOWN } from "../../../assets/drawing/entries.js";
import { givenSaid, spoken } from "../../../assets/drawing/saying.js";

const STANCES = [{ id: "reports", name: "Reports", symbol: "○" }];
const PLAIN = {
  label: "Kirov shot",
  when: "1 December 1934",
  given: "",
  who: "",
  unnamed: "",
  contest: "",
  flags: 0,
  stance: -1,
};

/** Columns of one entry. */
const one = (entry) =>
  Object.fromEntries(Object.entries({ ...PLAIN, ...entry }).map(([name, value]) => [name, [value]]));

// prettier-ignore
const SPOKEN = [
  ["a plain timeline has no word of sources", {}, "Kirov shot, 1 December 1934"],
  ["nor where an event is marked all the same", { flags: FLAGS.DISPUTED }, "Kirov shot, 1 December 1934"],
  ["how many tell it", { contest: "0-" }, "Kirov shot, 1 December 1934, told by 1 of 2 sources"],
  ["and that they contradict each other", { contest: "0*-", flags: FLAGS.DISPUTED }, "Kirov shot, 1 December 1934, told by 2 of 3 sources, contradicted"],
  ["a telling: its people, whom it does not name, its stance", { who: "Kirov (victim)", unnamed: "Nikolaev, Draule", stance: 0, contest: "00" },
    "Kirov shot, 1 December 1934, Kirov (victim), does not name Nikolaev, Draule, Reports, told by all 2 sources"],
];

for (const [name, entry, said] of SPOKEN) {
  test(`spoken: ${name}`, () => assert.equal(spoken(one(entry), 0, SHOWN, STANCES), said));
}

const GIVEN = [
  ["", ""],
  ["February [1935]", "given as “February [1935]”"],
  ["1st December, 1934", "given as “1st December, 1934”"],
  ["two days later", "given as “two days later”"],
  ["1 December, 1934", ""], // a comma says no more
  ["1934-12-01", ""], // nor do the numbers of a day
  ["1.12.1934", ""],
  ["1936[,] 1937", "given as “1936[,] 1937”"],
];

for (const [given, said] of GIVEN) {
  test(`a date given as "${given}" is ${said ? "told" : "told as the printed one"}`, () =>
    assert.equal(givenSaid(one({ given }), 0), said));
}
