/** Who tells an event, drawn as places before its name: one for each document, always in the same order. */
import { pageData } from "../site/page_data.js";
import { ruler } from "./measure.js";
import { PLAIN, SILENT, tellers, tells } from "./told.js";

const { flags: FLAGS } = pageData;

/** Of more documents than these the places say only how many of them tell it. */
export const MOST_PLACES = 8;
/**
 * What the contest makes of each entry. In the lane of a source an entry is a telling, with its own stance in one place, as
 * everywhere in a drawing without documents; what the source is silent on there is no name but part of a silence.
 * @param {Columns} cols
 * @param {Lane[]} lanes
 * @returns {{places: Uint8Array, silent: Uint8Array, weight: Float32Array}} per entry: places before its label, whether it
 *   is silence, and its weight where lanes compete for rows
 */
export function readContest(cols, lanes) {
  const places = new Uint8Array(cols.n);
  const silent = new Uint8Array(cols.n);
  const weight = new Float32Array(cols.n);
  /** Places by contest: there are few different ones. @type {Map<string, number>} */
  const known = new Map();
  for (let i = 0; i < cols.n; i++) {
    const teller = lanes[cols.lane[i]]?.teller;
    const contest = cols.contest[i];
    let count = known.get(contest);
    if (count === undefined) known.set(contest, (count = tellers(contest) ? Math.min(contest.length, MOST_PLACES) : 0));
    places[i] = teller || !contest ? Number(cols.stance[i] >= 0) : count;
    silent[i] = Number(Boolean(teller) && (cols.flags[i] & FLAGS.SILENT) > 0);
    weight[i] = cols.rank[i] > 0 ? cols.rank[i] : Math.max(0.5, cols.rank[i] + 5);
  }
  return { places, silent, weight };
}

/**
 * The places of an entry, from `x` on, on a line around `y`.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number} i
 * @param {number} x
 * @param {number} y the middle of the chip
 * @param {Palette} palette
 */
export function paintPlaces(pen, scene, i, x, y, palette) {
  const { model, metrics } = scene;
  const { cols, stances, documents } = model;
  const base = y + metrics.place * 0.38;
  const wide = ruler(metrics.fonts.place);
  /** @param {string} text @param {number} k @param {string} ink */
  const sign = (text, k, ink) =>
    pen.text(x + (k + 0.5) * metrics.place - wide(text) / 2, base, text, metrics.fonts.place, ink);
  const contest = cols.contest[i];
  if (model.lanes[cols.lane[i]].teller || !contest) return sign(stances[cols.stance[i]].symbol, 0, palette.ink);
  if (contest.length > MOST_PLACES)
    return pen.text(x, base, `${tellers(contest)}/${contest.length}`, metrics.fonts.small, palette.muted);
  for (let k = 0; k < contest.length; k++) {
    const mark = contest[k];
    const ink = documents[k]?.mirror ? palette.muted : palette.ink;
    if (mark === SILENT)
      pen.dot(x + (k + 0.5) * metrics.place, y, 1.75 * metrics.scale, { stroke: palette.pale, line: metrics.scale });
    else if (mark === PLAIN) pen.dot(x + (k + 0.5) * metrics.place, y, 2.5 * metrics.scale, { fill: ink });
    else if (tells(mark)) sign(stances[parseInt(mark, 36)]?.symbol || "", k, ink);
  }
}
