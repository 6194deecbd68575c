/**
 * Painting a scene with a pen: grid, chips' grounds, bars as certain as they are, dots, marks, axis.
 * The view says which part: {origin, shift, start, end, width, height, scroll}; scene pixels minus `origin` (a whole
 * number), rounded, plus `shift` are pixels of the view. So everything is rounded alike wherever the view begins.
 */
import { axisTicks } from "./axis.js";
import { FLAGS, GHOST } from "./entries.js";
import { hasCore, isDot } from "./extents.js";
import { paintMarks } from "./marks.js";
import { ruler } from "./measure.js";
import { chipTop, placer } from "./scene.js";

const RADIUS = 3;
/** Opacities of what is only possible: at its outer end, beside the certain core, and at most where there is no core. */
const FAINT = 0.16;
const HALF = 0.6;
const MOST = 0.9;
/** What is seen and what is left out of a line, in pixels: where a source gives no date, where it is not established. */
const DOTTED = [2, 2];
const DASHED = [7, 4];
/** The outline of a chip whose date is vague, and of one that its source does not reach. */
const BROKEN = [3, 3];
const BEYOND = [1, 4];

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
 * Ground of a chip: a tint, or an outline for a ghost; dashed where the date is vague, dotted where the source does not reach.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {LaneColours} colours
 */
function ground(pen, scene, i, x, y, width, colours) {
  const { cols, status } = scene.model;
  const ghost = status[i] === GHOST;
  const vague = cols.flags[i] & FLAGS.VAGUE;
  pen.box(x, y, width, scene.metrics.chip, RADIUS, {
    fill: ghost ? "" : colours.tint,
    stroke: ghost || vague ? (ghost ? colours.ghost : colours.hue) : "",
    dash: cols.flags[i] & FLAGS.NO_REACH ? BEYOND : vague ? BROKEN : null,
  });
}

/**
 * What breaks the line of an entry's date: [seen, left out] in pixels, or null where the date stands firm.
 * @param {Scene} scene
 * @param {number} i
 */
function broken(scene, i) {
  const flags = scene.model.cols.flags[i];
  const dash = flags & FLAGS.UNDATED ? DOTTED : flags & (FLAGS.PARTLY | FLAGS.COMMONLY) ? DASHED : null;
  return dash && dash.map((n) => n * scene.metrics.scale);
}

/**
 * The dot of a known day: hollow when another than the record places the event there, dotted when the source gives
 * none, half full when the day is not established.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {number} x
 * @param {number} y
 * @param {LaneColours} colours
 */
function dot(pen, scene, i, x, y, colours) {
  const { cols, status } = scene.model;
  const color = status[i] === GHOST ? colours.ghost : colours.hue;
  const { chip, dot: radius, scale } = scene.metrics;
  const dash = broken(scene, i);
  const undated = cols.flags[i] & FLAGS.UNDATED;
  const hollow = dash || cols.flags[i] & FLAGS.NOT_RECORD;
  const style = hollow ? { stroke: color, line: 1.75 * scale, dash: undated ? dash : null } : { fill: color };
  pen.dot(x, y + chip / 2, radius, style);
  if (dash && !undated) pen.half(x, y + chip / 2, radius, color);
}

/**
 * Breaks in the bar of a date that is not the source's own or not established: the chip's own colour over the bar.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {(x: number) => number} at
 * @param {number} y
 * @param {string} color
 * @param {Sight} view
 */
function breaks(pen, scene, i, at, y, color, view) {
  const dash = broken(scene, i);
  if (!dash) return;
  const { bar: thick, chip } = scene.metrics;
  const [seen, left] = dash;
  const from = at(scene.barFrom[i]) + seen;
  const begin = Math.max(from, -8);
  const end = Math.min(at(scene.barTo[i]), view.width + 8);
  if (end > begin)
    pen.dashes(begin, y + chip - thick, end - begin, thick, color, [left, seen], (begin - from) % (left + seen));
}

