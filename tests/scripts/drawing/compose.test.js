/** What becomes of each entry in a window, and how the height is shared. A day is a pixel here. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { GHOST } from "../../../assets/drawing/entries.js";
import { makeMetrics } from "../../../assets/drawing/metrics.js";
import { GAP } from "../../../assets/drawing/rows.js";
import { hiddenCounts } from "../../../assets/drawing/scene.js";
import { entryOf, event, lanes, METRICS, numbers, rowsById, sceneOf, somewhere, UNMENTIONED } from "./scenes.js";

const { row: ROW, roomy: ROOMY, strip: STRIP, pad: PAD, name: NAME } = METRICS;
const FIXED = PAD + STRIP;
const sum = (list) => list.reduce((total, each) => total + each, 0);

/** Entries on each other: each needs a row of its own. */
const pile = (count, more = {}) => Array.from({ length: count }, (_, k) => event(`${more.lane || 0}-${k}`, 500, more));

/** What an entry is: "under", a row, or "mark". */
function became(scene, id) {
  const i = entryOf(scene, id);
  if (scene.quiet[i]) return "silence";
  if (scene.under[i]) return "under";
  return scene.row[i] < 0 ? "mark" : "row";
}

const LONG = { last: 1400 };

// prettier-ignore
const UNDERWAY = [
  ["from before to after the window", event("e", -300, LONG), "under"],
  ["of most of it, from before", event("e", -300, { last: 750 }), "under"],
  ["of three quarters and no more", event("e", -300, { last: 749 }), "row"],
  ["of most of it, to after", event("e", 249, LONG), "under"],
  ["of most of it and wholly in it", event("e", 100, { last: 990 }), "row"],
  ["what is possible within it likewise", somewhere("e", -300, 1400), "under"],
];

for (const [name, given, wanted] of UNDERWAY) {
  test(`under way: ${name}`, () => assert.equal(became(sceneOf([given, event("other", 500)]), "e"), wanted));
}

test("what is under way stands in one line from left to right, without overlap, the most important first", () => {
  const events = ["a", "b", "c"].map((id, k) => event(id, -300 - k, { ...LONG, rank: 5 - k, label: "some words" }));
  const scene = sceneOf([...events, event("other", 500)]);
  const line = ["a", "b", "c"].map((id) => entryOf(scene, id));
  assert.deepEqual(scene.underway, line);
  line.forEach((i, k) => {
    assert.equal(scene.y[i], scene.lanes[0].underTop);
    assert.ok(scene.left[i] >= (k ? scene.right[line[k - 1]] + GAP : 0));
    assert.ok(scene.right[i] <= 1000);
  });
  assert.equal(scene.lanes[0].rowsTop - scene.lanes[0].underTop, ROW);
});

test("whom the line has no room for gets a row, and where there is none either is a mark and counted", () => {
  const label = "w".repeat(45); // three to a line
  const events = Array.from({ length: 20 }, (_, k) => event(`e${k}`, -300 - k, { ...LONG, label, rank: 5 - k / 10 }));
  const scene = sceneOf(events, { area: 120 });
  const kinds = events.map(({ id }) => became(scene, id));
  assert.deepEqual(kinds.slice(0, 3), ["under", "under", "under"]);
  assert.equal(scene.rows[0], Math.floor((120 - FIXED - ROW) / ROW));
  assert.equal(kinds.filter((kind) => kind === "row").length, scene.rows[0]);
  assert.ok(kinds.includes("mark"));
  assert.deepEqual(hiddenCounts(scene, 0, 1000, null), [kinds.filter((kind) => kind === "mark").length]);
});

