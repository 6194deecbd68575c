/** Rows of a lane: which stretches of them are taken, and which free stretch holds an interval most tightly. */

/** Pixels kept free between two chips of a row. */
export const GAP = 8;
/** Beyond the pixels of any day: the year 9999 BC lies four thousand million pixels off where three days are seen. */
const FAR = 1e12;

/** One row: the chips in it as sorted, disjoint intervals. */
export class Row {
  constructor() {
    /** @type {number[]} */
    this.from = [];
    /** @type {number[]} */
    this.to = [];
  }

  /** How many intervals begin before a place. @param {number} left */
  before(left) {
    const { from } = this;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[middle] < left) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Length of the free stretch in which an interval fits, in pixels; -1 if it fits in none.
   * @param {number} left
   * @param {number} right
   */
  slack(left, right) {
    const at = this.before(left);
    const free = at > 0 ? this.to[at - 1] + GAP : -FAR;
    const end = at < this.from.length ? this.from[at] - GAP : FAR;
    return free > left || right > end ? -1 : end - free;
  }

  /** Take an interval that fits. @param {number} left @param {number} right */
  take(left, right) {
    const at = this.before(left);
    this.from.splice(at, 0, left);
    this.to.splice(at, 0, right);
  }

  /** Free pixels on either side of a taken interval. @param {number} left @param {number} right @returns {[number, number]} */
  beside(left, right) {
    const at = this.before(left);
    return [at > 0 ? left - this.to[at - 1] : FAR, at + 1 < this.from.length ? this.from[at + 1] - right : FAR];
  }
}

/**
 * Where entries may stand, two ways for each: `from[2 * i + way]` to `to[2 * i + way]` in pixels; NaN for a way that is
 * not allowed.
 * @typedef {{from: Float64Array, to: Float64Array}} Ways
 */

/** Where an entry stands. @typedef {{row: number, way: number}} Spot */

/**
 * The row and the way in which an entry stands most tightly; the first of equals.
 * @param {Row[]} rows
 * @param {Ways} ways
 * @param {number} i
 * @returns {Spot|null}
 */
function tightest(rows, ways, i) {
  /** @type {Spot|null} */
  let best = null;
  let least = Infinity;
  for (let way = 0; way < 2; way++) {
    const left = ways.from[2 * i + way];
    if (left !== left) continue;
    const right = ways.to[2 * i + way];
    for (let row = 0; row < rows.length; row++) {
      const slack = rows[row].slack(left, right);
      if (slack >= 0 && slack < least) {
        least = slack;
        best = { row, way };
      }
    }
  }
  return best;
}

/**
 * Put entries into rows, first come first served, each where it stands most tightly.
 * @param {Row[]} rows changed
 * @param {Ways} ways
 * @param {number[]} entries
 * @param {Map<number, Spot>} spots where those stand that found room; filled
 * @returns {number[]} those that found none
 */
export function pack(rows, ways, entries, spots) {
  const left = [];
  for (const i of entries) {
    const spot = tightest(rows, ways, i);
    if (!spot) {
      left.push(i);
      continue;
    }
    rows[spot.row].take(ways.from[2 * i + spot.way], ways.to[2 * i + spot.way]);
    spots.set(i, spot);
  }
  return left;
}

/** @param {number} count @returns {Row[]} */
export function emptyRows(count) {
  return Array.from({ length: count }, () => new Row());
}
