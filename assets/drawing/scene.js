/**
 * A scene: everything that is drawn at one scale, whatever part of it is in view. Made again only when the
 * scale, the data or the sizes change; a pan moves over the same scene.
 */
import { arrange, shareRows } from "./arrange.js";
import { HIDDEN } from "./entries.js";
import { aroundLabel, fillExtents, makeBuffers } from "./extents.js";

/** Pixels of a chip at the edge of the view for which no row is kept. */
const SLIVER = 12;
/** Pixels in which no word of a label could be read. */
const FEW = 28;

/**
 * Heights of the lanes from top to bottom.
 * @param {number[]} rows
 * @param {Metrics} metrics
 * @param {number} area
 * @returns {LaneBox[]}
 */
function stack(rows, metrics, area) {
  const fixed = metrics.pad + metrics.head + metrics.strip;
  const needed = rows.reduce((sum, n) => sum + fixed + n * metrics.row, 0);
  const air = Math.max(0, Math.floor((area - needed) / Math.max(1, rows.length)));
  let top = 0;
  return rows.map((n) => {
    const rowsTop = top + metrics.pad + metrics.head;
    const stripTop = rowsTop + n * metrics.row;
    const lane = { top, rowsTop, rows: n, stripTop, bottom: stripTop + metrics.strip + air };
    top = lane.bottom;
    return lane;
  });
}

/**
 * @param {Model} model see entries.js
 * @param {Float32Array} widths label widths
 * @param {number} perDay pixels per day
 * @param {number} area height for the lanes in pixels
 * @param {Metrics} metrics
 * @param {Buffers} [room] buffers of `extents.buffers` to fill
 * @returns {Scene} perDay, model, metrics, place (row of each entry if its lane were as high as can be), left, right,
 *   barFrom, barTo; `cut` adds row, lanes and height
 */
export function makeScene(model, widths, perDay, area, metrics, room) {
  const out = room || makeBuffers(model.cols.n);
  fillExtents(model, widths, perDay, metrics, out);
  const count = model.lanes.length;
  const fixed = count * (metrics.pad + metrics.head + metrics.strip);
  const capacity = Math.max(count * metrics.least, Math.floor((area - fixed) / metrics.row));
  const place = arrange({
    order: model.order,
    lane: model.cols.lane,
    left: out.left,
    right: out.right,
    lanes: count,
    most: Math.max(metrics.least, capacity - count + 1),
  });
  return {
    ...out,
    model,
    widths,
    perDay,
    metrics,
    area,
    capacity,
    place,
    row: new Int16Array(place.length),
    rows: [],
    lanes: [],
    height: 0,
  };
}

/**
 * Rows that each lane could use for the entries from one place in the order to another.
 * @param {number} low left edge of what counts, in pixels of the scene
 * @param {number} high right edge
 * @param {Scene} scene
 * @param {number} from
 * @param {number} to
 */
function demand(scene, from, to, low, high) {
  const { order, cols } = scene.model;
  const rows = scene.model.lanes.map(() => 0);
  for (let k = from; k < to; k++) {
    const i = order[k];
    if (scene.right[i] < low + SLIVER || scene.left[i] > high - SLIVER) continue;
    if (scene.place[i] >= rows[cols.lane[i]]) rows[cols.lane[i]] = scene.place[i] + 1;
  }
  return rows;
}

/**
 * Share the height among the lanes by what stands in a window, and cut them: what is below is a mark. Which row an
 * event has within its lane does not depend on the window.
 * @param {Scene} scene from `make`, changed
 * @param {number} start day number
 * @param {number} end day number
 * @param {number} [keep] an entry that stays a chip if it can, because it has the focus
 * @returns {boolean} whether any lane has another height now
 */