/**
 * The bar along the lower edge: solid where certain, fading where possible, running out where open.
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
  const { bar: thick, chip } = scene.metrics;
  const color = status[i] === GHOST ? colours.ghost : colours.hue;
  const from = at(scene.barFrom[i]);
  const to = Math.max(from + 2, at(scene.barTo[i]));
  const top = y + chip - thick;
  const openStart = cols.flags[i] & FLAGS.OPEN_START;
  const openEnd = cols.flags[i] & FLAGS.OPEN_END;
  /** @param {number} x */
  const inside = (x) => Math.max(from, Math.min(to, x));
  if (hasCore(cols, i)) {
    const coreFrom = inside(at(cols.sureFrom[i] * scene.perDay));
    const coreTo = Math.max(coreFrom + 2, inside(at((cols.sureTo[i] + 1) * scene.perDay)));
    if (coreFrom > from) pen.fade(from, top, coreFrom - from, thick, color, openStart ? 0 : FAINT, HALF);
    if (to > coreTo) pen.fade(coreTo, top, to - coreTo, thick, color, HALF, openEnd ? 0 : FAINT);
    const left = Math.max(coreFrom, -8);
    const right = Math.min(coreTo, view.width + 8); // a chip may be seen whose bar begins beyond the edge
    if (right > left) pen.rect(left, top, right - left, thick, color);
    return;
  }
  const middle = openStart && !openEnd ? to : openEnd && !openStart ? from : Math.round((from + to) / 2);
  if (middle > from) pen.fade(from, top, middle - from, thick, color, openStart ? 0 : FAINT, MOST);
  if (to > middle) pen.fade(middle, top, to - middle, thick, color, MOST, openEnd ? 0 : FAINT);
}

/**
 * Arrowheads at open sides, on the bar.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {(x: number) => number} at
 * @param {number} y
 * @param {LaneColours} colours
 */
function arrows(pen, scene, i, at, y, colours) {
  const { cols } = scene.model;
  const { bar: thick, chip, scale } = scene.metrics;
  const middle = y + chip - thick / 2;
  const size = 4 * scale;
  /** @param {number} x @param {number} way */
  const head = (x, way) =>
    pen.wedge(
      [
        [x, middle - size],
        [x, middle + size],
        [x + way * size * 1.4, middle],
      ],
      colours.hue,
    );
  if (cols.flags[i] & FLAGS.OPEN_START) head(at(scene.barFrom[i]) + size * 1.4, -1);
  if (cols.flags[i] & FLAGS.OPEN_END) head(at(scene.barTo[i]) - size * 1.4, 1);
}

/** Does this entry's chip touch the view? @param {Scene} scene @param {number} i @param {Sight} view */
function inView(scene, i, view) {
  const x = view.start * scene.perDay;
  if (scene.row[i] < 0 || scene.right[i] < x - 2 || scene.left[i] > x + view.width + 2) return false;
  const y = chipTop(scene, i) - view.scroll;
  return y + scene.metrics.chip > 0 && y < view.height - scene.metrics.axis;
}

/**
 * All chips in view. `each` is called after the chip's ground and bar are painted.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 * @param {(i: number, x: number, y: number) => void} [each]
 */
export function paintChips(pen, scene, view, palette, each) {
  const { order, cols } = scene.model;
  const at = placer(view);
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    if (!inView(scene, i, view)) continue;
    const colours = palette.lanes[cols.lane[i]];
    const y = chipTop(scene, i) - view.scroll + scene.metrics.axis;
    const x = Math.max(at(scene.left[i]), -20);
    const right = Math.min(at(scene.left[i]) + Math.round(scene.right[i] - scene.left[i]), view.width + 20);
    ground(pen, scene, i, x, y, right - x, colours);
    if (isDot(cols, i)) dot(pen, scene, i, at(scene.barFrom[i]), y, colours);
    else {
      bar(pen, scene, i, at, y, colours, view);
      breaks(pen, scene, i, at, y, scene.model.status[i] === GHOST ? palette.paper : colours.tint, view);
      arrows(pen, scene, i, at, y, colours);
    }
    if (each) each(i, at(scene.left[i]), y);
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
 * @param {(i: number, x: number, y: number) => void} [each] for each chip, after its ground
 */
export function paintScene(pen, scene, view, palette, each) {
  const ticks = ticksOf(scene, view);
  grid(pen, scene, view, ticks, palette);
  axis(pen, scene, view, ticks, palette);
  const top = scene.metrics.axis;
  pen.clip(0, top, view.width, view.height - top);
  lanes(pen, scene, view, palette);
  paintChips(pen, scene, view, palette, each);
  paintMarks(pen, scene, view, palette);
  pen.unclip();
}
