/**
 * Arrange: which row of its lane each entry gets. Pure numbers in, pure numbers out.
 *
 * Entries come most important first and each takes the first row where its chip fits. A row beyond those that
 * a lane may have in the end never influences an earlier row; so the rows are filled once for the whole set, as if
 * there were plenty, and the lane is cut afterwards: what stands below the cut is a mark.
 */

/** Pixels kept free between two chips of a row. */
export const GAP = 6;

/** One row: the chips in it as sorted, disjoint intervals. */
class Row {
  constructor() {
    /** @type {number[]} */
    this.from = [];
    /** @type {number[]} */
    this.to = [];
  }

  /** Take the interval if it is free. @param {number} left @param {number} right @returns {boolean} */
  take(left, right) {
    const { from, to } = this;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[middle] < left) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && to[low - 1] + GAP > left) return false;
    if (low < from.length && right + GAP > from[low]) return false;
    if (low === from.length) {
      from.push(left);
      to.push(right);
    } else {
      from.splice(low, 0, left);
      to.splice(low, 0, right);
    }
    return true;
  }
}

/**
 * @param {object} input
 * @param {Int32Array} input.order entries, first come first served
 * @param {Uint16Array} input.lane lane of each entry
 * @param {Float64Array} input.left left edge of each chip in pixels
 * @param {Float64Array} input.right right edge
 * @param {number} input.lanes number of lanes
 * @param {number} input.most rows that a lane could get at best
 * @returns {Int16Array} row of each entry, -1 where even the last row has no room
 */
export function arrange({ order, lane, left, right, lanes, most }) {
  const row = new Int16Array(lane.length).fill(-1);
  /** @type {Row[][]} */
  const stacks = Array.from({ length: lanes }, () => []);
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    const rows = stacks[lane[i]];
    let r = 0;
    while (r < rows.length && !rows[r].take(left[i], right[i])) r++;
    if (r === rows.length) {
      if (r >= most) continue;
      rows.push(new Row());
      rows[r].take(left[i], right[i]);
    }
    row[i] = r;
  }
  return row;
}

/**
 * Water filling: every lane gets one more row in turn until its demand is met or no row is left.
 * @param {number[]} rows rows that each lane has already
 * @param {number[]} demand rows that each lane could use
 * @param {number} left rows still to give
 * @returns {{rows: number[], left: number}}
 */
function pour(rows, demand, left) {
  const out = rows.slice();
  for (let level = 1; left > 0; level++) {
    const thirsty = out.map((_, lane) => lane).filter((lane) => out[lane] < demand[lane]);
    if (!thirsty.length) break;
    const low = thirsty.filter((lane) => out[lane] <= level);
    low.sort((a, b) => demand[b] - out[b] - (demand[a] - out[a]) || a - b);
    for (const lane of low.slice(0, left)) out[lane]++;
    left -= Math.min(left, low.length);
  }
  return { rows: out, left };
}

/**
 * Rows of each lane. The demands are served one after the other in all lanes, so that what is shown in the window
 * gets its rows first and no ghost takes one from a shown event.
 * @param {number[]} least rows that each lane has in any case, 1 or more
 * @param {number[][]} demands rows that each lane could use, the most urgent demand first
 * @param {number} capacity rows that there are in all
 * @returns {number[]}
 */
export function shareRows(least, demands, capacity) {
  let rows = least;
  let left = Math.max(0, capacity - least.reduce((sum, n) => sum + n, 0));
  for (const demand of demands) ({ rows, left } = pour(rows, demand, left));
  return rows;
}
