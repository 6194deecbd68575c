/**
 * Where an entry's mark stands at one scale, and the two ways in which its name can stand by it, in pixels of the scene
 * (day number times pixels per day).
 *
 * A name is a block: the places of the contest, the label, and the sign of a contradiction; the places stay next to
 * the mark. By a narrow mark it stands right or left of it, over a wide one at its beginning or its end.
 */
import { pageData } from "../site/page_data.js";
import { ruler } from "./measure.js";
import { GAP } from "./rows.js";

const { flags: FLAGS } = pageData;

/** The ways: right of a narrow mark or at the beginning of a wide one; left of it or at its end. */
export const AFTER = 0;
export const BEFORE = 1;

/** Pixels in which a few letters can be read: a label is cut to no less. */
const FEW = 60;

/** Room for the numbers of `n` entries; kept and filled again at every scale. @param {number} n */
export function makeBuffers(n) {
  return {
    barFrom: new Float64Array(n),
    barTo: new Float64Array(n),
    left: new Float64Array(n),
    right: new Float64Array(n),
    text: new Float64Array(n), // where the label begins
    label: new Float32Array(n), // room for the label
    date: new Float64Array(n), // where its date stands beside it, NaN where there is no room or no need
    way: new Uint8Array(n),
    row: new Int16Array(n), // of its lane; -1 where it is only a mark
    y: new Float32Array(n), // top of its chip
    under: new Uint8Array(n), // 1 where it is named in the line of what is under way
    quiet: new Uint8Array(n), // 1 where it is neither name nor mark but part of a silence
  };
}

/** Is this entry one known day, drawn as a pin? @param {Columns} cols @param {number} i */
export function isDot(cols, i) {
  return cols.first[i] === cols.last[i] && !(cols.flags[i] & (FLAGS.OPEN_START | FLAGS.OPEN_END));
}

/** Is some part of this entry's time certain? @param {Columns} cols @param {number} i */
export function hasCore(cols, i) {
  return cols.sureFrom[i] <= cols.sureTo[i];
}

/** Does this entry cover time, more than a day of it for certain? @param {Columns} cols @param {number} i */
export function isBar(cols, i) {
  return cols.sureFrom[i] < cols.sureTo[i];
}

/** Is nothing known of an entry's time but the stretch within which it lies? @param {Columns} cols @param {number} i */
export function isPossible(cols, i) {
  return !isDot(cols, i) && !isBar(cols, i);
}

/**
 * An open side is not drawn to the end of the axis (one "before 1935" would fill a row): it ends within `fade` pixels
 * beyond what is known.
 * @param {Columns} cols
 * @param {number} i
 * @param {number} perDay
 * @param {Metrics} metrics
 * @param {Buffers} out
 */
function markStretch(cols, i, perDay, metrics, out) {
  if (isDot(cols, i)) {
    const x = (cols.first[i] + 0.5) * perDay;
    out.barFrom[i] = x - metrics.pin;
    out.barTo[i] = x + metrics.pin;
    return;
  }
  const { flags } = cols;
  const core = hasCore(cols, i);
  let from = cols.first[i] * perDay;
  let to = (cols.last[i] + 1) * perDay;
  const openStart = flags[i] & FLAGS.OPEN_START;
  const openEnd = flags[i] & FLAGS.OPEN_END;
  if (openStart && (core || !openEnd)) from = Math.max(from, (core ? cols.sureFrom[i] * perDay : to) - metrics.fade);
  if (openEnd && (core || !openStart)) {
    const known = core ? (cols.sureTo[i] + 1) * perDay : cols.first[i] * perDay;
    to = Math.min(to, known + metrics.fade);
  }
  out.barFrom[i] = from;
  out.barTo[i] = Math.max(to, from + metrics.minBar);
}

/** Where the marks of all entries in `order` stand. @param {Model} model @param {number} perDay @param {Metrics} metrics @param {Buffers} out */
export function fillMarks(model, perDay, metrics, out) {
  const { cols, order } = model;
  for (let k = 0; k < order.length; k++) markStretch(cols, order[k], perDay, metrics, out);
}

/** Width of the places of the contest before a label, 0 where there are none. @param {Model} model @param {number} i @param {Metrics} metrics */
export function placesWidth(model, i, metrics) {
  const count = model.places[i];
  return count ? count * metrics.place + metrics.placesEnd : 0;
}

/** Width of the sign after a label. @param {Columns} cols @param {number} i @param {Metrics} metrics */
export function signWidth(cols, i, metrics) {
  return cols.flags[i] & FLAGS.DISPUTED ? metrics.sign : 0;
}

