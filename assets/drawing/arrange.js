/**
 * Arrange: how many rows each lane gets, and where each entry of it stands. Pure numbers in, pure numbers out.
 *
 * Rows go to the lanes that need them in the window seen: each lane begins with a few, and the next row goes where it
 * names most by weight, the more so the more of the lane is unnamed. In a lane the most important entry comes first,
 * each in the row and on the side of its mark where it stands most tightly; then those chosen are set once more in the
 * order of time, which leaves less between them, and whoever fits into what is won thereby is let in.
 */
import { Row, emptyRows, pack } from "./rows.js";

/** What a lane's next row counts for, however much of the lane is named already. */
const ANYHOW = 0.4;
/** Above so many entries a lane is not set a second time: its rows are full. */
const MANY = 400;

/** @typedef {import("./rows.js").Ways} Ways */
/** @typedef {import("./rows.js").Spot} Spot */

/**
 * A lane while rows are being given: what has no row yet, and what one more row would hold.
 * @typedef {{all: number, left: number[], rows: number, next: number[], gain: number}} Claim
 */

/**
 * What one more row would hold.
 * @param {Claim} claim changed
 * @param {Ways} ways
 * @param {ArrayLike<number>} weight
 */
function look(claim, ways, weight) {
  /** @type {Map<number, Spot>} */
  const spots = new Map();
  claim.next = pack([new Row()], ways, claim.left, spots);
  let sum = 0;
  for (const i of spots.keys()) sum += weight[i];
  claim.gain = sum * (ANYHOW + claim.left.length / Math.max(1, claim.all));
}

/** Give a lane the row that it was looked up for. @param {Claim} claim @param {Ways} ways @param {ArrayLike<number>} weight */
function grant(claim, ways, weight) {
  claim.rows++;
  claim.left = claim.next;
  look(claim, ways, weight);
}

/**
 * Rows of each lane.
 * @param {number[][]} entries of each lane, the most important first
 * @param {Ways} ways
 * @param {ArrayLike<number>} weight of each entry
 * @param {number[]} least rows of each lane in any case
 * @param {number} begin rows with which each lane begins that has something to show
 * @param {number} capacity rows that there are in all
 * @returns {number[]}
 */
export function shareRows(entries, ways, weight, least, begin, capacity) {
  let free = capacity;
  const claims = entries.map((list, lane) => {
    /** @type {Claim} */
    const claim = { all: list.length, left: list, rows: 0, next: list, gain: 0 };
    look(claim, ways, weight);
    while (claim.rows < Math.max(begin, least[lane]) && claim.left.length) grant(claim, ways, weight);
    claim.rows = Math.max(claim.rows, least[lane]);
    free -= claim.rows;
    return claim;
  });
  while (free > 0 && claims.length) {
    const neediest = claims.reduce((best, claim) => (claim.gain > best.gain ? claim : best));
    if (!neediest.left.length || !neediest.gain) break;
    grant(neediest, ways, weight);
    free--;
  }
  return claims.map((claim) => claim.rows);
}

/**
 * Set the entries of one lane into its rows.
 * @param {number[]} entries the most important first
 * @param {Ways} ways
 * @param {number} count of rows
 * @param {(i: number) => number} time of an entry
 * @returns {{rows: Row[], spots: Map<number, Spot>, left: number[]}} `left` found no room
 */
export function setLane(entries, ways, count, time) {
  let rows = emptyRows(count);
  /** @type {Map<number, Spot>} */
  let spots = new Map();
  let left = pack(rows, ways, entries, spots);
  if (left.length && entries.length <= MANY) {
    const again = emptyRows(count);
    /** @type {Map<number, Spot>} */
    const closer = new Map();
    const chosen = [...spots.keys()].sort((a, b) => time(a) - time(b) || a - b);
    if (!pack(again, ways, chosen, closer).length) {
      [rows, spots] = [again, closer];
      left = pack(rows, ways, left, spots);
    }
  }
  if (left.length && entries.length <= MANY) {
    const filled = oneByOne(entries, ways, count);
    if (!filled.left.length) return filled;
  }
  return { rows, spots, left };
}

/**
 * Fill one row after the other, as rows are shared out: where that names all, the lane got no more rows than it takes.
 * @param {number[]} entries the most important first
 * @param {Ways} ways
 * @param {number} count of rows
 * @returns {{rows: Row[], spots: Map<number, Spot>, left: number[]}}
 */
function oneByOne(entries, ways, count) {
  const rows = emptyRows(count);
  /** @type {Map<number, Spot>} */
  const spots = new Map();
  let left = entries;
  rows.forEach((row, k) => {
    /** @type {Map<number, Spot>} */
    const here = new Map();
    left = pack([row], ways, left, here);
    for (const [i, { way }] of here) spots.set(i, { row: k, way });
  });
  return { rows, spots, left };
}
