/** Silences in the lane of a source: which runs there are, where they reach, and what is said of them. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { silenceText } from "../../../assets/drawing/bands.js";
import { FLAGS } from "../../../assets/drawing/entries.js";
import { event, lanes, METRICS, modelOf, numbers, sceneOf, UNMENTIONED, UNREACHED } from "./scenes.js";

const THEMES = ["The strike", "The trial"];

/** What is said of a run with so many events of each theme. */
function said(counts, whole, themes = THEMES) {
  const events = counts.flatMap((count, theme) =>
    Array.from({ length: count }, (_, k) => event(`t${theme}-${k}`, k, { theme })),
  );
  const model = modelOf(events, { themes });
  return silenceText(model, [...model.cols.id.keys()], whole);
}

// prettier-ignore
const TEXTS = [
  ["all about one thing", [24, 0], false, "nothing on the strike, 24 events"],
  ["all of the window about one thing", [0, 3], true, "nothing on the trial, 3 events"],
  ["all of the window", [2, 2], true, "covers this time and is silent on all 4 events"],
  ["a single event, not whose theme it has", [1, 0], false, "silent: 1"],
  ["a single event in all of the window", [1, 0], true, "covers this time and is silent on all 1 event"],
  ["two thirds about one thing", [2, 4], false, "silent: 6, mostly on the trial"],
  ["less than two thirds", [3, 4], false, "silent: 7"],
  ["thousands", [1500, 500], false, "silent: 2,000, mostly on the strike"],
];

for (const [name, counts, whole, wanted] of TEXTS) {
  test(`text: ${name}`, () => assert.equal(said(counts, whole), wanted));
}

test("text: where there is but one theme, or none, it says nothing", () => {
  assert.equal(said([3], false, ["the strike"]), "silent: 3");
  assert.equal(said([3], true, []), "covers this time and is silent on all 3 events");
  const model = modelOf([event("a", 1), event("b", 2)], { themes: THEMES }); // without a theme
  assert.equal(silenceText(model, [0, 1], false), "silent: 2");
});

/** Runs of the one lane, a source's, as [ids, from, to]. `told` and `silent` are days; other entries are given whole. */
function runs({ told = [], silent = [], others = [], ...how }) {
  const events = [
    ...told.map((day) => event(`told${day}`, day, { stance: 0 })),
    ...silent.map((day) => event(`not${day}`, day, { flags: UNMENTIONED })),
    ...others,
  ];
  const scene = sceneOf(events, { lanes: lanes(1, true), ...how });
  return scene.silences.map((run) => ({
    ids: run.entries.map((i) => scene.model.cols.id[i]).join(" "),
    from: run.from,
    to: run.to,
    text: run.text,
    begins: run.entries.map((i) => Math.max(scene.low, scene.barFrom[i])),
  }));
}

const ids = (given) => runs(given).map((run) => run.ids);

// prettier-ignore
const RUNS = [
  ["nothing untold, no run", { told: [100, 500] }, []],
  ["what follows each other is one", { told: [50], silent: [100, 300, 500] }, ["not100 not300 not500"]],
  ["a told event breaks it", { told: [300], silent: [100, 500] }, ["not100", "not500"]],
  ["not one beyond the window", { told: [-50, 1100], silent: [100, 500] }, ["not100 not500"]],
  ["where the words would touch, two are one", { told: [101], silent: [100, 120] }, ["not100 not120"]],
  ["beyond the window nothing is counted", { told: [500], silent: [-100, 100, 1200] }, ["not100"]],
  ["what the source does not reach is not counted", { told: [500], silent: [100], others: [event("far", 120, { flags: UNREACHED })] }, ["not100"]],
  ["nor what nobody has looked into", { told: [500], silent: [100], others: [event("who-knows", 120, { flags: FLAGS.SILENT })] }, ["not100"]],
  ["what it does not reach breaks no run", { told: [50], silent: [100, 300], others: [event("far", 200, { flags: UNREACHED })] }, ["not100 not300"]],
  ["what is told since before the window breaks none", { silent: [100, 500], others: [event("long", -50, { last: 1200, stance: 0 })] }, ["not100 not500"]],
];

for (const [name, given, wanted] of RUNS) {
  test(`runs: ${name}`, () => assert.deepEqual(ids(given), wanted));
}

