/** What a chip, a tip and a screen reader say of an entry's date: whose it is, and how firm; and why a source does not tell it. */
import { COMMONLY, ELSEWHERE, GHOST, NO_MENTION, NO_REACH, PARTLY, SILENT, UNDATED } from "./entries.js";

/**
 * The date of an entry; a source that gives none is not made to give the record's.
 * @param {Columns} cols
 * @param {number} i
 */
export function whenSaid(cols, i) {
  const printed = cols.when[i];
  const flags = cols.flags[i];
  const partly = flags & PARTLY ? `${printed}, partly confirmed` : printed;
  if (!(flags & UNDATED)) return flags & COMMONLY ? `commonly given as ${printed}` : partly;
  if (flags & ELSEWHERE) return `gives no date; stands where another source puts it, ${printed}`;
  return `gives no date; stands at the record's ${flags & COMMONLY ? `${printed}, commonly given` : partly}`;
}

/**
 * Why an entry is a ghost, "" if it is none: the two silences must not be taken for one another.
 * @param {Columns} cols
 * @param {number} i
 * @param {number} status
 */
export function silenceSaid(cols, i, status) {
  const flags = cols.flags[i];
  if (flags & NO_MENTION) return "this source covers this time and does not mention it";
  if (flags & NO_REACH) return "this source does not reach this time";
  if (flags & SILENT) return "not told by this source";
  return status === GHOST ? "outside the filter" : "";
}
