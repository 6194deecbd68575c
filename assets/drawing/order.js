/** The order of time among entries, as the server has it: the keys, the reading cursor and every walk go by it. */

/**
 * By time: below zero where entry a comes before entry b.
 * @param {Columns} cols
 * @param {number} a
 * @param {number} b
 */
export function inTime(cols, a, b) {
  return cols.seq[a] - cols.seq[b] || cols.lane[a] - cols.lane[b] || a - b;
}

/**
 * As it is read: by lane, then time.
 * @param {Columns} cols
 * @param {number} a
 * @param {number} b
 */
export function inReading(cols, a, b) {
  return cols.lane[a] - cols.lane[b] || inTime(cols, a, b);
}