test("a run is as long as its events, and at least as its words", () => {
  const [long, short] = runs({ told: [600], silent: [100, 400, 700] });
  const words = 6 * "silent: 1".length + 8 * METRICS.inset;
  assert.deepEqual([long.from, long.to], [100.5 - METRICS.pin, 400.5 - METRICS.pin]);
  assert.deepEqual([short.from, short.to], [700.5 - METRICS.pin, 700.5 - METRICS.pin + words]);
});

test("a run is no longer than what is said of all of it", () => {
  const silent = [1, 1, 0, 0].map((theme, k) => event(`e${k}`, 100 + k, { flags: UNMENTIONED, theme }));
  const [run] = runs({ told: [600], others: silent, themes: THEMES }); // first "nothing on the trial, 2 events"
  assert.equal(run.text, "silent: 4");
  assert.equal(run.to - run.from, 6 * run.text.length + 8 * METRICS.inset);
});

test("what begins before the window begins with it", () => {
  const lasting = event("lasting", -300, { last: 200, flags: UNMENTIONED });
  const [run] = runs({ told: [600], silent: [100], others: [lasting] });
  assert.deepEqual([run.ids, run.from], ["lasting not100", 0]);
});

test("a source that tells nothing here is silent over the whole window, in one line", () => {
  const scene = sceneOf(
    [1, 2, 3].map((k) => event(`e${k}`, 300 + k, { flags: UNMENTIONED })),
    { lanes: lanes(1, true) },
  );
  assert.deepEqual(
    scene.silences.map(({ from, to, text }) => [from, to, text]),
    [[0, 1000, "covers this time and is silent on all 3 events"]],
  );
  const [lane] = scene.lanes;
  assert.equal(lane.rows, 0);
  assert.equal(lane.stripTop - lane.bandTop, METRICS.row);
});

test("one that reaches a part of the window only is silent from its first to its last event", () => {
  const [run] = runs({ silent: [300, 400, 500], others: [event("far", 800, { flags: UNREACHED })] });
  assert.deepEqual([run.text, run.from, run.to], ["silent: 3", 300.5 - METRICS.pin, 500.5 - METRICS.pin]);
});

test("before 1970, where pixels are below zero, it is as after", () => {
  const before = { start: -13000, end: -12000, bounds: [-14000, 0] };
  const [first, last] = runs({ told: [-12700], silent: [-12900, -12800, -12500], ...before });
  assert.deepEqual([first.ids, first.to], ["not-12900 not-12800", -12799.5 - METRICS.pin]);
  assert.equal(last.from, -12499.5 - METRICS.pin);
});

test("near the right edge the words stay in the window", () => {
  const [, last] = runs({ told: [500], silent: [100, 990] });
  assert.equal(last.to, 1000);
  assert.ok(last.from < 990);
});

test("of any events each untold one is in one run, no run reaches into another or out of the window", () => {
  for (let seed = 0; seed < 1000; seed++) {
    const next = numbers(seed);
    const days = (count) => Array.from(new Set(Array.from({ length: next(count) }, () => next(1000))));
    const open = Array.from({ length: next(3) }, (_, k) => {
      const to = 100 + next(900);
      return event(`open${k}`, -4000, {
        last: to,
        sureFrom: to + 1,
        sureTo: to,
        flags: UNMENTIONED | FLAGS.OPEN_START,
      });
    });
    const found = runs({ told: days(6), silent: days(30), others: open });
    const each = found.flatMap((run) => run.ids.split(" "));
    assert.equal(new Set(each).size, each.length);
    found.forEach((run, k) => {
      assert.ok(run.from >= 0 && run.to <= 1000, `${seed}: ${run.from} to ${run.to}`);
      assert.ok(run.to - run.from >= 6 * run.text.length, `${seed}: no room for its words`);
      for (const at of run.begins) assert.ok(run.from <= at && at <= run.to, `${seed}: ${at} is not in its run`);
      assert.equal(Number(run.text.match(/\d+/)[0]), run.ids.split(" ").length);
      if (k) assert.ok(run.from >= found[k - 1].to + METRICS.gap, `${seed}: ${found[k - 1].to} and ${run.from}`);
    });
  }
});
