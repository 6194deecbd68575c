/** Where marks stand, and the two ways in which a name can stand by its mark. A day is a pixel here. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FLAGS } from "../../../assets/drawing/entries.js";
import * as extents from "../../../assets/drawing/extents.js";
import { event, lanes, METRICS, modelOf, somewhere } from "./scenes.js";

const { OPEN_START: START, OPEN_END: END, DISPUTED } = FLAGS;
const { AFTER, BEFORE } = extents;
const { fade, minBar, narrow, pin, gap, inset, sign, place, placesEnd } = METRICS;
const WINDOW = { low: 0, high: 1000 };

/** An entry as [first, sureFrom, sureTo, last, flags]. */
const entry = ([first, sureFrom, sureTo, last, flags = 0], more = {}) =>
  event("a", first, { sureFrom, sureTo, last, flags, ...more });

// prettier-ignore
const KINDS = [
  ["a known day", [5, 5, 5, 5], "dot"],
  ["a day that is open at its start", [5, 6, 5, 5, START], "possible"],
  ["a day that is open at its end", [5, 6, 5, 5, END], "possible"],
  ["two days, both for certain", [5, 5, 6, 6], "bar"],
  ["a span of which one day is certain", [5, 6, 6, 9], "possible"],
  ["a span of which two days are certain", [5, 6, 7, 9], "bar"],
  ["some time within a year", [0, 365, -1, 364], "possible"],
  ["since a day, and certain for long", [5, 5, 90, 200, END], "bar"],
  ["before a day, nothing certain", [0, 300, 299, 299, START], "possible"],
];

for (const [name, given, kind] of KINDS) {
  test(`${name}: ${kind}`, () => {
    const { cols } = modelOf([entry(given)]);
    const found = { dot: extents.isDot(cols, 0), bar: extents.isBar(cols, 0), possible: extents.isPossible(cols, 0) };
    assert.deepEqual(found, { dot: kind === "dot", bar: kind === "bar", possible: kind === "possible" });
  });
}

test("a core that ends before it begins is none, one of a single day is one", () => {
  const { cols } = modelOf([entry([0, 5, 4, 9]), entry([0, 5, 5, 9])]);
  assert.deepEqual([extents.hasCore(cols, 0), extents.hasCore(cols, 1)], [false, true]);
});

/** From where to where the mark of one entry reaches. */
function mark(given, perDay = 1) {
  const model = modelOf([entry(given)]);
  const out = extents.makeBuffers(1);
  extents.fillMarks(model, perDay, METRICS, out);
  return [out.barFrom[0], out.barTo[0]];
}

// prettier-ignore
const MARKS = [
  ["a known day is a pin in its middle", [100, 100, 100, 100], 1, [100.5 - pin, 100.5 + pin]],
  ["at another scale in its middle too, and as wide", [100, 100, 100, 100], 2, [201 - pin, 201 + pin]],
  ["days are covered whole, the last one too", [100, 100, 199, 199], 1, [100, 200]],
  ["what is short is as wide as can be seen", [100, 100, 101, 101], 1, [100, 100 + minBar]],
  ["just wide enough stays as it is", [100, 100, 99 + minBar, 99 + minBar], 1, [100, 100 + minBar]],
  ["what is only possible reaches over all of it", [100, 300, 99, 299], 1, [100, 300]],
  ["open at the start it runs out before what is certain", [0, 300, 309, 309, START], 1, [300 - fade, 310]],
  ["but not before it can begin", [280, 300, 309, 309, START], 1, [280, 310]],
  ["open at the end it runs out after what is certain", [300, 300, 309, 900, END], 1, [300, 310 + fade]],
  ["but not after it can end", [300, 300, 309, 319, END], 1, [300, 320]],
  ["before X, nothing certain: it runs out before X", [0, 300, 299, 299, START], 1, [300 - fade, 300]],
  ["after X, nothing certain: it runs out after X", [300, 301, 300, 900, END], 1, [300, 300 + fade]],
  ["open at both, nothing certain: all of it", [100, 200, 199, 899, START | END], 1, [100, 900]],
  ["days before 1970 are as long", [-200, -200, -101, -101], 1, [-200, -100]],
];

