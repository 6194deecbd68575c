/**
 * Painting a scene with a pen: grid, bands of silence, ribbons, the marks of time as certain as it is, places, axis.
 * The view says which part: {origin, shift, start, end, width, height, scroll}; scene pixels minus `origin` (a whole
 * number), rounded, plus `shift` are pixels of the view. So everything is rounded alike wherever the view begins.
 */
import { axisTicks } from "./axis.js";
import { paintBands } from "./bands.js";
import { paintPlaces } from "./contest.js";
import { dateText, placesLast, placesWidth } from "./extents.js";
import { paintMarks } from "./marks.js";
import { ruler } from "./measure.js";
import { paintRibbons } from "./ribbons.js";
import { chipTop, labelPush, labelRoom, placer } from "./scene.js";
import { paintGlyph, paintTime } from "./times.js";

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
    if (scene.under[i]) paintGlyph(pen, scene, i, at(scene.left[i]), y, colours);
    else paintTime(pen, scene, i, at, y, colours, view);
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
