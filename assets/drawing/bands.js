/** Silences in the lane of a source: what it covers and does not tell, as one hatched band for each run with its count. */
import { pageData } from "../site/page_data.js";
import { ruler } from "./measure.js";
import { grouped } from "./numbers.js";
import { make } from "./parts.js";

const { flags: FLAGS } = pageData;

/**
 * One run of events that a source does not mention; `from` and `to` in pixels of the scene.
 * @typedef {{lane: number, from: number, to: number, entries: number[], text: string, y: number}} Silence
 */

/** The part of a run that is about one thing for its words to say so: all of it, or most. */
const MOST = 2 / 3;

/**
 * What is said of a run: how many, and what all or most of it is about.
 * @param {Model} model
 * @param {number[]} entries
 * @param {boolean} whole whether the source covers the window and tells nothing in it
 */
export function silenceText({ cols, themes }, entries, whole) {
  const count = entries.length;
  const many = grouped(count);
  const events = `${many} ${count === 1 ? "event" : "events"}`;
  /** @type {Map<number, number>} */
  const byTheme = new Map();
  for (const i of entries) byTheme.set(cols.theme[i], (byTheme.get(cols.theme[i]) || 0) + 1);
  const [theme, most] = [...byTheme].reduce((best, next) => (next[1] > best[1] ? next : best));
  const name = themes.length > 1 && count > 1 ? (themes[theme] || "").replace(/^The /, "the ") : "";
  if (name && most === count) return `nothing on ${name}, ${events}`;
  if (whole) return `covers this time and is silent on all ${events}`;
  return name && most >= MOST * count ? `silent: ${many}, mostly on ${name}` : `silent: ${many}`;
}

/**
 * The runs of a lane from left to right: events that follow each other and are not told. Two whose words would touch are
 * one. A run reaches from where its first event begins to where its last one begins, since the stretch of a vague date
 * would cover what is told.
 * @param {Scene} scene
 * @param {number} lane
 * @param {number[]} silent entries of the lane that its source does not tell
 * @param {number[]} told entries of the lane in the window
 * @returns {Silence[]}
 */
export function runsOf(scene, lane, silent, told) {
  const { model, low, high, metrics } = scene;
  const { cols } = model;
  const seen = silent.filter((i) => scene.barTo[i] >= low && scene.barFrom[i] <= high);
  const quiet = seen.filter((i) => cols.flags[i] & FLAGS.NO_MENTION);
  const whole = !told.length && !seen.some((i) => cols.flags[i] & FLAGS.NO_REACH);
  const words = ruler(metrics.fonts.small);
  const isTold = new Set(told);
  /** @param {number} i */
  const begins = (i) => Math.max(low, scene.barFrom[i]);
  /** @type {Silence[]} */
  const runs = [];
  /** @param {Silence} run @param {number[]} more its next entries */
  const reach = (run, more) => {
    run.entries.push(...more);
    run.text = silenceText(model, run.entries, whole);
    run.to = Math.max(begins(more[more.length - 1]), run.from + words(run.text) + 8 * metrics.inset);
  };
  let open = false;
  for (const i of [...quiet, ...told].sort((a, b) => begins(a) - begins(b) || cols.seq[a] - cols.seq[b] || a - b)) {
    if (isTold.has(i)) {
      open = false;
      continue;
    }
    if (!open) runs.push({ lane, from: begins(i), to: 0, entries: [], text: "", y: 0 });
    reach(runs[runs.length - 1], [i]);
    open = true;
  }
  if (whole) for (const run of runs) [run.from, run.to] = [low, high];
  for (let k = runs.length - 1; k >= 0; k--) {
    const [before, run] = [runs[k - 1], runs[k]];
    const over = Math.max(0, run.to - high);
    run.from = Math.max(low, run.from - over);
    run.to -= over;
    if (!before || run.from >= before.to + metrics.gap) continue;
    reach(before, run.entries);
    runs.splice(k, 1);
  }
  return runs;
}

/**
 * The grounds of all silences; their texts are elements of the page, see chips.js.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 * @param {(x: number) => number} at
 */
export function paintBands(pen, scene, view, palette, at) {
  const { axis, inset } = scene.metrics;
  for (const { from, to, y } of scene.silences) {
    const [x, end] = [Math.max(at(from), -8), Math.min(at(to), view.width + 8)];
    if (end > x) pen.hatch(x, y - view.scroll + axis + inset / 2, end - x, scene.metrics.row - inset, palette.pale);
  }
}

/** The texts of the silences, as elements of the page: what is read and hovered. */
export class Bands {
  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.layer = layer;
    /** @type {HTMLElement[]} */
    this.nodes = [];
  }

  /** @param {Scene} scene @param {Sight} view */
  sync(scene, view) {
    while (this.nodes.length > scene.silences.length) this.nodes.pop()?.remove();
    scene.silences.forEach((run, k) => {
      const node = (this.nodes[k] ??= this.layer.appendChild(make("div", "timeline-silence", {}, [make("span", "")])));
      if (node.textContent !== run.text) node.children[0].textContent = run.text;
      node.dataset.run = String(k);
      node.style.transform = `translate(${Math.round(run.from) - view.origin}px,${run.y}px)`;
      node.style.width = `${Math.round(run.to - run.from)}px`;
    });
  }
}
