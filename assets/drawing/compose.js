/**
 * Composing a scene: everything that is drawn at one scale for one window. Made again when the scale, the data or the sizes change,
 * and when a pan has come to rest; while it lasts, a pan moves over the same scene.
 */
import { setLane, shareRows } from "./arrange.js";
import { GHOST, HIDDEN } from "./entries.js";
import { runsOf } from "./bands.js";
import { fillMarks, fillWays, makeBuffers, placeDate, placeEntry, placesWidth, signWidth } from "./extents.js";
import { joinFellows } from "./ribbons.js";
import { emptyRows, pack } from "./rows.js";

/** Part of the window that an entry fills which is rather a background of it. */
const BACKGROUND = 0.75;

/**
 * What a scene is made of.
 * @typedef {object} Given
 * @property {Model} model see entries.js
 * @property {Float32Array} widths of the labels, in pixels
 * @property {number} perDay pixels per day
 * @property {number} start of the window, a day number
 * @property {number} end
 * @property {number} area height for the lanes in pixels
 * @property {Metrics} metrics
 * @property {Buffers} [room] to fill
 * @property {number[]} [first] entries that get their places before all others: the focused one, the open one
 */

/**
 * The entries of a lane by what becomes of them: named in rows, in the line of what is under way, or beyond the window.
 * @typedef {{shown: number[], ghosts: number[], under: number[], beyond: number[], silent: number[]}} Sorted
 */

/** @param {Scene} scene @param {number} i @param {number} low @param {number} high */
function isBackground(scene, i, low, high) {
  const [from, to] = [scene.barFrom[i], scene.barTo[i]];
  return (from < low || to > high) && Math.min(to, high) - Math.max(from, low) > BACKGROUND * (high - low);
}

/**
 * Sort the entries by lane, the most important first.
 * @param {Scene} scene
 * @param {number[]} first
 * @returns {Sorted[]}
 */
function sortEntries(scene, first) {
  const { model, low, high } = scene;
  const { order, cols, status, lanes } = model;
  /** @type {Sorted[]} */
  const sorted = lanes.map(() => ({ shown: [], ghosts: [], under: [], beyond: [], silent: [] }));
  /** @param {number} i */
  const put = (i) => {
    const lane = sorted[cols.lane[i]];
    if (model.silent[i]) {
      scene.quiet[i] = 1;
      lane.silent.push(i);
    } else if (scene.barTo[i] < low || scene.barFrom[i] > high) lane.beyond.push(i);
    else if (status[i] === GHOST) lane.ghosts.push(i);
    else if (isBackground(scene, i, low, high)) lane.under.push(i);
    else lane.shown.push(i);
  };
  for (const i of first) if (i < cols.n && status[i] !== HIDDEN) put(i);
  for (let k = 0; k < order.length; k++) if (!first.includes(order[k])) put(order[k]);
  return sorted;
}

/**
 * Name what is under way in one line from left to right, as far as there is room.
 * @param {Scene} scene
 * @param {number[]} entries the most important first
 * @param {Float32Array} widths
 * @returns {number[]} those for which there was none
 */
function lineUp(scene, entries, widths) {
  const left = [];
  const { model, metrics, low, high } = scene;
  let at = low + metrics.inset;
  for (const i of entries) {
    const around = metrics.glyph + placesWidth(model, i, metrics) + signWidth(model.cols, i, metrics);
    const end = at + around + widths[i] + metrics.inset;
    if (end > high) {
      left.push(i);
      continue;
    }
    scene.under[i] = 1;
    scene.row[i] = 0;
    scene.left[i] = at;
    scene.right[i] = end;
    scene.label[i] = widths[i];
    scene.text[i] = at + metrics.glyph + placesWidth(model, i, metrics);
    at = end + 2 * metrics.gap;
    scene.underway.push(i);
  }
  return left;
}

/**
 * Heights of what a lane has beside its rows: the line of what is under way, and its silences.
 * @param {Scene} scene
 * @param {Sorted} lane
 * @param {number} k its place
 */
function linesOf(scene, lane, k) {
  const { row } = scene.metrics;
  return {
    under: lane.under.some((i) => scene.under[i]) ? row : 0,
    band: scene.silences.some((run) => run.lane === k) ? row : 0,
  };
}

/**
 * Heights of the lanes from top to bottom. Where everything is named and there is room, the rows stand wider apart.
 * @param {Scene} scene
 * @param {Sorted[]} sorted
 * @param {number[]} rows
 */
function stack(scene, sorted, rows) {
  const { metrics, area } = scene;
  const lines = sorted.map((lane, k) => linesOf(scene, lane, k));
  /** @param {number} row */
  const need = (row) =>
    rows.reduce((sum, n, lane) => sum + fixedHeight(metrics) + lines[lane].under + lines[lane].band + n * row, 0);
  scene.chip = need(metrics.roomy) <= area ? metrics.roomy : metrics.row;
  const heights = rows.map((n, k) => fixedHeight(metrics) + lines[k].under + lines[k].band + n * scene.chip);
  const airy = addAir(heights, rows, area, metrics);
  let top = 0;
  scene.lanes = rows.map((n, lane) => {
    const underTop = top + metrics.pad + metrics.head;
    const rowsTop = underTop + lines[lane].under;
    const bandTop = rowsTop + n * scene.chip;
    const stripTop = bandTop + lines[lane].band;
    const bottom = top + airy[lane];
    const box = { top, underTop, rowsTop, rows: n, bandTop, stripTop, bottom };
    top = bottom;
    return box;
  });
  scene.height = top;
}

