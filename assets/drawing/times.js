/** The marks of time, as certain as it is: a pin, a ground with its bar, a bracket; and their small sign for what is under way. */
import { FLAGS, GHOST } from "./entries.js";
import { isBar, isDot } from "./extents.js";
import { markAt } from "./scene.js";

/** The ring or the bar of a telling without a date: what is seen and what is left out of it, in pixels. */
const DASHES = [2, 2];

/**
 * The pin of a known day: a dot on a stem. A dashed ring where the source gives no date and stands at the record's, half
 * full where the day is commonly given and not established.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {number} x
 * @param {number} y the middle of the chip
 * @param {string} color
 */
function pin(pen, scene, i, x, y, color) {
  const { pin: radius, stem, scale } = scene.metrics;
  const flags = scene.model.cols.flags[i];
  const line = 1.25 * scale;
  if (flags & FLAGS.UNDATED) return pen.dot(x, y, radius + line / 2, { stroke: color, line, dash: DASHES });
  pen.rect(x - 0.5, y - stem / 2, 1, stem, color, 0.7);
  if (!(flags & FLAGS.COMMONLY)) return pen.dot(x, y, radius, { fill: color });
  pen.dot(x, y, radius + line / 2, { stroke: color, line });
  return pen.half(x, y, radius, color);
}

/**
 * A bracket around time within which something lies: upright where it is narrow, else a line under the name with its ends
 * turned up. An open side has an arrow.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {number} from
 * @param {number} to
 * @param {number} y top of the chip
 * @param {string} color
 */
function bracket(pen, scene, i, from, to, y, color) {
  const { metrics, chip, model } = scene;
  const flags = model.cols.flags[i];
  const base = y + chip - 2;
  const tall = to - from <= metrics.narrow ? metrics.stem * 0.7 : metrics.hook;
  const top = base - tall;
  const thin = Math.max(1, Math.round(metrics.scale));
  const foot = Math.min(3 * thin, (to - from) / 3); // the two do not meet: it is no box
  if (tall === metrics.hook || flags & (FLAGS.OPEN_START | FLAGS.OPEN_END))
    pen.rect(from, base - thin, to - from, thin, color);
  for (const [x, way, open] of [
    [from, 1, flags & FLAGS.OPEN_START],
    [to, -1, flags & FLAGS.OPEN_END],
  ]) {
    if (open) arrow(pen, x, base - thin / 2, -way * metrics.hook, color);
    else {
      pen.rect(way > 0 ? x : x - thin, top, thin, tall, color);
      if (tall !== metrics.hook)
        for (const edge of [top, base - thin]) pen.rect(way > 0 ? x : x - foot, edge, foot, thin, color);
    }
  }
}

/** An arrowhead that points out of an open side. @param {Pen} pen @param {number} x @param {number} y @param {number} size @param {string} color */
function arrow(pen, x, y, size, color) {
  const [half, back] = [Math.abs(size), x - size * 1.4];
  pen.wedge(
    [
      [back, y - half],
      [back, y + half],
      [x, y],
    ],
    color,
  );
}

/**
 * Time that an event covers: a ground and a bar along its foot; what is only possible at its ends is a bracket. The bar is
 * dashed where the source gives no date, thin where the date is commonly given and not established.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {(x: number) => number} at
 * @param {number} y
 * @param {LaneColours} colours
 * @param {Sight} view
 */
function bar(pen, scene, i, at, y, colours, view) {
  const { cols, status } = scene.model;
  const { chip, perDay, metrics } = scene;
  const color = status[i] === GHOST ? colours.ghost : colours.hue;
  const [from, to] = [at(scene.barFrom[i]), at(scene.barTo[i])];
  const sureFrom = Math.max(from, at(cols.sureFrom[i] * perDay));
  const sureTo = Math.max(sureFrom + metrics.minBar / 2, Math.min(to, at((cols.sureTo[i] + 1) * perDay)));
  const left = Math.max(sureFrom, -8);
  const wide = Math.max(2, Math.min(sureTo, view.width + 8) - left); // a chip may be seen whose bar begins beyond the edge
  if (cols.first[i] < cols.sureFrom[i] || cols.last[i] > cols.sureTo[i]) bracket(pen, scene, i, from, to, y, color);
  if (left + wide < -8 || left > view.width + 8) return undefined;
  if (to - from <= 2 * metrics.gap) return pen.rect(left, y + chip * 0.2, wide, chip * 0.6, color);
  if (status[i] !== GHOST) pen.rect(left, y + 1, wide, chip - 3, colours.tint);
  const foot = y + chip - 2 - metrics.bar;
  if (cols.flags[i] & FLAGS.UNDATED) return pen.dashes(left, foot, wide, metrics.bar, color, DASHES, left - sureFrom);
  const thin = cols.flags[i] & FLAGS.COMMONLY ? metrics.bar - 1 : 0;
  return pen.rect(left, foot + thin, wide, metrics.bar - thin, color);
}

/**
 * The mark of an entry's time.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {(x: number) => number} at
 * @param {number} y top of the chip
 * @param {LaneColours} colours
 * @param {Sight} view
 */
export function paintTime(pen, scene, i, at, y, colours, view) {
  const { cols, status } = scene.model;
  const color = status[i] === GHOST ? colours.ghost : colours.hue;
  if (isDot(cols, i)) return pin(pen, scene, i, at(markAt(scene, i)), y + scene.chip / 2, color);
  if (isBar(cols, i)) return bar(pen, scene, i, at, y, colours, view);
  return bracket(
    pen,
    scene,
    i,
    Math.max(at(scene.barFrom[i]), -20),
    Math.min(at(scene.barTo[i]), view.width + 20),
    y,
    color,
  );
}

/**
 * The small sign of what is under way in the whole window: a piece of its bar or its bracket.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {number} x
 * @param {number} y
 * @param {LaneColours} colours
 */
export function paintGlyph(pen, scene, i, x, y, colours) {
  const { cols, status } = scene.model;
  const { metrics } = scene;
  const color = status[i] === GHOST ? colours.ghost : colours.hue;
  const wide = metrics.glyph - metrics.gap;
  const middle = y + metrics.row / 2;
  if (isBar(cols, i)) return pen.rect(x, middle - metrics.bar, wide, 2 * metrics.bar, color, 0.7);
  for (const at of [x, x + wide - 1]) pen.rect(at, middle - 2, 1, metrics.hook, color);
  return pen.rect(x, middle - 2 + metrics.hook, wide, 1, color);
}
