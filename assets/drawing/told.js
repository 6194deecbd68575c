/** Who of the documents tells an event, as its column `contest` has it: a sign for each document, in their order. */
import { pageData } from "../site/page_data.js";

const { flags: FLAGS } = pageData;

/** What stands in the place of a document that does not tell it, and of one that tells it without a stance. */
export const SILENT = "-";
const BEYOND = ".";
const UNREAD = "~";
export const PLAIN = "*";
/** Documents that a tip names one by one. */
const MOST = 8;
/** Stands before a document that does not tell it, and before one that tells it without a stance. */
const HOLLOW = "◦";
const DOT = "•";

/** What a document without a telling does, by its sign. @type {Record<string, string>} */
const SILENCES = {
  [SILENT]: "silent",
  [BEYOND]: pageData.silences.NO_REACH,
  [UNREAD]: pageData.silences.NOT_CODED,
};

/** Does a document tell it? @param {string} sign */
export function tells(sign) {
  return sign !== "" && !(sign in SILENCES);
}

/** How many documents tell it. @param {string} contest */
export function tellers(contest) {
  let count = 0;
  for (const sign of contest) if (tells(sign)) count++;
  return count;
}

/** How many sources tell it, "told by 4 of 5 sources", "" where there are none. @param {string} contest */
export function toldSaid(contest) {
  const of = contest.length;
  const told = tellers(contest);
  if (!of) return "";
  if (of === 1) return told ? "told by the only source" : "not told by the only source";
  if (!told) return `told by none of ${of} sources`;
  return told === of ? `told by all ${of} sources` : `told by ${told} of ${of} sources`;
}

/** A stance inside a sentence: "Own version" is "own version". @param {string} name */
function within(name) {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/**
 * A document and what it makes of the event.
 * @param {{name: string, mirror: boolean}} document
 * @param {string} sign
 * @param {Stance[]} stances
 * @returns {{symbol: string, text: string, told: boolean}}
 */
function lineOf({ name, mirror }, sign, stances) {
  if (sign in SILENCES)
    return { symbol: sign === SILENT ? HOLLOW : "", text: `${name}: ${SILENCES[sign]}`, told: false };
  const stance = sign === PLAIN ? null : stances[parseInt(sign, 36)];
  const said = [stance ? within(stance.name) : "tells it", mirror ? "repeats another" : ""];
  return { symbol: stance ? stance.symbol : DOT, text: `${name}: ${said.filter(Boolean).join(", ")}`, told: true };
}

/**
 * Who tells an entry's event, at length: a heading, then a line for each document in their order. Of very many only those
 * that tell it are named.
 * @param {Columns} cols
 * @param {number} i
 * @param {Pick<Props, "documents" | "stances">} props
 * @returns {{heading: string, disputed: string, lines: {symbol: string, text: string, told: boolean}[]}} `disputed` says
 *   that they contradict each other, "" if they do not
 */
export function toldAtLength(cols, i, { documents, stances }) {
  const contest = cols.contest[i];
  const heading = toldSaid(contest);
  const every = documents.map((document, k) => lineOf(document, contest[k] || UNREAD, stances));
  const named = every.length > MOST ? every.filter(({ told }) => told) : every;
  const lines = named.slice(0, MOST);
  const more = named.length - lines.length;
  if (more > 0) lines.push({ symbol: "", text: `and ${more} more`, told: true });
  const clash = tellers(contest) > 1 ? "They contradict each other" : "Voices in it contradict each other";
  return {
    heading: heading && heading.charAt(0).toUpperCase() + heading.slice(1),
    disputed: heading && cols.flags[i] & FLAGS.DISPUTED ? clash : "",
    lines: heading ? lines : [],
  };
}