test("a ghost that lasts through the window takes no line and no row from what is shown", () => {
  const shown = Array.from({ length: 40 }, (_, k) => event(`s${k}`, 20 * k, { label: "some longer name" }));
  const ghosts = Array.from({ length: 8 }, (_, k) => event(`g${k}`, -300, { ...LONG, rank: 5, label: "w".repeat(50) }));
  const keep = (scene) => Object.entries(rowsById(scene)).filter(([id]) => id.startsWith("s"));
  const alone = sceneOf(shown, { area: 100 });
  const at = (scene) => Object.fromEntries(keep(scene));
  const picked = [...shown, ...ghosts].sort((a, b) => b.rank - a.rank || a.seq - b.seq);
  const indices = picked.flatMap(({ id }, k) => (id.startsWith("s") ? [k] : []));
  const beside = sceneOf([...shown, ...ghosts], { area: 100, shown: indices, emphasis: "ghost" });
  assert.equal(beside.model.status[entryOf(beside, "g0")], GHOST);
  assert.deepEqual(at(beside), at(alone));
});

test("in the lane of a source what it does not tell is neither name nor mark", () => {
  const events = [event("told", 300, { stance: 0 }), event("untold", 500, { flags: UNMENTIONED })];
  const scene = sceneOf(events, { lanes: lanes(1, true) });
  assert.deepEqual(["told", "untold"].map((id) => became(scene, id)), ["row", "silence"]); // prettier-ignore
  assert.deepEqual(hiddenCounts(scene, 0, 1000, null), [0]);
});

test("a silence beyond the window takes no height from what is named in it", () => {
  const events = [...pile(9, { stance: 0 }), event("untold", -400, { flags: UNMENTIONED })];
  assert.deepEqual(sceneOf(events, { lanes: lanes(1, true), area: FIXED + 5 * ROW }).rows, [5]);
});

const heights = (scene) => scene.lanes.map(({ top, bottom }) => bottom - top);

test("a lane without events in the window is one line, one with events has rows", () => {
  const scene = sceneOf([...pile(9), event("early", -400, { lane: 1 })], {
    lanes: lanes(3),
    area: 3 * FIXED + 9 * ROW,
  });
  assert.deepEqual(scene.rows.slice(1), [1, 1]);
  assert.deepEqual(heights(scene).slice(1), [FIXED + ROW, FIXED + ROW]);
});

// prettier-ignore
const SHARED = [
  ["to the lane that needs them", [pile(12), pile(1, { lane: 1 })], [8, 2]],
  ["to both by what is unnamed", [pile(12), pile(12, { lane: 1 })], [5, 5]],
  ["to the one of more weight", [pile(12, { rank: 1 }), pile(12, { lane: 1, rank: 4 })], [2, 8]],
];

for (const [name, events, rows] of SHARED) {
  test(`rows go ${name}`, () => {
    const scene = sceneOf(events.flat(), { lanes: lanes(2), area: 2 * FIXED + 10 * ROW });
    assert.deepEqual(scene.rows, rows);
    assert.equal(scene.height, 2 * FIXED + 10 * ROW);
  });
}

test("where all have a name rows stand wider apart, as far as there is height", () => {
  const area = FIXED + 3 * ROOMY;
  assert.equal(sceneOf(pile(3), { area }).chip, ROOMY);
  assert.equal(sceneOf(pile(3), { area: area - 1 }).chip, ROW);
});

test("what height is left goes to lanes too low for their names, then to all by their rows", () => {
  const given = [...pile(5), event("b", 300, { lane: 1 })];
  const need = (lane, n) => FIXED + n * (lane ? ROOMY : ROOMY);
  const exactly = need(0, 5) + need(1, 2) + (FIXED + ROOMY);
  const lifted = exactly + NAME - (FIXED + ROOMY);
  for (const [area, wanted] of [
    [exactly, [need(0, 5), need(1, 2), FIXED + ROOMY]],
    [lifted, [need(0, 5), need(1, 2), NAME]],
    [lifted + 11, [need(0, 5) + 6, need(1, 2) + 3, NAME + 2]],
  ])
    assert.deepEqual(heights(sceneOf(given, { lanes: lanes(3), area })), wanted);
});

