/**
 * The drawn set: columns as they come from the server, kept as typed arrays, and what a filter leaves of them.
 * An entry is one event in one lane.
 */
import { pageData } from "../site/page_data.js";
import { readContest } from "./contest.js";
import { isPossible } from "./extents.js";
import { ruler } from "./measure.js";
import * as views from "./view.js";

/** What is said of an entry beyond its numbers and texts (timeline/drawing/flags.py). */
export const FLAGS = pageData.flags;
/** What becomes of an entry. */
export const HIDDEN = 0;
export const SHOWN = 1;
export const GHOST = 2;
/** From this rank on a label is set in semibold. */
export const STRONG_RANK = 5;

/** @typedef {Float64Array | Int32Array | Uint16Array | Int16Array} Numbers */

/**
 * Columns whose texts and numbers are made one by one.
 * @param {number} n
 * @param {(name: TextColumn) => string[]} texts
 * @param {<T extends Numbers>(name: NumberColumn, empty: T) => T} numbers fills an empty column
 * @returns {Columns}
 */
function makeColumns(n, texts, numbers) {
  return {
    n,
    id: texts("id"),
    label: texts("label"),
    when: texts("when"),
    given: texts("given"),
    who: texts("who"),
    unnamed: texts("unnamed"),
    contest: texts("contest"),
    lane: numbers("lane", new Uint16Array(n)),
    theme: numbers("theme", new Int16Array(n)),
    rank: numbers("rank", new Float64Array(n)),
    seq: numbers("seq", new Int32Array(n)),
    first: numbers("first", new Float64Array(n)),
    sureFrom: numbers("sureFrom", new Float64Array(n)),
    sureTo: numbers("sureTo", new Float64Array(n)),
    last: numbers("last", new Float64Array(n)),
    flags: numbers("flags", new Uint16Array(n)),
    stance: numbers("stance", new Int16Array(n)),
  };
}

/**
 * Days and places in time that came as differences (timeline/drawing/columns.py: packed), made whole.
 * @param {Columns} cols
 */
function unpack({ n, first, seq, sureFrom, sureTo, last }) {
  for (let i = 0; i < n; i++) {
    if (i) {
      first[i] += first[i - 1];
      seq[i] += seq[i - 1];
    }
    for (const days of [sureFrom, sureTo, last]) days[i] += first[i];
  }
}

/**
 * @param {Events|null} events columns of equal length (timeline/drawing/columns.py)
 * @returns {Columns} the same columns, numbers as typed arrays, and `n`
 */
export function readColumns(events) {
  const cols = makeColumns(
    events ? events.id.length : 0,
    (name) => (events ? events[name] : []),
    (name, empty) => {
      if (events) empty.set(events[name]);
      return empty;
    },
  );
  if (events?.packed) unpack(cols);
  return cols;
}

/** Two sets of columns, one after the other. @param {Columns} a @param {Columns} b */
export function join(a, b) {
  if (!b.n) return a;
  return makeColumns(
    a.n + b.n,
    (name) => a[name].concat(b[name]),
    (name, empty) => {
      empty.set(a[name]);
      empty.set(b[name], a.n);
      return empty;
    },
  );
}

/**
 * What becomes of each entry: hidden, shown, or a ghost.
 * @param {Columns} cols joined columns
 * @param {number} known how many of them come from `events`; the rest are `extra` and match the filter
 * @param {number[]|null} shown indices that the filter leaves, null for all
 * @param {"hide"|"ghost"} emphasis what happens to the others
 * @returns {Uint8Array}
 */
function statuses(cols, known, shown, emphasis) {
  const out = new Uint8Array(cols.n);
  /** @param {number} i */
  const told = (i) => (cols.flags[i] & FLAGS.SILENT ? GHOST : SHOWN);
  if (shown) {
    out.fill(emphasis === "ghost" ? GHOST : HIDDEN, 0, known);
    for (const i of shown) out[i] = told(i);
  }
  for (let i = shown ? known : 0; i < cols.n; i++) out[i] = told(i);
  return out;
}