/** Is the mark so wide that its name stands over it? @param {Buffers} out @param {number} i @param {Metrics} metrics */
export function isWide(out, i, metrics) {
  return out.barTo[i] - out.barFrom[i] > metrics.narrow;
}

/**
 * The two ways in which an entry's name can stand. In the window both have to lie in it; where neither does (on a phone)
 * the label is cut to the wider side. Outside of it a name stands away from the window, so that none reaches in.
 * @param {Model} model
 * @param {number} i
 * @param {number} width of the label
 * @param {{low: number, high: number}} window in pixels of the scene
 * @param {boolean} inside whether the mark is seen in the window
 * @param {Metrics} metrics
 * @param {Buffers} out
 * @param {import("./rows.js").Ways} ways filled
 */
export function fillWays(model, i, width, { low, high }, inside, metrics, out, ways) {
  const { gap, inset } = metrics;
  const around = placesWidth(model, i, metrics) + signWidth(model.cols, i, metrics);
  const wide = isWide(out, i, metrics);
  const [barFrom, barTo] = [out.barFrom[i], out.barTo[i]];
  const [from, to] = wide
    ? [Math.max(barFrom, low) + inset, Math.min(barTo, high) - inset]
    : [barTo + gap, barFrom - gap];
  out.label[i] = width;
  let block = around + width;
  if (inside) {
    const room = Math.max(high - inset - from, to - low - inset);
    if (block > room) {
      out.label[i] = Math.max(Math.min(width, FEW * metrics.scale), Math.floor(room - around));
      block = around + out.label[i];
    }
  }
  const after = inside ? from + block <= high - inset : barFrom > low;
  const before = inside ? to - block >= low + inset : barFrom <= low;
  const either = after || before;
  const [a, b] = [2 * i + AFTER, 2 * i + BEFORE];
  ways.from[a] = after || !either ? barFrom : NaN;
  ways.to[a] = Math.max(barTo, from + block + inset);
  ways.from[b] = before ? Math.min(barFrom, to - block - inset) : NaN;
  ways.to[b] = barTo;
}

/**
 * Put an entry where it was set.
 * @param {Model} model
 * @param {number} i
 * @param {number} way
 * @param {{low: number, high: number}} window
 * @param {Metrics} metrics
 * @param {Buffers} out
 * @param {import("./rows.js").Ways} ways
 */
export function placeEntry(model, i, way, { low, high }, metrics, out, ways) {
  const places = placesWidth(model, i, metrics);
  const sign = signWidth(model.cols, i, metrics);
  const wide = isWide(out, i, metrics);
  out.way[i] = way;
  out.left[i] = ways.from[2 * i + way];
  out.right[i] = ways.to[2 * i + way];
  if (way === AFTER) {
    out.text[i] = (wide ? Math.max(out.barFrom[i], low) + metrics.inset : out.barTo[i] + metrics.gap) + places;
  } else if (wide) {
    out.text[i] = Math.min(out.barTo[i], high) - metrics.inset - sign - out.label[i];
  } else out.text[i] = out.barFrom[i] - metrics.gap - places - sign - out.label[i];
}

/** The date of what is only possible, as it is given, and not the record's. @param {Columns} cols @param {number} i */
export function dateText(cols, i) {
  return cols.flags[i] & FLAGS.UNDATED ? "no date" : cols.given[i] || cols.when[i];
}

/**
 * Where the date of a bracket stands: after its name, or after the bracket where the name stands before it.
 * @param {Model} model
 * @param {number} i
 * @param {number} free pixels to the right of what it has
 * @param {Metrics} metrics
 * @param {Buffers} out
 */
export function placeDate(model, i, free, metrics, out) {
  const text = isPossible(model.cols, i) ? dateText(model.cols, i) : "";
  if (!text) return;
  const label = out.text[i] + out.label[i] + signWidth(model.cols, i, metrics) + metrics.gap;
  const from = isWide(out, i, metrics) || out.way[i] === AFTER ? label : out.barTo[i] + metrics.gap;
  const room = out.right[i] + free - GAP - from;
  if (ruler(metrics.fonts.date)(text) <= room) out.date[i] = from;
}

/** Do an entry's places stand after its label? @param {Scene} scene @param {number} i */
export function placesLast(scene, i) {
  return scene.way[i] === BEFORE && !isWide(scene, i, scene.metrics) && !scene.under[i];
}
