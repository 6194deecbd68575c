/** What a chip, a tip and a screen reader say of an entry: its date, whose it is and how firm; why a source does not tell it; who does. */
import { pageData } from "../site/page_data.js";
import { FLAGS, GHOST } from "./entries.js";
import { toldSaid } from "./told.js";

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

/**
 * The date as whoever speaks writes it, "" where that says no more: a comma, or the numbers of a day.
 * @param {Columns} cols
 * @param {number} i
 */
export function givenSaid(cols, i) {
  /** @param {string} text */
  const plain = (text) => text.toLowerCase().replaceAll(",", "");
  const given = cols.given[i];
  return /^[\d\s./-]*$/.test(given) || plain(given) === plain(cols.when[i]) ? "" : `given as “${given}”`;
}

/** Whom a telling does not name though the record does, "" if there is nobody. @param {Columns} cols @param {number} i */
export function unnamedSaid(cols, i) {
  return cols.unnamed[i] && `does not name ${cols.unnamed[i]}`;
}

/**
 * What a screen reader says of an entry: the accessible name of its chip.
 * @param {Columns} cols
 * @param {number} i
 * @param {number} status
 * @param {Stance[]} stances
 */
export function spoken(cols, i, status, stances) {
  const stance = cols.stance[i] >= 0 ? stances[cols.stance[i]].name : "";
  const parts = [cols.label[i], whenSaid(cols, i), cols.who[i], unnamedSaid(cols, i), stance];
  const disputed = cols.contest[i] && cols.flags[i] & FLAGS.DISPUTED ? "contradicted" : "";
  parts.push(silenceSaid(cols, i, status), toldSaid(cols.contest[i]), disputed);
  return parts.filter(Boolean).join(", ");
}
