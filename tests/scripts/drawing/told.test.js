/** Who tells an event, in words. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FLAGS } from "../../../assets/drawing/entries.js";
import { toldAtLength, toldSaid } from "../../../assets/drawing/told.js";

const SAID = [
  ["", ""],
  ["1-.~*", "told by 2 of 5 sources"],
  ["01*", "told by all 3 sources"],
  ["-.~", "told by none of 3 sources"],
  ["1", "told by the only source"],
  ["-", "not told by the only source"],
  ["az-", "told by 2 of 3 sources"],
];

for (const [contest, said] of SAID)
  test(`"${contest}" is ${said || "nothing"}`, () => assert.equal(toldSaid(contest), said));

const STANCES = [
  { id: "reports", name: "Reports", symbol: "○" },
  { id: "own", name: "Own version", symbol: "◇" },
];

/** What a tip says of one event that documents tell so. */
function atLength(contest, { flags = 0, mirrors = "" } = {}) {
  const documents = Array.from(contest, (_, k) => ({ id: "", name: `S${k}`, mirror: mirrors.includes(String(k)) }));
  const { heading, disputed, lines } = toldAtLength({ contest: [contest], flags: [flags] }, 0, {
    documents,
    stances: STANCES,
  });
  return { heading, disputed, lines: lines.map(({ symbol, text }) => `${symbol}|${text}`) };
}

test("each document has a line in its order: its stance, that it repeats another, or why it is silent", () => {
  assert.deepEqual(atLength("01*-.~", { mirrors: "1" }), {
    heading: "Told by 3 of 6 sources",
    disputed: "",
    lines: [
      "○|S0: reports",
      "◇|S1: own version, repeats another",
      "•|S2: tells it",
      "◦|S3: silent",
      "|S4: does not reach this time",
      "|S5: has not been read for this yet",
    ],
  });
});

test("of many documents only those that tell it are named, and of very many the first eight", () => {
  assert.deepEqual(atLength("-----------1").lines, ["◇|S11: own version"]);
  const all = atLength("000000000000");
  assert.deepEqual([all.heading, all.lines.length, all.lines[8]], ["Told by all 12 sources", 9, "|and 4 more"]);
  assert.equal(atLength("00000000").lines.length, 8);
});

test("a contradiction is said as whose it is", () => {
  assert.equal(atLength("01-", { flags: FLAGS.DISPUTED }).disputed, "They contradict each other");
  assert.equal(atLength("0--", { flags: FLAGS.DISPUTED }).disputed, "Voices in it contradict each other");
});

test("a folder without documents has no word of it", () => {
  assert.deepEqual(atLength("", { flags: FLAGS.DISPUTED }), { heading: "", disputed: "", lines: [] });
});