for (const [name, given, perDay, wanted] of MARKS) {
  test(`mark: ${name}`, () => assert.deepEqual(mark(given, perDay), wanted));
}

/**
 * Both ways of one entry with a label of this width, and its buffers.
 * @param {object} given an event
 */
function stood(given, { label = 40, window = WINDOW, inside = true, way = AFTER, ...props } = {}) {
  const model = modelOf([given], props);
  const out = extents.makeBuffers(1);
  extents.fillMarks(model, 1, METRICS, out);
  extents.fillWays(model, 0, label, window, inside, METRICS, out, model.ways);
  extents.placeEntry(model, 0, way, window, METRICS, out, model.ways);
  const [from, to] = [[...model.ways.from], [...model.ways.to]];
  return {
    after: Number.isNaN(from[AFTER]) ? null : [from[AFTER], to[AFTER]],
    before: Number.isNaN(from[BEFORE]) ? null : [from[BEFORE], to[BEFORE]],
    text: out.text[0],
    label: out.label[0],
    chip: [out.left[0], out.right[0]],
  };
}

const DAY = event("a", 500);
const BAR = event("a", 500, { last: 699 });
const TOLD = { contest: "0-.", flags: DISPUTED };
const PLACES = 3 * place + placesEnd;
const [DOT_FROM, DOT_TO] = [500.5 - pin, 500.5 + pin];

// prettier-ignore
const WAYS = [
  ["by a day the name stands right or left of it", DAY, {}, [DOT_FROM, DOT_TO + gap + 40 + inset], [DOT_FROM - gap - 40 - inset, DOT_TO]],
  ["over a wide mark at its beginning or its end", BAR, {}, [500, 700], [500, 700]],
  ["longer than its mark it reaches out on the other side", BAR, { label: 300 }, [500, 500 + inset + 300 + inset], [700 - inset - 300 - inset, 700]],
  ["places and sign belong to the block", { ...DAY, ...TOLD }, {},
    [DOT_FROM, DOT_TO + gap + PLACES + 40 + sign + inset], [DOT_FROM - gap - PLACES - 40 - sign - inset, DOT_TO]],
  ["a mark just narrow has its name beside it", event("a", 500, { last: 499 + narrow }), {},
    [500, 500 + narrow + gap + 40 + inset], [500 - gap - 40 - inset, 500 + narrow]],
  ["one a day wider has it over it", event("a", 500, { last: 500 + narrow }), {}, [500, 500 + 2 * inset + 40], [501 + narrow - 2 * inset - 40, 501 + narrow]],
  ["at the right edge only the left way", event("a", 980), {}, null, [980.5 - pin - gap - 40 - inset, 980.5 + pin]],
  ["at the left edge only the right way", event("a", 20), {}, [20.5 - pin, 20.5 + pin + gap + 40 + inset], null],
  ["a bar from before the window has its name where it comes in", event("a", -200, { last: 299 }), { label: 280 },
    [-200, 300], [-200, 300]],
  ["beyond the window on the right it stands away from it", event("a", 1100), { inside: false }, [1100.5 - pin, 1100.5 + pin + gap + 40 + inset], null],
  ["beyond it on the left as well", event("a", -100), { inside: false }, null, [-99.5 - pin - gap - 40 - inset, -99.5 + pin]],
];

for (const [name, given, how, after, before] of WAYS) {
  test(`ways: ${name}`, () => {
    const found = stood(given, how);
    assert.deepEqual([found.after, found.before], [after, before]);
  });
}

test("ways: what ends just at the edge is allowed, a hair more is not", () => {
  const last = 1000 - inset - 40 - gap - pin - 0.5;
  assert.ok(stood(event("a", last)).after);
  assert.equal(stood(event("a", last + 0.01)).after, null);
  const first = inset + 40 + gap + pin - 0.5;
  assert.ok(stood(event("a", first)).before);
  assert.equal(stood(event("a", first - 0.01)).before, null);
});

// prettier-ignore
const CUT = [
  ["a label that has room on one side stays whole", DAY, 480, 480],
  ["one that has none is cut to the wider side", event("a", 399), 700, 1000 - inset - (399.5 + pin + gap)],
  ["and so with its places and its sign", event("a", 399, TOLD), 700, Math.floor(1000 - inset - (399.5 + pin + gap) - PLACES - sign)],
  ["over a wide mark to what is seen of the window", event("a", -50, { last: 1100 }), 2000, 1000 - 2 * inset],
];

