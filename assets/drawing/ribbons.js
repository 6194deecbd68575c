/**
 * Ribbons: the same event joined through the lanes of those who tell it. A slant is another date, a broken line a lane
 * that is silent on it.
 */

/** So many of the boldest events have a ribbon that is seen from far; the others have a hairline. */
const BOLD = 3;

/** One end of a piece: an entry in a lane. @typedef {{x: number, y: number, lane: number}} Knot */

/**
 * A piece of a ribbon between two lanes, in pixels of the scene; `broken` where a lane between is silent, `id` the event.
 * @typedef {{id: string, from: Knot, to: Knot, broken: boolean, bold: boolean}} Piece
 */

/** @param {Scene} scene @param {number} i @param {number} near where the ribbon comes from, NaN at its beginning @returns {number} */
function meets(scene, i, near) {
  const [from, to] = [scene.barFrom[i], scene.barTo[i]];
  if (to - from <= 2 * scene.metrics.pin + 1 || near !== near) return (from + to) / 2;
  return Math.max(from, Math.min(to, near));
}

/** Where an entry's mark stands from top to bottom. @param {Scene} scene @param {number} i */
function middle(scene, i) {
  if (scene.row[i] >= 0) return scene.y[i] + scene.chip / 2;
  return scene.lanes[scene.model.cols.lane[i]].stripTop + scene.metrics.strip / 2;
}

/**
 * The told entries of each event in the window, by lane from top to bottom; only events that several lanes tell.
 * @param {Scene} scene
 * @returns {number[][]}
 */
function fellows(scene) {
  const { model, low, high } = scene;
  const { cols, order, shown } = model;
  /** @type {Map<string, number[]>} */
  const byEvent = new Map();
  for (let k = 0; k < shown; k++) {
    const i = order[k];
    if (scene.quiet[i] || scene.under[i] || scene.barTo[i] < low || scene.barFrom[i] > high) continue;
    const known = byEvent.get(cols.id[i]);
    if (known) known.push(i);
    else byEvent.set(cols.id[i], [i]);
  }
  return [...byEvent.values()]
    .filter((entries) => entries.length > 1)
    .map((entries) => entries.sort((a, b) => cols.lane[a] - cols.lane[b]));
}

/**
 * Where a ribbon runs straight: the day of who gives one, else the middle of what all leave open; NaN where they leave
 * nothing in common.
 * @param {Scene} scene
 * @param {number[]} entries
 */
function agreed(scene, entries) {
  const { barFrom, barTo, model } = scene;
  const { first, last } = model.cols;
  const day = entries.find((i) => first[i] === last[i]);
  if (day !== undefined) return (barFrom[day] + barTo[day]) / 2;
  const from = Math.max(...entries.map((i) => barFrom[i]));
  const to = Math.min(...entries.map((i) => barTo[i]));
  return from <= to ? (from + to) / 2 : NaN;
}

/**
 * The silences between the lane of an entry and another one that its event is in.
 * @param {Scene} scene
 * @param {number} i
 * @param {number} lane
 */
function silentOn(scene, i, lane) {
  const { cols } = scene.model;
  return scene.silences.filter(
    (run) => run.lane > cols.lane[i] && run.lane < lane && run.entries.some((each) => cols.id[each] === cols.id[i]),
  );
}

/**
 * @param {Scene} scene with its rows set
 * @returns {Piece[]}
 */
export function joinFellows(scene) {
  if (!scene.model.lanes.some((lane) => lane.teller)) return [];
  const { cols } = scene.model;
  const groups = fellows(scene);
  /** @param {number[]} entries */
  const weight = (entries) => Math.max(...entries.map((i) => cols.rank[i])) * 10 + entries.length;
  const bold = new Set([...groups].sort((a, b) => weight(b) - weight(a)).slice(0, BOLD));
  /** @type {Piece[]} */
  const pieces = [];
  for (const entries of groups) {
    let x = meets(scene, entries[0], agreed(scene, entries));
    for (let k = 1; k < entries.length; k++) {
      const [a, b] = [entries[k - 1], entries[k]];
      const next = meets(scene, b, x);
      const named = scene.row[a] >= 0 && scene.row[b] >= 0;
      if (named || bold.has(entries))
        pieces.push({
          id: cols.id[a],
          from: { x, y: middle(scene, a), lane: cols.lane[a] },
          to: { x: next, y: middle(scene, b), lane: cols.lane[b] },
          broken: cols.lane[b] - cols.lane[a] > 1 && silentOn(scene, a, cols.lane[b]).length > 0,
          bold: bold.has(entries),
        });
      x = next;
    }
    if (bold.has(entries)) pieces.push(...tail(scene, entries[entries.length - 1], x));
  }
  return pieces;
}

/**
 * The end of a bold ribbon: broken down to the last lane that is silent on it.
 * @param {Scene} scene
 * @param {number} i the lowest entry that is told
 * @param {number} x
 * @returns {Piece[]}
 */
function tail(scene, i, x) {
  const { cols } = scene.model;
  const last = silentOn(scene, i, scene.lanes.length).pop();
  if (!last) return [];
  const from = { x, y: middle(scene, i), lane: cols.lane[i] };
  const to = { x, y: scene.lanes[last.lane].stripTop, lane: last.lane };
  return [{ id: cols.id[i], from, to, broken: true, bold: true }];
}

/**
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 * @param {(x: number) => number} at
 */
export function paintRibbons(pen, scene, view, palette, at) {
  const down = scene.metrics.axis - view.scroll;
  for (const { id, from, to, broken, bold } of scene.ribbons) {
    const lit = id === view.lit || id === view.selected;
    pen.curve(at(from.x), from.y + down, at(to.x), to.y + down, {
      stroke: lit ? palette.accent : bold ? palette.ink : palette.muted,
      line: (lit ? 2 : bold ? 1.4 : 0.7) * scene.metrics.scale,
      alpha: lit ? 1 : bold ? 0.75 : 0.55,
      dash: broken ? [3, 4] : null,
    });
  }
}
