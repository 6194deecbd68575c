/**
 * The wall poster: the drawing as a picture of the paper's size, its type as large as all names allow.
 * The page gives the paper's printable size in millimetres and the props (timeline/exports/handouts/poster.py).
 */
import { findOne, findAll } from "../site/dom.js";
import { create } from "./create.js";
import { labelWidths } from "./entries.js";
import { picture } from "./export.js";
import { keyPictures } from "./key.js";
import { ruler } from "./measure.js";
import { makeMetrics } from "./metrics.js";
import { readPaletteAs } from "./palette.js";

const PER_MM = 96 / 25.4; // CSS pixels
const LARGEST = 2.2; // scale of type: 13 pixels times this
const SMALLEST = 0.75; // 7 points on paper
const STEP = 0.05;
const EDGES = 20; // millimetres around the poster, both sides together; the page's margin is less: printers round
const FRAME = 90; // pixels around the paper on the screen
const LONGEST = 0.45; // part of the width that a name may take

/**
 * Do the longest name of an event and that of a lane fit in type of this size?
 * @param {Drawing} drawing
 * @param {Metrics} metrics
 */
function fits(drawing, metrics) {
  const { cols } = drawing.model;
  const event = Math.max(...labelWidths(cols, metrics.fonts, Infinity));
  const lane = Math.max(...drawing.props.lanes.map((each) => ruler(metrics.fonts.lane)(each.name || "")));
  return event <= LONGEST * metrics.width && lane + 26 * metrics.scale <= metrics.width / 5;
}

/**
 * The picture in the largest type in which every event has its whole name; in the smallest, if there is none.
 * @param {Drawing} drawing
 * @param {number} width pixels
 * @param {number} height pixels
 */
function largest(drawing, width, height) {
  const light = readPaletteAs("light", drawing.parts.root, drawing.props.lanes);
  /** @param {number} step */
  const attempt = function (step) {
    const palette = { ...light, scale: SMALLEST + step * STEP, paper: "#ffffff", ink: "#000000", muted: "#333333" };
    const metrics = makeMetrics({ ...palette, width, coarse: false });
    const options = { width, height: height - metrics.axis, palette, bare: true, labelMax: width * LONGEST };
    const drawn = picture(drawing, options);
    return { drawn, fits: fits(drawing, metrics) && !drawn.hidden && drawn.height <= height + 1 };
  };
  let best = attempt(0).drawn;
  let low = 0;
  let high = Math.round((LARGEST - SMALLEST) / STEP);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { drawn, fits: whole } = attempt(middle);
    if (whole) [best, low] = [drawn, middle];
    else high = middle - 1;
  }
  return best;
}

/** @param {string} svg @returns {Element} */
function element(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}

/**
 * The samples that say how dates are drawn.
 * @param {HTMLElement} list
 * @param {Drawing} drawing
 * @param {Palette} palette
 */
function fillKey(list, drawing, palette) {
  const pictures = keyPictures({ palette: { ...palette, scale: 0.85 }, props: drawing.props });
  list.replaceChildren(
    ...pictures.map(function (sample) {
      const item = document.createElement("li");
      item.append(sample);
      return item;
    }),
  );
}

/** Draw into the room that title and key leave. @param {HTMLElement} poster @param {HTMLElement} paper around it */
function draw(poster, paper) {
  const props = JSON.parse(poster.dataset.poster || "null");
  const [wide, tall] = [poster.dataset.wide, poster.dataset.tall].map((side) => Number(side) - EDGES);
  poster.style.setProperty("--wide", String(wide));
  poster.style.setProperty("--tall", String(tall));
  paper.style.setProperty("--fit", "1");
  const room = findOne(".poster-drawing", poster);
  if (!props.lanes.length) return;
  const shelf = document.createElement("div");
  shelf.className = "poster-shelf";
  document.body.append(shelf);
  const made = create(shelf, props, () => {});
  const light = { ...readPaletteAs("light", made.drawing.parts.root, props.lanes), ink: "#000000" };
  fillKey(findOne(".poster-key", poster), made.drawing, light);
  const left = findOne(".poster-left", poster);
  left.textContent = "…"; // holds its line while the room is measured
  room.replaceChildren();
  const width = Math.floor(wide * PER_MM);
  const drawn = largest(made.drawing, width, room.clientHeight);
  room.append(element(drawn.svg));
  made.destroy();
  shelf.remove();
  left.hidden = !drawn.hidden;
  left.textContent = `${drawn.hidden} ${drawn.hidden === 1 ? "event stands" : "events stand"} as a stroke under the lane, without room for a name.`;
  fit(paper);
}

/** On the screen the whole poster is seen. @param {HTMLElement} paper */
function fit(paper) {
  paper.style.setProperty("--fit", "1");
  const room = document.documentElement.clientWidth - FRAME;
  paper.style.setProperty("--fit", String(Math.min(1, Math.max(0.2, room / paper.offsetWidth))));
}

/** Draw the poster of this page, if it has one. */
export function start() {
  for (const poster of findAll("[data-poster]")) {
    const paper = /** @type {HTMLElement} */ (poster.closest(".handout-paper"));
    draw(poster, paper);
    window.addEventListener("resize", () => fit(paper));
  }
}
