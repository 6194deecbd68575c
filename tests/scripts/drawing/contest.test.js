/** Who tells an event, as places before its name. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_PLACES, paintPlaces, readContest } from "../../../assets/drawing/contest.js";
import { tellers, tells } from "../../../assets/drawing/told.js";
import { FLAGS } from "../../../assets/drawing/entries.js";
import { event, lanes, METRICS, modelOf, UNMENTIONED, UNREACHED } from "./scenes.js";

// prettier-ignore
const SIGNS = [["0", true], ["9", true], ["a", true], ["z", true], ["*", true], ["-", false], [".", false], ["~", false]];

for (const [sign, wanted] of SIGNS) {
  test(`"${sign}" ${wanted ? "tells" : "does not tell"}`, () => assert.equal(tells(sign), wanted));
}

// prettier-ignore
const COUNTS = [["", 0], ["---", 0], [".~-", 0], ["0-3", 2], ["*****", 5], ["az*0.", 4]];

for (const [contest, wanted] of COUNTS) {
  test(`${wanted} tell "${contest}"`, () => assert.equal(tellers(contest), wanted));
}

/** What the contest makes of one entry. */
function read(more, teller = false) {
  const { cols } = modelOf([event("a", 1, more)]);
  const { places, silent, weight } = readContest(cols, lanes(1, teller));
  return { places: places[0], silent: silent[0], weight: weight[0] };
}

// prettier-ignore
const PLACES = [
  ["a place for each document", { contest: "0-." }, false, 3],
  ["none where there are no documents", {}, false, 0],
  ["none for what nobody tells", { contest: "--.~" }, false, 0],
  ["as many as are read at a glance", { contest: "0".repeat(MOST_PLACES) }, false, MOST_PLACES],
  ["no more of more documents: there they are numbers", { contest: "0".repeat(MOST_PLACES + 4) }, false, MOST_PLACES],
  ["a telling has one, for its own stance", { contest: "0-.", stance: 2 }, true, 1],
  ["a telling without a stance has none", { contest: "*-." }, true, 0],
];

for (const [name, more, teller, wanted] of PLACES) {
  test(`places: ${name}`, () => assert.equal(read(more, teller).places, wanted));
}

// prettier-ignore
const SILENT = [
  ["in the lane of a source that does not mention it", { flags: UNMENTIONED }, true, 1],
  ["or does not reach it", { flags: UNREACHED }, true, 1],
  ["or into which nobody has looked", { flags: FLAGS.SILENT }, true, 1],
  ["not where it is told", { flags: FLAGS.UNDATED }, true, 0],
  ["in lanes of another kind it is a ghost, with a name", { flags: UNMENTIONED }, false, 0],
];

for (const [name, more, teller, wanted] of SILENT) {
  test(`silence: ${name}`, () => assert.equal(read(more, teller).silent, wanted));
}

// prettier-ignore
const WEIGHTS = [[5, 5], [1, 1], [0, 5], [-2, 3], [-4.5, 0.5], [-9, 0.5]];

test("what weighs is the rank, and what has none weighs something all the same", () => {
  for (const [rank, wanted] of WEIGHTS) assert.equal(read({ rank }).weight, wanted, `${rank}`);
});

/** What is painted of one entry: signs and dots with the middle of the place where they stand. */
function painted(more, props = {}) {
  const stances = [
    { id: "accepts", name: "Accepts", symbol: "✓" },
    { id: "rejects", name: "Rejects", symbol: "✗" },
  ];
  const model = modelOf([event("a", 1, more)], { stances, ...props });
  const seen = [];
  const palette = { ink: "ink", muted: "muted", pale: "pale" };
  const middle = (text, x) => (x + (6 * text.length) / 2) / METRICS.place;
  const pen = {
    text: (x, _, text, font, ink) => seen.push([text, middle(text, x), ink]),
    dot: (x, _, r, { fill, stroke }) => seen.push([fill ? "dot" : "ring", x / METRICS.place, fill || stroke]),
  };
  paintPlaces(/** @type {any} */ (pen), /** @type {any} */ ({ model, metrics: METRICS }), 0, 0, 10, palette);
  return seen;
}

test("each document has its place in their order, and a mirror recedes", () => {
  assert.deepEqual(painted({ contest: "01-.*~" }), [
    ["✓", 0.5, "ink"],
    ["✗", 1.5, "muted"],
    ["ring", 2.5, "pale"],
    ["dot", 4.5, "ink"],
  ]);
});

test("of many documents it is said how many tell it", () => {
  const [[text]] = painted({ contest: "0".repeat(5) + "-".repeat(MOST_PLACES - 4) });
  assert.equal(text, `5/${MOST_PLACES + 1}`);
});

test("a telling has the sign of its own stance", () => {
  assert.deepEqual(painted({ contest: "0-", stance: 1 }, { lanes: lanes(1, true) }), [["✗", 0.5, "ink"]]);
});
