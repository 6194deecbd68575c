/** Questions to a scene (see compose.js): where an entry stands, what of its label is seen, what is hidden. */
import { HIDDEN } from "./entries.js";
import { placesLast, placesWidth, signWidth } from "./extents.js";

/** Pixels in which no word of a label could be read. */
const FEW = 28;

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
  return scene.y[i];
}

/**
 * How far a label is pushed to the right to stay in view while its chip runs out of it.
 * @param {Scene} scene
 * @param {number} i entry
 * @param {number} edge left edge of the view, in pixels of the scene
 */
export function labelPush(scene, i, edge) {
  if (scene.under[i]) return 0;
  const before = placesLast(scene, i) ? 0 : placesWidth(scene.model, i, scene.metrics);
  const wanted = edge + scene.metrics.inset + before - scene.text[i];
  return Math.max(0, Math.min(wanted, labelEnd(scene, i) - scene.text[i]));
}

/** Where an entry's label has to end, in pixels of the scene. @param {Scene} scene @param {number} i */
function labelEnd(scene, i) {
  const sign = signWidth(scene.model.cols, i, scene.metrics);
  if (!placesLast(scene, i)) return scene.right[i] - scene.metrics.inset - sign;
  return scene.barFrom[i] - scene.metrics.gap - placesWidth(scene.model, i, scene.metrics) - sign;
}

/**
 * Room for a label that is pushed so far: it is cut at its end, never at its beginning; 0 where little would be left.
 * @param {Scene} scene
 * @param {number} i
 * @param {number} pushed
 */
export function labelRoom(scene, i, pushed) {
  const left = Math.floor(labelEnd(scene, i) - scene.text[i] - pushed);
  if (left >= scene.label[i]) return scene.label[i];
  return left < FEW * scene.metrics.scale ? 0 : left;
}

/**
 * Keep the line of what is under way at the left edge of a view: it is background, and does not move with time.
 * @param {Scene} scene changed
 * @param {number} edge left edge of the view, in pixels of the scene
 */
export function followView(scene, edge) {
  const by = edge - scene.low;
  if (!by) return;
  scene.low += by;
  scene.high += by;
  for (const i of scene.underway) {
    scene.left[i] += by;
    scene.right[i] += by;
    scene.text[i] += by;
  }
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
  const low = start * scene.perDay;
  const high = end * scene.perDay;
  for (let k = 0; k < shown; k++) {
    const i = order[k];
    if (scene.row[i] >= 0 || scene.quiet[i]) continue;
    if (scene.barTo[i] >= low && scene.barFrom[i] <= high) counts[cols.lane[i]]++;
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