/**
 * What height is left goes first to lanes too low for their names, then to all, more to those with more rows.
 * @param {number[]} heights that the lanes need
 * @param {number[]} rows
 * @param {number} area
 * @param {Metrics} metrics
 * @returns {number[]}
 */
function addAir(heights, rows, area, metrics) {
  let air = Math.max(0, area - heights.reduce((sum, height) => sum + height, 0));
  const named = heights.map((height) => {
    const more = metrics.phone ? 0 : Math.min(air, Math.max(0, metrics.name - height));
    air -= more;
    return height + more;
  });
  const parts = rows.reduce((sum, n) => sum + n + 1, 0);
  return named.map((height, lane) => height + Math.floor((air * (rows[lane] + 1)) / parts));
}

/**
 * Rows that a lane has in any case: beside one with several its name has room; none where a line of another kind is.
 * @param {Sorted} lane
 * @param {Metrics} metrics
 */
function leastRows(lane, metrics) {
  if (lane.shown.length) return metrics.least;
  return lane.under.length || lane.silent.length ? 0 : 1;
}

/** Height of a lane without its rows. @param {Metrics} metrics */
function fixedHeight(metrics) {
  return metrics.pad + metrics.head + metrics.strip;
}

/**
 * @param {Given} given
 * @returns {Scene}
 */
export function makeScene({ model, widths, perDay, start, end, area, metrics, room, first = [] }) {
  const buffers = room || makeBuffers(model.cols.n);
  const low = start * perDay;
  const high = end * perDay;
  const { row } = metrics;
  /** @type {Scene} */
  const scene = {
    ...buffers,
    ...{ model, widths, perDay, metrics, area, low, high, start, end },
    rows: [],
    lanes: [],
    underway: [],
    silences: [],
    ribbons: [],
    chip: row,
    height: 0,
  };
  for (const each of [scene.under, scene.quiet]) each.fill(0);
  scene.row.fill(-1);
  scene.date.fill(NaN);
  fillMarks(model, perDay, metrics, scene);
  const sorted = sortEntries(scene, first);
  const ways = model.ways;
  sorted.forEach((lane, k) => {
    lane.shown.push(...lineUp(scene, lane.under, widths));
    if (lane.silent.length) scene.silences.push(...runsOf(scene, k, lane.silent, lane.shown.concat(lane.under)));
    for (const i of lane.shown) fillWays(model, i, widths[i], scene, true, metrics, scene, ways);
    for (const i of lane.ghosts) fillWays(model, i, widths[i], scene, true, metrics, scene, ways);
    for (const i of lane.beyond) fillWays(model, i, widths[i], scene, false, metrics, scene, ways);
  });
  const fixed = sorted.reduce((sum, lane, k) => {
    const { under, band } = linesOf(scene, lane, k);
    return sum + fixedHeight(metrics) + under + band;
  }, 0);
  const capacity = Math.floor((area - fixed) / row);
  const { weight } = model;
  const least = sorted.map((lane) => leastRows(lane, metrics));
  const shown = sorted.map((lane) => lane.shown);
  const own = shareRows(shown, ways, weight, least, metrics.begin, capacity);
  const left = capacity - own.reduce((sum, n) => sum + n, 0);
  const ghosts = sorted.map((lane) => lane.ghosts);
  const more = shareRows(
    ghosts,
    ways,
    weight,
    own.map(() => 0),
    0,
    left,
  );
  scene.rows = own.map((n, lane) => n + more[lane]);
  /** @param {number} i */
  const time = (i) => scene.barFrom[i];
  sorted.forEach((lane, k) => {
    const set = setLane(lane.shown, ways, own[k], time);
    set.rows.push(...emptyRows(more[k]));
    pack(set.rows, ways, lane.ghosts, set.spots);
    pack(set.rows, ways, lane.beyond, set.spots);
    for (const [i, spot] of set.spots) {
      scene.row[i] = spot.row;
      placeEntry(model, i, spot.way, scene, metrics, scene, ways);
    }
    for (const [i, spot] of set.spots) {
      const free = Math.min(set.rows[spot.row].beside(scene.left[i], scene.right[i])[1], high - scene.right[i]);
      placeDate(model, i, free, metrics, scene);
    }
  });
  stack(scene, sorted, scene.rows);
  for (let i = 0; i < model.cols.n; i++) {
    const lane = scene.lanes[model.cols.lane[i]];
    scene.y[i] = scene.under[i] ? lane.underTop : lane.rowsTop + scene.row[i] * scene.chip;
  }
  for (const run of scene.silences) run.y = scene.lanes[run.lane].bandTop;
  scene.ribbons = joinFellows(scene);
  return scene;
}