test("where there is too little height lanes keep their rows, and scroll", () => {
  const scene = sceneOf(
    [0, 1, 2].flatMap((lane) => pile(5, { lane })),
    { lanes: lanes(3), area: 60 },
  );
  assert.deepEqual(scene.rows, [2, 2, 2]);
  assert.equal(scene.height, 3 * (FIXED + 2 * ROW));
});

test("the focused and the open event get their places first", () => {
  const events = [...pile(20, { rank: 5 }), event("low", 500, { rank: 1 })];
  const plain = sceneOf(events, { area: 80 });
  const low = entryOf(plain, "low");
  assert.equal(plain.row[low], -1);
  const opened = sceneOf(events, { area: 80, first: [low] });
  assert.ok(opened.row[low] >= 0);
  assert.equal([...opened.row].filter((row) => row >= 0).length, opened.rows[0], "and nobody a second one");
});

test("on a phone a lane with one event has one row, below its name", () => {
  const phone = { width: 390, scale: 1, coarse: true, sans: "sans-serif", serif: "serif" };
  const metrics = makeMetrics(phone);
  const scene = sceneOf([event("a", 500)], { metrics });
  assert.deepEqual(scene.rows, [1]);
  assert.equal(scene.lanes[0].rowsTop - scene.lanes[0].top, metrics.pad + metrics.head);
});

/** Any events in three lanes, of every kind of time, some of them ghosts. */
function random(next) {
  const count = 1 + next(60);
  return Array.from({ length: count }, (_, k) => {
    const [first, more] = [next(1400) - 200, { lane: next(3), rank: 1 + next(5), label: "w".repeat(1 + next(30)) }];
    const last = first + next(4) * next(400);
    return next(2) ? event(`e${k}`, first, { last, ...more }) : somewhere(`e${k}`, first, last, more);
  });
}

/** Chips of a lane's rows as [from, to] by row. */
function taken(scene, lane) {
  const { cols } = scene.model;
  const rows = Array.from({ length: scene.rows[lane] }, () => []);
  for (const i of scene.model.order)
    if (cols.lane[i] === lane && scene.row[i] >= 0 && !scene.under[i])
      rows[scene.row[i]].push([scene.left[i], scene.right[i]]);
  return rows;
}

test("of any events none is lost, none overlaps, and none is hidden beside a free row or free height", () => {
  for (let seed = 0; seed < 1500; seed++) {
    const next = numbers(seed);
    const events = random(next);
    const shown = next(3) ? null : [...events.keys()].filter(() => next(2));
    const area = 80 + next(300);
    const scene = sceneOf(events, { lanes: lanes(3), area, shown, emphasis: "ghost" });
    const { cols, order, ways, status } = scene.model;
    let hidden = 0;
    for (const i of order) {
      if (scene.row[i] >= 0) continue;
      const rows = taken(scene, cols.lane[i]);
      for (const way of [0, 1]) {
        const [from, to] = [ways.from[2 * i + way], ways.to[2 * i + way]];
        const free = rows.findIndex((row) => row.every(([left, right]) => to + GAP <= left || right + GAP <= from));
        assert.ok(from !== from || free < 0, `${seed}: ${cols.id[i]} is a mark beside row ${free}`);
      }
      if (status[i] !== GHOST && scene.barTo[i] >= 0 && scene.barFrom[i] <= 1000) hidden++;
    }
    for (const lane of [0, 1, 2])
      for (const row of taken(scene, lane)) {
        const sorted = row.sort((a, b) => a[0] - b[0]);
        sorted.forEach(([left], k) => assert.ok(!k || left >= sorted[k - 1][1] + GAP, `${seed}: overlap`));
      }
    const counts = hiddenCounts(scene, 0, 1000, null);
    assert.equal(hidden, sum(counts), `${seed}: hidden and not counted`);
    const needed = sum(scene.lanes.map((lane) => FIXED + lane.rowsTop - lane.underTop + lane.rows * ROW));
    if (hidden) assert.ok(area - needed < ROW, `${seed}: ${hidden} hidden beside ${area - needed} pixels`);
  }
});
