/**
 * Painting a scene with a pen: grid, bands of silence, ribbons, the marks of time as certain as it is, places, axis.
 * The view says which part: {origin, shift, start, end, width, height, scroll}; scene pixels minus `origin` (a whole
 * number), rounded, plus `shift` are pixels of the view. So everything is rounded alike wherever the view begins.
 */
import { axisTicks } from "./axis.js";
import { paintBands } from "./bands.js";
import { paintPlaces } from "./contest.js";
import { FLAGS, GHOST } from "./entries.js";
import { dateText, isBar, isDot, placesLast, placesWidth } from "./extents.js";
import { paintMarks } from "./marks.js";
import { ruler } from "./measure.js";
import { paintRibbons } from "./ribbons.js";
import { chipTop, labelPush, labelRoom, markAt, placer } from "./scene.js";

/** The ring or the bar of a telling without a date: what is seen and what is left out of it, in pixels. */
const DASHES = [2, 2];

/** The ticks that the view shows. @param {Scene} scene @param {Sight} view */
function ticksOf(scene, view) {
  const { fonts, scale } = scene.metrics;
  return axisTicks(view.start, view.end, scene.perDay, {
    minor: ruler(fonts.minor),
    major: ruler(fonts.major),
    gap: 12 * scale,
  });
}

/**
 * Grid lines from the axis down.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {{minor: Tick[], major: Tick[]}} ticks
 * @param {Palette} palette
 */
function grid(pen, scene, view, ticks, palette) {
  const at = placer(view);
  const { axis: height, axisMajor } = scene.metrics;
  const top = height - Math.round((height - axisMajor) * 0.8);
  /** @param {number} day @param {number} from @param {number} alpha */
  const line = (day, from, alpha) => {
    const x = at(day * scene.perDay);
    if (x >= 0 && x < view.width) pen.rect(x, from, 1, view.height - from, palette.hairline, alpha);
  };
  for (const { day } of ticks.minor) line(day, top, 0.55);
  for (const { day } of ticks.major) line(day, 0, 1);
}

/**
 * One row of axis labels; the first label of the upper row stays at the left edge.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Tick[]} ticks
 * @param {number} y
 * @param {string} font
 * @param {string} color
 * @param {boolean} pinned
 */
function labels(pen, scene, view, ticks, y, font, color, pinned) {
  const at = placer(view);
  const width = ruler(font);
  const inset = Math.round(5 * scene.metrics.scale);
  ticks.forEach((tick, k) => {
    let x = at(tick.day * scene.perDay) + inset;
    const next = k + 1 < ticks.length ? at(ticks[k + 1].day * scene.perDay) : Infinity;
    if (pinned && x < inset) x = inset;
    const to = x + width(tick.text);
    if (x >= 0 && to <= Math.min(next - inset, view.width)) pen.text(x, y, tick.text, font, color);
  });
}

/**
 * The axis with both its rows.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {{minor: Tick[], major: Tick[]}} ticks
 * @param {Palette} palette
 */
function axis(pen, scene, view, ticks, palette) {
  const { fonts, axisMajor, axisMinor, axis: height } = scene.metrics;
  pen.clip(0, 0, view.width, height);
  labels(pen, scene, view, ticks.major, axisMajor, fonts.major, palette.ink, true);
  labels(pen, scene, view, ticks.minor, axisMinor, fonts.minor, palette.muted, false);
  pen.unclip();
  pen.rect(0, height - 1, view.width, 1, palette.hairline);
}

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
function mark(pen, scene, i, at, y, colours, view) {
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
function glyph(pen, scene, i, x, y, colours) {
  const { cols, status } = scene.model;
  const { metrics } = scene;
  const color = status[i] === GHOST ? colours.ghost : colours.hue;
  const wide = metrics.glyph - metrics.gap;
  const middle = y + metrics.row / 2;
  if (isBar(cols, i)) return pen.rect(x, middle - metrics.bar, wide, 2 * metrics.bar, color, 0.7);
  for (const at of [x, x + wide - 1]) pen.rect(at, middle - 2, 1, metrics.hook, color);
  return pen.rect(x, middle - 2 + metrics.hook, wide, 1, color);
}

/** Does this entry's chip touch the view? @param {Scene} scene @param {number} i @param {Sight} view */
function inView(scene, i, view) {
  const x = view.start * scene.perDay;
  if (scene.row[i] < 0 || scene.right[i] < x - 2 || scene.left[i] > x + view.width + 2) return false;
  const y = chipTop(scene, i) - view.scroll;
  return y + scene.chip > 0 && y < view.height - scene.metrics.axis;
}

/**
 * The places of an entry, next to its mark.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {Sight} view
 * @param {(x: number) => number} at
 * @param {number} y middle of the chip
 * @param {Palette} palette
 */
function places(pen, scene, i, view, at, y, palette) {
  const wide = placesWidth(scene.model, i, scene.metrics);
  if (!wide) return;
  const pushed = labelPush(scene, i, view.start * scene.perDay);
  if (pushed && !labelRoom(scene, i, pushed)) return;
  const x = placesLast(scene, i)
    ? scene.barFrom[i] - scene.metrics.gap - wide + scene.metrics.placesEnd
    : scene.text[i] + pushed - wide;
  paintPlaces(pen, scene, i, at(x), y, palette);
}

/**
 * The marks and places of all named entries in view. `each` is called after what stands behind the name.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 * @param {(i: number, y: number) => void} [each]
 */
export function paintChips(pen, scene, view, palette, each) {
  const { order, cols } = scene.model;
  const at = placer(view);
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    if (!inView(scene, i, view)) continue;
    const colours = palette.lanes[cols.lane[i]];
    const y = chipTop(scene, i) - view.scroll + scene.metrics.axis;
    const tall = scene.under[i] ? scene.metrics.row : scene.chip;
    if (scene.under[i]) glyph(pen, scene, i, at(scene.left[i]), y, colours);
    else mark(pen, scene, i, at, y, colours, view);
    places(pen, scene, i, view, at, y + tall / 2, palette);
    if (scene.date[i] === scene.date[i])
      pen.text(at(scene.date[i]), y + tall * 0.7, dateText(cols, i), scene.metrics.fonts.date, palette.muted);
    if (each) each(i, y + tall / 2);
  }
}

/** Hairlines between lanes. @param {Pen} pen @param {Scene} scene @param {Sight} view @param {Palette} palette */
function lanes(pen, scene, view, palette) {
  for (const lane of scene.lanes.slice(0, -1)) {
    const y = lane.bottom - 1 - view.scroll + scene.metrics.axis;
    pen.rect(0, y, view.width, 1, palette.hairline);
  }
}

/**
 * The whole picture of a view.
 * @param {Pen} pen see pens.js
 * @param {Scene} scene see scene.js
 * @param {Sight} view origin, shift, start, end, width, height, scroll, rest, selected
 * @param {Palette} palette see palette.js
 * @param {(i: number, y: number) => void} [each] for each named entry, with the middle of its row
 */
export function paintScene(pen, scene, view, palette, each) {
  const ticks = ticksOf(scene, view);
  grid(pen, scene, view, ticks, palette);
  axis(pen, scene, view, ticks, palette);
  const top = scene.metrics.axis;
  pen.clip(0, top, view.width, view.height - top);
  lanes(pen, scene, view, palette);
  paintBands(pen, scene, view, palette, placer(view));
  paintRibbons(pen, scene, view, palette, placer(view));
  paintChips(pen, scene, view, palette, each);
  paintMarks(pen, scene, view, palette);
  pen.unclip();
}
