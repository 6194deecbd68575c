/** The key: how certainty, silence and stance are drawn, drawn by the same painters as the drawing itself. */
import { targetOf } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import { makeScene } from "./compose.js";
import { FLAGS, labelWidths, makeModel } from "./entries.js";
import { paintLabel } from "./export.js";
import { makeMetrics } from "./metrics.js";
import { paintChips } from "./paint.js";
import { make } from "./parts.js";
import { svgPen } from "./pens.js";
import { complete } from "./props.js";

const LONG = 60;
const EDGE = 12; // days to the left of a sample
const HEADING = "What a source makes of the official version:";
/**
 * Not more than a reader learns; a core that ends before it begins is none.
 * @typedef {[text: string, first: number, sureFrom: number, sureTo: number, last: number, flags: number]} Sample
 * @type {Sample[]}
 */
const SAMPLES = [
  ["a known day", 0, 0, 0, 0, 0],
  ["time that it lasts", 0, 0, LONG, LONG, 0],
  ["some time within", 0, LONG, -1, LONG, 0],
  ["some time before, or after", 0, LONG, -1, LONG, FLAGS.OPEN_START],
  [`day ${pageData.firmness.COMMONLY}, not established`, 0, 0, 0, 0, FLAGS.COMMONLY],
  ["the source gives no date: stands at the record's", 0, 0, 0, 0, FLAGS.UNDATED],
];

/** Samples as the columns of a drawn set. @param {Sample[]} samples */
function columns(samples) {
  /** @param {1 | 2 | 3 | 4 | 5} k */
  const pick = (k) => samples.map((sample) => sample[k]);
  return {
    id: samples.map((_, k) => String(k)),
    label: samples.map(([text]) => text),
    when: samples.map(() => ""),
    given: samples.map(() => ""),
    who: samples.map(() => ""),
    unnamed: samples.map(() => ""),
    contest: samples.map(() => ""),
    lane: samples.map(() => 0),
    theme: samples.map(() => -1),
    rank: samples.map(() => 1),
    seq: samples.map((_, k) => k),
    first: pick(1),
    sureFrom: pick(2),
    sureTo: pick(3),
    last: pick(4),
    flags: pick(5),
    stance: samples.map(() => -1),
  };
}

/**
 * One sample with its words, as an SVG element.
 * @param {Pick<Drawing, "palette" | "props">} drawing
 * @param {Sample} sample
 */
function picture(drawing, sample) {
  const { palette } = drawing;
  const metrics = makeMetrics({ ...palette, width: 1000, coarse: false });
  const lanes = [{ id: "", name: "", color: "", note: "" }];
  const model = makeModel(complete({ events: columns([sample]), lanes, bounds: [-9999, 9999] }), null);
  const widths = labelWidths(model.cols, metrics.fonts, Infinity);
  const { scale: perDay, row } = metrics;
  const scene = makeScene({ model, widths, perDay, start: -EDGE, end: 900, area: 2 * row, metrics });
  const [width, height] = [scene.right[0] + EDGE * perDay, scene.chip];
  const origin = -EDGE * perDay;
  const view = { origin, shift: 0, start: -EDGE, end: 900, width, height: 4 * row + metrics.axis };
  const sight = { ...view, scroll: scene.y[0], rest: null, selected: "", lit: "" };
  const colours = {
    ...palette,
    lanes: [palette.lanes[0] || { hue: palette.ink, tint: palette.panel, ghost: palette.muted }],
  };
  const pen = svgPen();
  pen.shift(0, -metrics.axis);
  paintChips(pen, scene, sight, colours, (i, y) => paintLabel(pen, scene, sight, colours, i, y));
  pen.unshift();
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${pen.body()}</svg>`;
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

/** A list of signs with their words. @param {[sign: string, words: string][]} rows */
function signs(rows) {
  return make(
    "ul",
    "",
    {},
    rows.map(([sign, words]) =>
      make("li", "", {}, [make("span", "timeline-key-symbol", { "aria-hidden": "true" }, [sign]), words]),
    ),
  );
}

/** How the places before a name are read. @param {Props} props */
function contest({ documents, stances }) {
  if (!documents.length) {
    const rows = stances.map(({ symbol, name }) => /** @type {[string, string]} */ ([symbol, name]));
    return stances.length ? [make("p", "", {}, [stances[0].heading || HEADING]), signs(rows)] : [];
  }
  const named = documents.map(({ name }) => name).join(" · ");
  return [
    make("p", "", {}, [`Before each name a place for each source, always in this order: ${named}.`]),
    signs([
      ...stances.map(({ symbol, name }) => /** @type {[string, string]} */ ([symbol, name])),
      ["○", pageData.silences.NO_MENTION],
      ["", `${pageData.silences.NO_REACH} (no sign)`],
      ["≠", "after a name: the sources contradict each other"],
    ]),
  ];
}

/** What the open key holds. @param {Drawing} drawing */
function content(drawing) {
  return [
    ...SAMPLES.map((sample) => make("div", "", {}, [picture(drawing, sample)])),
    make("p", "", {}, ["Short strokes under a lane are events without room for a name here; +18 counts them."]),
    ...contest(drawing.props),
  ];
}

/** Open or close. @param {Drawing} drawing @param {boolean} open */
function toggle(drawing, open) {
  const { key, keySheet } = drawing.parts;
  key.setAttribute("aria-expanded", String(open));
  keySheet.hidden = !open;
  keySheet.replaceChildren(...(open ? content(drawing) : []));
}

/** Listen. @param {Drawing} drawing */
export function attachKey(drawing) {
  const { key, keySheet, root } = drawing.parts;
  const { signal } = drawing;
  key.addEventListener("click", () => toggle(drawing, keySheet.hidden === true), { signal });
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || keySheet.hidden) return;
      event.preventDefault();
      toggle(drawing, false);
      key.focus();
    },
    { signal, capture: true },
  );
  document.addEventListener(
    "pointerdown",
    (event) => {
      if (!keySheet.hidden && !keySheet.contains(targetOf(event)) && event.target !== key) toggle(drawing, false);
    },
    { signal },
  );
}

/** On a phone the button stands with the others. @param {Drawing} drawing @param {boolean} phone */
export function placeKey(drawing, phone) {
  const { key, buttons, main } = drawing.parts;
  const home = phone ? buttons : main;
  if (key.parentNode !== home) home.prepend(key);
}

/** Every sample as a picture of its own. @param {Pick<Drawing, "palette" | "props">} drawing */
export function keyPictures(drawing) {
  return SAMPLES.map((sample) => picture(drawing, sample));
}