/**
 * Does entry a come before entry b: the more important, then the earlier, then the one in the upper lane.
 * @param {Columns} cols
 * @param {number} a
 * @param {number} b
 */
function before(cols, a, b) {
  if (cols.rank[a] !== cols.rank[b]) return cols.rank[a] > cols.rank[b];
  if (cols.seq[a] !== cols.seq[b]) return cols.seq[a] < cols.seq[b];
  return cols.lane[a] < cols.lane[b];
}

/**
 * The order in which entries get their places: all that are shown, then the ghosts; `events` and `extra` are
 * sorted already, so they are merged.
 * @param {Columns} cols
 * @param {number} known
 * @param {Uint8Array} status
 * @returns {{order: Int32Array, shown: number}} `shown` is where the ghosts begin
 */
function ordered(cols, known, status) {
  const order = new Int32Array(cols.n);
  let at = 0;
  let shown = 0;
  for (const wanted of [SHOWN, GHOST]) {
    let i = 0;
    let j = known;
    while (i < known || j < cols.n) {
      const next = j >= cols.n || (i < known && before(cols, i, j)) ? i++ : j++;
      if (status[next] === wanted) order[at++] = next;
    }
    if (wanted === SHOWN) shown = at;
  }
  return { order: order.subarray(0, at), shown };
}

/**
 * The columns of what a drawing was given. One that has no documents (a life, the strip of a lesson) does not say who
 * tells what, even where its columns know.
 * @param {Events|null} events
 * @param {Props["documents"]} documents
 */
function readAs(events, documents) {
  const cols = readColumns(events);
  if (documents.length) return cols;
  cols.contest = cols.contest.map(() => "");
  for (let i = 0; i < cols.n; i++) cols.flags[i] &= ~FLAGS.DISPUTED;
  return cols;
}

/**
 * The drawn set of a component's props.
 * @param {Pick<Props, "events" | "edition" | "shown" | "extra" | "emphasis" | "lanes" | "bounds" | "documents" | "stances" | "themes">} props
 * @param {Model|null} last the set made before, reused when `edition` is the same
 * @returns {Model} cols, known, status, order, shown, lanes, edition
 */
export function makeModel(props, last) {
  const same = last && last.edition === props.edition && last.source === props.events.id.length;
  const base = same ? last.base : readAs(props.events, props.documents);
  const cols = same && last.extra === props.extra ? last.cols : join(base, readAs(props.extra, props.documents));
  const status = statuses(cols, base.n, props.shown, props.emphasis);
  return {
    edition: props.edition,
    source: base.n,
    base,
    extra: props.extra,
    cols,
    known: base.n,
    status,
    lanes: props.lanes,
    documents: props.documents,
    stances: props.stances,
    themes: props.themes,
    ways: { from: new Float64Array(2 * cols.n), to: new Float64Array(2 * cols.n) },
    ...readContest(cols, props.lanes),
    limit: views.limits(props.bounds),
    ...ordered(cols, base.n, status),
  };
}

/**
 * The font of an entry's label: bold where it is important, italic where its time is only possible.
 * @param {Columns} cols
 * @param {number} i
 * @param {Record<"normal" | "strong" | "normalItalic" | "strongItalic", string>} fonts
 */
export function labelFont(cols, i, fonts) {
  const strong = cols.rank[i] >= STRONG_RANK;
  if (isPossible(cols, i)) return strong ? fonts.strongItalic : fonts.normalItalic;
  return strong ? fonts.strong : fonts.normal;
}

/**
 * Label widths of all entries, cut at `max`.
 * @param {Columns} cols
 * @param {Metrics["fonts"]} fonts
 * @param {number} max CSS pixels
 * @returns {Float32Array}
 */
export function labelWidths(cols, fonts, max) {
  const out = new Float32Array(cols.n);
  /** @type {Map<string, (text: string) => number>} */
  const rulers = new Map();
  for (let i = 0; i < cols.n; i++) {
    const font = labelFont(cols, i, fonts);
    let wide = rulers.get(font);
    if (!wide) rulers.set(font, (wide = ruler(font)));
    out[i] = Math.min(max, Math.ceil(wide(cols.label[i])) + 1);
  }
  return out;
}
