/** Silences in the lane of a source: what it covers and does not tell, as one hatched band for each run with its count. */
import { pageData } from "../site/page_data.js";
import { ruler } from "./measure.js";
import { make } from "./parts.js";

const { flags: FLAGS } = pageData;

/**
 * One run of events that a source does not mention; `from` and `to` in pixels of the scene.
 * @typedef {{lane: number, from: number, to: number, entries: number[], text: string, y: number}} Silence
 */

/**
 * What is said of a run: what all of it is about, if that is one thing.
 * @param {Model} model
 * @param {number[]} entries
 * @param {boolean} whole whether the source tells nothing else in the window
 */
export function silenceText(model, entries, whole) {
  const { cols, themes } = model;
  const count = entries.length;
  const theme = cols.theme[entries[0]];
  const one = theme >= 0 && entries.every((i) => cols.theme[i] === theme) ? themes[theme] : "";
  const events = `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
  if (whole) return `covers this time and is silent on ${count === 1 ? "its one event" : `all ${events}`}`;
  return count > 1 && one ? `nothing on ${one}, ${events}` : `silent: ${count.toLocaleString("en")}`;
}

/**
 * The runs of a lane from left to right. Two whose texts would touch are one.
 * @param {Scene} scene
 * @param {number} lane
 * @param {number[]} silent entries of the lane that its source does not tell
 * @param {number[]} told entries of the lane in the window
 * @returns {Silence[]}
 */
export function runsOf(scene, lane, silent, told) {
  const { model, low, high, metrics } = scene;
  const { cols } = model;
  /** @param {number} i */
  const seen = (i) => scene.barTo[i] >= low && scene.barFrom[i] <= high;
  const quiet = silent.filter((i) => cols.flags[i] & FLAGS.NO_MENTION && seen(i));
  if (!quiet.length) return [];
  const words = ruler(metrics.fonts.small);
  const line = [...quiet, ...told].sort((a, b) => cols.seq[a] - cols.seq[b] || a - b);
  const isTold = new Set(told);
  /** @type {number[][]} */
  const groups = [[]];
  for (const i of line) {
    if (!isTold.has(i)) groups[groups.length - 1].push(i);
    else if (groups[groups.length - 1].length) groups.push([]);
  }
  /** @type {Silence[]} */
  const runs = [];
  for (const entries of groups.filter((group) => group.length)) {
    const text = silenceText(model, entries, !told.length);
    const from = Math.max(low, Math.min(...entries.map((i) => scene.barFrom[i])));
    const to = Math.min(high, Math.max(...entries.map((i) => scene.barTo[i])));
    const last = runs[runs.length - 1];
    if (last && from < last.to + metrics.gap) {
      last.entries = last.entries.concat(entries);
      last.text = silenceText(model, last.entries, false);
      last.to = Math.max(last.to, to, last.from + words(last.text) + 4 * metrics.inset);
    } else runs.push({ lane, from, to: Math.max(to, from + words(text) + 4 * metrics.inset), entries, text, y: 0 });
  }
  for (const run of runs) {
    const over = Math.max(0, run.to - high);
    run.from = Math.max(low, run.from - over);
    run.to -= over;
  }
  return told.length ? runs : runs.map((run) => ({ ...run, from: low, to: high }));
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
      const node = (this.nodes[k] ??= this.layer.appendChild(make("div", "timeline-silence", { dir: "auto" })));
      node.textContent = run.text;
      node.dataset.run = String(k);
      node.style.transform = `translate(${Math.round(run.from) - view.origin}px,${run.y}px)`;
      node.style.width = `${Math.round(run.to - run.from)}px`;
    });
  }
}
