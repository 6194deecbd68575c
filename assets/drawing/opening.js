/** Opening marks: how far to zoom until events that are marks become chips; and asking the server for more. */
import { glide } from "./glide.js";
import { chipTop, eachRest, isChip, markAt } from "./scene.js";
import * as views from "./view.js";

/** Fewer known events than this in a window, and the server may be asked for more. */
const ENOUGH = 600;

/**
 * The longest stretch of time at which enough of the entries are chips.
 * @param {Drawing} drawing
 * @param {number[]} entries
 * @param {number} share of them that is enough, 0 to 1
 * @param {number} day in the middle of the stretch
 * @returns {{span: number, opened: number}} the best there is if it is never enough
 */
function spanFor(drawing, entries, share, day) {
  let { span } = drawing.view;
  let best = { span, opened: 0 };
  while (span > drawing.limit.least) {
    span = Math.max(drawing.limit.least, span / 1.7);
    const scene = drawing.sceneAt({ start: day - span / 2, span });
    const opened = entries.filter((i) => isChip(scene, i)).length;
    if (opened > best.opened) best = { span, opened };
    if (opened >= entries.length * share) break;
  }
  return best;
}

/** The day in the middle of entries' marks. @param {Drawing} drawing @param {number[]} entries */
function middle(drawing, entries) {
  const { scene } = drawing;
  const days = entries.map((i) => markAt(scene, i) / scene.perDay);
  return (Math.min(...days) + Math.max(...days)) / 2;
}

/**
 * Zoom to marks until they open; to a place with events known by number only, four times closer.
 * @param {Drawing} drawing
 * @param {number[]} entries
 * @param {number} day
 */
export function zoomToMarks(drawing, entries, day) {
  const centre = entries.length ? middle(drawing, entries) : day;
  const found = entries.length ? spanFor(drawing, entries, 1, centre) : { span: drawing.view.span, opened: 0 };
  const span = found.opened ? found.span : Math.max(drawing.limit.least, drawing.view.span / 4);
  glide(drawing, { start: centre - span / 2, span });
}

/**
 * Zoom to where most of a lane's hidden events stand close together, until half of those open.
 * @param {Drawing} drawing
 * @param {number} which
 */
export function zoomToLane(drawing, which) {
  const { scene, model, view, props } = drawing;
  /** @type {{entries: number[], count: number}[]} */
  const bins = Array.from({ length: 24 }, () => ({ entries: [], count: 0 }));
  /** @param {number} day */
  const binOf = (day) => bins[Math.floor(((day - view.start) / view.span) * bins.length)];
  for (const i of model.order.subarray(0, model.shown)) {
    const bin = binOf(markAt(scene, i) / scene.perDay);
    if (scene.row[i] >= 0 || model.cols.lane[i] !== which || !bin) continue;
    bin.entries.push(i);
    bin.count++;
  }
  eachRest(props.rest, view.start, view.start + view.span, (l, day, count) => {
    if (l === which && binOf(day)) binOf(day).count += count;
  });
  const fullest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
  const day = view.start + ((bins.indexOf(fullest) + 0.5) / bins.length) * view.span;
  const found = fullest.entries.length ? spanFor(drawing, fullest.entries, 0.5, day) : { span: view.span, opened: 0 };
  const span = Math.min(view.span / 2, found.opened ? found.span : view.span / 4);
  glide(drawing, { start: day - span / 2, span });
}

/**
 * Move by as little as makes a chip fully seen, sideways and up or down.
 * @param {Drawing} drawing
 * @param {number} entry
 */
function bring(drawing, entry) {
  const { scene, view, size } = drawing;
  const edge = view.start * scene.perDay;
  const wide = Math.min(scene.right[entry] - scene.left[entry], size.width * 0.6);
  const x = scene.left[entry] - edge;
  const margin = size.width * 0.1;
  if (scene.right[entry] < edge + margin || x + wide > size.width - 8 || x < 8) {
    const goal = x < 8 ? margin : size.width - margin - wide;
    if (!(x < 8 && scene.right[entry] > edge + margin + wide)) {
      drawing.show({ start: (scene.left[entry] - goal) / scene.perDay, span: view.span });
    }
  }
  const y = chipTop(scene, entry);
  const row = scene.chip;
  if (y < drawing.scroll) drawing.scroll = Math.max(0, y - row);
  else if (y + row > drawing.scroll + drawing.area()) drawing.scroll = y + 2 * row - drawing.area();
  drawing.dirty.chips = true;
  drawing.draw();
}

/**
 * Make an entry a chip in view, zooming in if it is a mark.
 * @param {Drawing} drawing
 * @param {number} entry
 * @returns {boolean} whether it is a chip now
 */
export function reveal(drawing, entry) {
  drawing.draw();
  if (!isChip(drawing.scene, entry)) {
    const day = middle(drawing, [entry]);
    const { span, opened } = spanFor(drawing, [entry], 1, day);
    if (opened) drawing.show({ start: day - span / 2, span });
    else if (day < drawing.view.start || day > drawing.view.start + drawing.view.span) {
      drawing.show({ start: day - drawing.view.span / 2, span: drawing.view.span });
    }
    drawing.draw();
    if (!opened) return false;
  }
  bring(drawing, entry);
  return true;
}

/**
 * Ask for more detail where more is known to be and little of it is here. Never twice for the same state.
 * @param {Drawing} drawing
 */
export function askForMore(drawing) {
  const { props, view, model, scene } = drawing;
  if (!props.rest || !scene) return;
  const end = view.start + view.span;
  let missing = 0;
  /** @param {number} count */
  eachRest(props.rest, view.start, end, (_, __, count) => {
    missing += count;
  });
  if (!missing) return;
  const { cols, order } = model;
  let known = 0;
  for (const i of order) if (cols.last[i] >= view.start && cols.first[i] < end) known++;
  if (known >= ENOUGH) return;
  const pair = views.pair(view);
  const already = drawing.asked;
  if (already && already.rest === props.rest && already.pair[0] === pair[0] && already.pair[1] === pair[1]) return;
  drawing.asked = { rest: props.rest, pair };
  drawing.onChange({ ask: pair });
}