for (const [name, given, label, wanted] of CUT) {
  test(`cut: ${name}`, () => assert.equal(stood(given, { label }).label, Math.floor(wanted)));
}

test("cut: never to less than a few letters, and a shorter one never", () => {
  const narrowWindow = { low: 480, high: 520 };
  assert.equal(stood(DAY, { label: 300, window: narrowWindow }).label, 60);
  assert.equal(stood(DAY, { label: 45, window: narrowWindow }).label, 45);
  assert.ok(stood(DAY, { label: 300, window: narrowWindow }).after, "there is a way all the same");
});

test("cut: beyond the window nothing is", () => {
  assert.equal(stood(event("a", 1100), { label: 3000, inside: false }).label, 3000);
});

// prettier-ignore
const TEXTS = [
  ["right of a day", { ...DAY, ...TOLD }, AFTER, DOT_TO + gap + PLACES],
  ["left of a day, the places between it and the day", { ...DAY, ...TOLD }, BEFORE, DOT_FROM - gap - PLACES - sign - 40],
  ["at the beginning of a bar", { ...BAR, ...TOLD }, AFTER, 500 + inset + PLACES],
  ["at the end of a bar, the places before it", { ...BAR, ...TOLD }, BEFORE, 700 - inset - sign - 40],
  ["where a bar comes into the window", event("a", -200, { last: 299 }), AFTER, inset],
  ["where it goes out of it", event("a", 800, { last: 1200 }), BEFORE, 1000 - inset - 40],
];

for (const [name, given, way, wanted] of TEXTS) {
  test(`label: ${name}`, () => {
    const found = stood(given, { way });
    assert.equal(found.text, wanted);
    assert.deepEqual(found.chip, way === AFTER ? found.after : found.before);
  });
}

// prettier-ignore
const DATES = [
  ["after its name", somewhere("a", 500, 599, { when: "1934" }), AFTER, 100, 500 + inset + 40 + gap],
  ["as its source writes it", somewhere("a", 500, 599, { when: "1934", given: "that year" }), AFTER, 100, 500 + inset + 40 + gap],
  ["after a narrow bracket, where the name stands before it", somewhere("a", 500, 509, { when: "1934" }), BEFORE, 100, 510 + gap],
  ["not where there is nothing to write", somewhere("a", 500, 599, { when: "" }), AFTER, 100, NaN],
  ["not for a day", DAY, AFTER, 100, NaN],
  ["not for time that it lasts", BAR, AFTER, 100, NaN],
  ["not where the next name stands", somewhere("a", 500, 509, { when: "1934" }), AFTER, 0, NaN],
];

for (const [name, given, way, free, wanted] of DATES) {
  test(`date of what is possible: ${name}`, () => {
    const model = modelOf([given]);
    const out = extents.makeBuffers(1);
    out.date.fill(NaN);
    extents.fillMarks(model, 1, METRICS, out);
    extents.fillWays(model, 0, 40, WINDOW, true, METRICS, out, model.ways);
    extents.placeEntry(model, 0, way, WINDOW, METRICS, out, model.ways);
    extents.placeDate(model, 0, free, METRICS, out);
    assert.equal(out.date[0], wanted);
  });
}

// prettier-ignore
const SAID = [
  ["as it is printed", {}, "1934"],
  ["as its source writes it", { given: "that year" }, "that year"],
  ["as none, where the source gives none", { flags: FLAGS.UNDATED }, "no date"],
];

for (const [name, more, wanted] of SAID) {
  test(`date of what is possible: said ${name}`, () => {
    assert.equal(extents.dateText(modelOf([somewhere("a", 500, 599, { when: "1934", ...more })]).cols, 0), wanted);
  });
}

test("in the lane of a source there is one place, for its own stance", () => {
  const given = { ...event("a", 500), contest: "0-.", stance: 0 };
  const own = stood(given, { lanes: lanes(1, true) });
  assert.deepEqual(own.after, [DOT_FROM, DOT_TO + gap + place + placesEnd + 40 + inset]);
});
