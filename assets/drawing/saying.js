/** What a chip, a tip and a screen reader say of an entry's date: whose it is, and how firm; and why a source does not tell it. */
import { pageData } from "../site/page_data.js";
import { FLAGS, GHOST } from "./entries.js";

const { firmness, silences } = pageData;

/**
 * The date of an entry; a source that gives none is not made to give the record's.
 * @param {Columns} cols
 * @param {number} i
 */
export function whenSaid(cols, i) {
  const printed = cols.when[i];
  const flags = cols.flags[i];
  const partly = flags & FLAGS.PARTLY ? `${printed}, ${firmness.PARTLY}` : printed;
  if (!(flags & FLAGS.UNDATED)) return flags & FLAGS.COMMONLY ? `${firmness.COMMONLY} as ${printed}` : partly;
  if (flags & FLAGS.NOT_RECORD) return `gives no date; stands where another source puts it, ${printed}`;
  return `gives no date; stands at the record's ${flags & FLAGS.COMMONLY ? `${printed}, ${firmness.COMMONLY}` : partly}`;
}

/**
 * Why an entry is a ghost, "" if it is none: the two silences must not be taken for one another.
 * @param {Columns} cols
 * @param {number} i
 * @param {number} status
 */
export function silenceSaid(cols, i, status) {
  const flags = cols.flags[i];
  if (flags & FLAGS.NO_MENTION) return `this source ${silences.NO_MENTION}`;
  if (flags & FLAGS.NO_REACH) return `this source ${silences.NO_REACH}`;
  if (flags & FLAGS.SILENT) return "not told by this source";
  return status === GHOST ? "outside the filter" : "";
}
