/** The key: how certainty, silence and stance are drawn, drawn by the same painters as the drawing itself. */
import { targetOf } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import { FLAGS, labelWidths, makeModel } from "./entries.js";
import { paintLabel } from "./export.js";
import { makeMetrics } from "./metrics.js";
import { paintChips } from "./paint.js";
import { make } from "./parts.js";
import { svgPen } from "./pens.js";
import { complete } from "./props.js";
import { cutLanes, makeScene } from "./scene.js";

const LONG = 70;
/**
 * A core that ends before it begins is none.
 * @typedef {[text: string, first: number, sureFrom: number, sureTo: number, last: number, flags: number]} Sample
 * @type {Sample[]}
 */
const SAMPLES = [
  ["a known day", 0, 0, 0, 0, 0],
  ["certain from beginning to end", 0, 0, LONG, LONG, 0],
  ["certain in the middle, possible at the ends", 0, 25, 50, LONG + 10, 0],
  ["some time within", 0, LONG, -1, LONG, 0],
  ["before", 0, LONG, -1, LONG, FLAGS.OPEN_START],
  ["after", 0, LONG, -1, 2 * LONG, FLAGS.OPEN_END],
  ["date uncertain or approximate", 0, 0, 0, 0, FLAGS.VAGUE],
  [`day ${pageData.firmness.COMMONLY}, not established`, 0, 0, 0, 0, FLAGS.COMMONLY],
  ["placed by a source's date, not the record's", 0, 0, 0, 0, FLAGS.NOT_RECORD],
  ["the source gives no date: stands at the record's", 0, 0, 0, 0, FLAGS.UNDATED],
  [pageData.silences.NO_MENTION, 0, 0, 0, 0, FLAGS.SILENT | FLAGS.NO_MENTION],
  [pageData.silences.NO_REACH, 0, 0, 0, 0, FLAGS.SILENT | FLAGS.NO_REACH],
  ["not told by the source, or outside the filter", 0, 0, 0, 0, FLAGS.SILENT],
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

/** Samples, one under the other, as an SVG element. @param {Pick<Drawing, "palette" | "props">} drawing */
function picture(drawing, samples = SAMPLES) {
  const { palette, props } = drawing;
  const metrics = makeMetrics({ ...palette, width: 1000, coarse: false });
  const model = makeModel(
    complete({ events: columns(samples), lanes: [{ id: "", name: "", color: "", note: "" }], bounds: [-9999, 9999] }),
    null,
  );
  model.order = Int32Array.from(samples, (_, k) => k);
  const widths = labelWidths(model.cols, metrics.fonts, metrics.labelMax);
  const scene = makeScene(model, widths, metrics.scale, 40 * metrics.row, metrics);
  cutLanes(scene, -9999, 9999);
  const width = Math.max(...scene.right) + 14 * metrics.scale;
  const height = samples.length * metrics.row + metrics.pad;
  const origin = -12 * metrics.scale;
  const view = { origin, shift: 0, start: -12, end: width, width, height: height + metrics.axis };
  const sight = { ...view, scroll: 0, rest: null, selected: "" };
  const colours = {
    ...palette,
    lanes: [palette.lanes[0] || { hue: palette.ink, tint: palette.panel, ghost: palette.muted }],
  };
  const pen = svgPen();
  pen.shift(0, -metrics.axis);
  paintChips(pen, scene, sight, colours, (i, x, y) => paintLabel(pen, scene, sight, props.stances, colours, i, x, y));
  pen.unshift();
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${pen.body()}</svg>`;
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

/** What the open key holds. @param {Drawing} drawing */
function content(drawing) {
  const stances = drawing.props.stances.map(({ symbol, name }) =>
    make("li", "", {}, [make("span", "timeline-key-symbol", { "aria-hidden": "true" }, [symbol]), name]),
  );
  return [
    picture(drawing),
    make("p", "", {}, [
      "Short strokes under a lane are events without room for their name here; +18 counts them. Zoom in to open them.",
    ]),
    ...(stances.length
      ? [
          make("p", "", {}, [drawing.props.stances[0].heading || "What a source makes of the official version:"]),
          make("ul", "", {}, stances),
        ]
      : []),
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

/**
 * Every sample as a picture of its own; ghosts only if asked for.
 * @param {Pick<Drawing, "palette" | "props">} drawing
 * @param {boolean} ghosts
 */
export function keyPictures(drawing, ghosts) {
  return SAMPLES.filter((sample) => ghosts || !(sample[5] & FLAGS.SILENT)).map((sample) => picture(drawing, [sample]));
}
