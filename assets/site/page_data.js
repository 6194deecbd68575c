/**
 * What the server knows too, from the page itself: keys of links, flags, words, paths (timeline/web/site/page_data).
 * For tests in Node, tests/scripts/setup.js hands it over.
 */

/**
 * @typedef {object} LinkKey a key of a link, see timeline/query/links.py
 * @property {string} key
 * @property {string} field
 * @property {"id" | "typed" | "choice" | "switch" | "number"} kind
 * @property {string} default
 * @property {boolean} many
 * @property {string[]} choices
 * @property {string[]} screens
 * @property {string[]} filters
 * @property {[name: string, value: string, now: string][]} former
 */

/**
 * @typedef {object} PageData
 * @property {LinkKey[]} links
 * @property {Record<"OPEN_START" | "OPEN_END" | "SILENT" | "VAGUE" | "NOT_RECORD" | "UNDATED" | "PARTLY" | "COMMONLY" |
 *   "NO_MENTION" | "NO_REACH" | "DISPUTED", number>} flags
 * @property {Record<"NO_MENTION" | "NO_REACH" | "NOT_CODED", string>} silences
 * @property {Record<"PARTLY" | "COMMONLY", string>} firmness
 * @property {number} margin
 * @property {Record<string, string>} paths
 * @property {string} fault
 */

/** @returns {PageData} */
function read() {
  const written = document.getElementById("page-data");
  if (!written) throw new Error("the page has no #page-data");
  return JSON.parse(written.textContent);
}

export const pageData = read();
