/** Where an entry's bar and its chip begin and end, in pixels at one scale (day number times pixels per day). */
import { FLAGS } from "./entries.js";

/** Room for the numbers of `n` entries; kept and filled again at every scale. @param {number} n */
export function makeBuffers(n) {
  return {
    barFrom: new Float64Array(n),
    barTo: new Float64Array(n),
    left: new Float64Array(n),
    right: new Float64Array(n),
    turned: new Uint8Array(n),
    label: new Float32Array(n),
  };
}

/** Is this entry one known day, drawn as a dot? @param {Columns} cols @param {number} i */
export function isDot(cols, i) {
  return cols.first[i] === cols.last[i] && !(cols.flags[i] & (FLAGS.OPEN_START | FLAGS.OPEN_END));
}

/** Is some part of this entry's time certain? @param {Columns} cols @param {number} i */
export function hasCore(cols, i) {
  return cols.sureFrom[i] <= cols.sureTo[i];
}

/**
 * An open side is not drawn to the end of the axis (one "before 1935" would fill a row): it fades out within
 * `fade` pixels beyond what is known.
 * @param {Columns} cols
 * @param {number} i
 * @param {number} perDay
 * @param {Metrics} metrics
 * @param {Buffers} out
 */
function bar(cols, i, perDay, metrics, out) {
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

/**
 * The chip around a bar or dot. It stands to the right of it, unless that would run beyond the end of the axis: then
 * it is turned or pushed to the left, so that the last years can be read when everything is in view. Where neither
 * side has room for the label (a phone), the label is cut to the wider one.
 * @param {number} i
 * @param {boolean} dot
 * @param {number} around
 * @param {number} label
 * @param {{first: number, last: number}} ends
 * @param {Metrics} metrics
 * @param {Buffers} out
 */
function chip(i, dot, around, label, ends, metrics, out) {
  const anchor = out.barFrom[i];
  const plain = dot ? anchor - metrics.dotCentre : anchor;
  let content = around + label;
  let turn = plain + content > ends.last;
  if (turn && dot) {
    const before = anchor + metrics.dotCentre - ends.first;
    const room = Math.max(before, ends.last - plain);
    if (content > room) content = Math.max(around, room);
    turn = content <= before && content > ends.last - plain;
  }
  out.label[i] = content - around;
  out.turned[i] = turn ? 1 : 0;
  if (dot) out.left[i] = turn ? anchor + metrics.dotCentre - content : plain;
  else out.left[i] = turn ? Math.max(Math.min(plain, ends.first), Math.min(plain, ends.last - content)) : plain;
  out.right[i] = dot ? out.left[i] + content : Math.max(out.barTo[i], out.left[i] + content);
}

/** From a chip's left edge to what it holds. @param {Scene} scene @param {number} i */
export function labelInset(scene, i) {
  return isDot(scene.model.cols, i) && !scene.turned[i] ? scene.metrics.dotInset : scene.metrics.barInset;
}

/** Width of what stands around a label in its chip. @param {Columns} cols @param {number} i @param {Metrics} metrics */
export function aroundLabel(cols, i, metrics) {
  const symbol = cols.stance[i] >= 0 ? metrics.symbol : 0;
  return (isDot(cols, i) ? metrics.dotInset : metrics.barInset) + symbol + metrics.barInset;
}

/**
 * Fill the buffers for every entry in `order`.
 * @param {Model} model see entries.js
 * @param {Float32Array} widths label widths
 * @param {number} perDay pixels per day
 * @param {Metrics} metrics sizes in pixels, see metrics.js
 * @param {Buffers} out from `buffers`
 */
export function fillExtents(model, widths, perDay, metrics, out) {
  const { cols, order } = model;
  const ends = { first: model.limit.first * perDay, last: model.limit.last * perDay };
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    const dot = isDot(cols, i);
    if (dot) out.barFrom[i] = out.barTo[i] = (cols.first[i] + 0.5) * perDay;
    else bar(cols, i, perDay, metrics, out);
    chip(i, dot, aroundLabel(cols, i, metrics), widths[i], ends, metrics, out);
  }
}
