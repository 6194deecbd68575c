/** Marks: events without room for a chip, as thin ticks in a strip under their lane. */
import { GHOST } from "./entries.js";
import { inTime } from "./order.js";
import { eachRest, markAt, placer } from "./scene.js";

/**
 * How many marks stand in each pixel column of a lane's strip.
 * @param {Scene} scene
 * @param {Sight} view
 * @returns {{shown: Uint16Array, ghost: Uint16Array}[]} per lane, one number per pixel of the view and one over
 */
function columns(scene, view) {
  const at = placer(view);
  const wide = Math.ceil(view.width) + 1;
  const { order, cols, status } = scene.model;
  const out = scene.lanes.map(() => ({ shown: new Uint16Array(wide), ghost: new Uint16Array(wide) }));
  /** @param {number} lane @param {number} x @param {"shown" | "ghost"} kind @param {number} count */
  const add = (lane, x, kind, count) => {
    const column = Math.floor(x);
    if (column >= 0 && column < wide && out[lane]) out[lane][kind][column] += count;
  };
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    if (scene.row[i] >= 0 || scene.quiet[i]) continue;
    add(cols.lane[i], at(markAt(scene, i)), status[i] === GHOST ? "ghost" : "shown", 1);
  }
  spread(scene, view, add);
  return out;
}

/**
 * Events known only by number: spread evenly over their bin, no closer than three pixels.
 * @param {Scene} scene
 * @param {Sight} view
 * @param {(lane: number, x: number, kind: "shown", count: number) => void} add
 */
function spread(scene, view, add) {
  const { rest } = view;
  if (!rest) return;
  const at = placer(view);
  const wide = rest.step * scene.perDay;
  eachRest(rest, view.start - rest.step, view.end + rest.step, (lane, day, count) => {
    const ticks = Math.max(1, Math.min(count, Math.floor(wide / 3)));
    for (let t = 0; t < ticks; t++) {
      const share = Math.floor((count * (t + 1)) / ticks) - Math.floor((count * t) / ticks);
      add(lane, at(day * scene.perDay + ((t + 0.5) / ticks - 0.5) * wide), "shown", share);
    }
  });
}

/**
 * Paint the strips: a column with more events is darker.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 */
export function paintMarks(pen, scene, view, palette) {
  const { strip, scale, axis } = scene.metrics;
  const tall = Math.round(5 * scale);
  const thick = Math.max(1, Math.round(scale));
  const fraction = view.shift - Math.floor(view.shift);
  columns(scene, view).forEach(({ shown, ghost }, lane) => {
    const y = scene.lanes[lane].stripTop - view.scroll + axis + Math.round((strip - tall) / 2) - 1;
    if (y + tall < axis || y > view.height) return;
    const colours = palette.lanes[lane];
    for (let x = 0; x < shown.length; x++) {
      if (shown[x]) pen.rect(x + fraction, y, thick, tall, colours.hue, Math.min(1, 0.45 + 0.2 * shown[x]));
      else if (ghost[x]) pen.rect(x + fraction, y + Math.round(tall / 2), thick, Math.ceil(tall / 2), colours.ghost);
    }
  });
  chosen(pen, scene, view, palette, tall);
}

/**
 * The open event, and the fellows of the one that is lit, where they are only marks: a taller tick.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 * @param {number} tall
 */
function chosen(pen, scene, view, palette, tall) {
  if (!view.selected && !view.lit) return;
  const at = placer(view);
  const { order, cols } = scene.model;
  const { strip, axis } = scene.metrics;
  for (const i of order) {
    if (scene.row[i] >= 0 || scene.quiet[i]) continue;
    if (cols.id[i] !== view.selected && cols.id[i] !== view.lit) continue;
    const x = at(markAt(scene, i));
    const y = scene.lanes[cols.lane[i]].stripTop - view.scroll + axis + Math.round((strip - tall) / 2) - 3;
    pen.rect(x - 1, y, 3, tall + 4, palette.accent);
  }
}

/**
 * The marks near a point.
 * @param {Scene} scene
 * @param {Sight} view
 * @param {number} x pixels from the left edge of the view
 * @param {number} y pixels below the axis
 * @param {number} reach pixels to either side
 * @returns {{lane: number, entries: number[], rest: number}|null} null when the point is in no strip
 */
export function marksNear(scene, view, x, y, reach) {
  const deep = y + view.scroll;
  const lane = scene.lanes.findIndex((l) => deep >= l.stripTop && deep < l.stripTop + scene.metrics.strip);
  if (lane < 0) return null;
  const at = placer(view);
  const { order, cols } = scene.model;
  const entries = Array.from(order).filter(
    (i) => scene.row[i] < 0 && !scene.quiet[i] && cols.lane[i] === lane && Math.abs(at(markAt(scene, i)) - x) <= reach,
  );
  entries.sort((a, b) => inTime(cols, a, b));
  let rest = 0;
  if (view.rest) {
    const day = view.start + x / scene.perDay;
    const half = view.rest.step / 2 + reach / scene.perDay;
    /** @param {number} count */
    eachRest(view.rest, day - half, day + half, (l, _, count) => {
      if (l === lane) rest += count;
    });
  }
  return entries.length || rest ? { lane, entries, rest } : null;
}