export function cutLanes(scene, start, end, keep = -1) {
  const { model, metrics, place, row } = scene;
  const { order, shown, cols } = model;
  const low = start * scene.perDay;
  const high = end * scene.perDay;
  const seen = demand(scene, 0, shown, low, high);
  const least = seen.map((rows) => Math.max(1, Math.min(metrics.least, rows)));
  if (keep >= 0 && place[keep] >= 0) least[cols.lane[keep]] = Math.max(least[cols.lane[keep]], place[keep] + 1);
  const rows = shareRows(
    least,
    [seen, demand(scene, 0, shown, -Infinity, Infinity), demand(scene, 0, order.length, low, high)],
    scene.capacity,
  );
  if (scene.rows.length === rows.length && rows.every((n, lane) => n === scene.rows[lane])) return false;
  scene.rows = rows;
  for (let i = 0; i < row.length; i++) row[i] = place[i] < rows[cols.lane[i]] ? place[i] : -1;
  scene.lanes = stack(rows, metrics, scene.area);
  scene.height = scene.lanes.length ? scene.lanes[scene.lanes.length - 1].bottom : 0;
  return true;
}

/** Is this entry drawn as a chip (and not as a mark, and not hidden)? @param {Scene} scene @param {number} i */
export function isChip(scene, i) {
  return scene.row[i] >= 0 && scene.model.status[i] !== HIDDEN;
}

/**
 * Where an entry's mark stands: the middle of its bar or its day, in pixels of the scene.
 * @param {Scene} scene
 * @param {number} i
 */
export function markAt(scene, i) {
  return (scene.barFrom[i] + scene.barTo[i]) / 2;
}

/**
 * Scene pixels to view pixels, in whole steps, so that nothing shifts against anything during a pan.
 * @param {{origin: number, shift: number}} view
 * @returns {(x: number) => number}
 */
export function placer(view) {
  return (x) => Math.round(x - view.origin) + view.shift;
}

/** Top of an entry's chip in the scene. @param {Scene} scene @param {number} i */
export function chipTop(scene, i) {
  return scene.lanes[scene.model.cols.lane[i]].rowsTop + scene.row[i] * scene.metrics.row;
}

/**
 * How far a label is pushed to the right to stay in view while its chip runs out of it.
 * @param {Scene} scene
 * @param {number} i entry
 * @param {number} edge left edge of the view, in pixels of the scene
 */
export function labelPush(scene, i, edge) {
  const around = aroundLabel(scene.model.cols, i, scene.metrics);
  return Math.max(0, Math.min(edge - scene.left[i], scene.right[i] - scene.left[i] - around));
}

/**
 * Room for a label that is pushed so far: it is cut at its end, never at its beginning; 0 where little would be left.
 * @param {Scene} scene
 * @param {number} i
 * @param {number} pushed
 */
export function labelRoom(scene, i, pushed) {
  const around = aroundLabel(scene.model.cols, i, scene.metrics);
  const left = Math.floor(scene.right[i] - scene.left[i] - pushed - around);
  if (left >= scene.label[i]) return scene.label[i];
  return left < FEW * scene.metrics.scale ? 0 : left;
}

/**
 * How many events of each lane are seen as marks only, in a window.
 * @param {Scene} scene
 * @param {number} start day number
 * @param {number} end day number
 * @param {Rest|null} rest counts of events that the browser does not hold
 * @returns {number[]} per lane
 */
export function hiddenCounts(scene, start, end, rest) {
  const { order, shown, cols } = scene.model;
  const counts = scene.lanes.map(() => 0);
  for (let k = 0; k < shown; k++) {
    const i = order[k];
    if (scene.row[i] >= 0) continue;
    const day = markAt(scene, i) / scene.perDay;
    if (day >= start && day < end) counts[cols.lane[i]]++;
  }
  /** @param {number} lane @param {number} day @param {number} count */
  eachRest(rest, start, end, (lane, day, count) => {
    if (lane < counts.length) counts[lane] += count;
  });
  return counts;
}

/**
 * Call `take(lane, day, count)` for each bin of `rest` whose middle lies in the window.
 * @param {Rest|null} rest
 * @param {number} start
 * @param {number} end
 * @param {(lane: number, day: number, count: number) => void} take
 */
export function eachRest(rest, start, end, take) {
  if (!rest) return;
  rest.counts.forEach((bins, lane) => {
    const from = Math.max(0, Math.ceil((start - rest.start) / rest.step - 0.5));
    for (let b = from; b < bins.length; b++) {
      const day = rest.start + (b + 0.5) * rest.step;
      if (day >= end) break;
      if (bins[b]) take(lane, day, bins[b]);
    }
  });
}
