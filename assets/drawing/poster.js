/**
 * The wall poster: the drawing as a picture of the paper's size, its type as large as all names allow.
 * The page gives the paper's printable size in millimetres and the props (timeline/exports/handouts/poster.py).
 */
import { create } from "./create.js";
import { SILENT, labelWidths } from "./entries.js";
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

/** Do the longest name of an event and that of a lane fit in type of this size? */
function fits(drawing, metrics) {
  const { cols } = drawing.model;
  const event = Math.max(...labelWidths(cols, metrics.fonts, Infinity));
  const lane = Math.max(...drawing.props.lanes.map((each) => ruler(metrics.fonts.lane)(each.name || "")));
  return event <= LONGEST * metrics.width && lane + 26 * metrics.scale <= metrics.width / 5;
}

/**
 * The picture in the largest type in which every event has its whole name; in the smallest, if there is none.
 * @param {object} drawing
 * @param {number} width pixels
 * @param {number} height pixels
 */
function largest(drawing, width, height) {
  const light = readPaletteAs("light", drawing.parts.root, drawing.props.lanes);
  const attempt = function (step) {
    const palette = { ...light, scale: SMALLEST + step * STEP, paper: "#ffffff", ink: "#000000", muted: "#333333" };
    const metrics = makeMetrics({ ...palette, width, coarse: false });
    const options = { width, height: height - metrics.axis, palette, bare: true, labelMax: width * LONGEST };
    if (step && !fits(drawing, metrics)) return null;
    const drawn = picture(drawing, options);
    return !step || (!drawn.hidden && drawn.height <= height + 1) ? drawn : null;
  };
  let best = attempt(0);
  let low = 0;
  let high = Math.round((LARGEST - SMALLEST) / STEP);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const drawn = attempt(middle);
    if (drawn) [best, low] = [drawn, middle];
    else high = middle - 1;
  }
  return best;
}

/** @param {string} svg @returns {Element} */
function element(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}

/** The samples that say how dates are drawn. */
function fillKey(list, drawing, palette) {
  const ghosts = drawing.model.cols.flags.some((flags) => flags & SILENT);
  const pictures = keyPictures({ palette: { ...palette, scale: 0.85 }, props: drawing.props }, ghosts);
  list.replaceChildren(
    ...pictures.map(function (sample) {
      const item = document.createElement("li");
      item.append(sample);
      return item;
    }),
  );
}

/** Draw into the room that title and key leave. @param {HTMLElement} poster */
function draw(poster) {
  const props = JSON.parse(poster.dataset.poster);
  const paper = poster.closest(".handout-paper");
  poster.style.setProperty("--wide", poster.dataset.wide - EDGES);
  poster.style.setProperty("--tall", poster.dataset.tall - EDGES);
  paper.style.setProperty("--fit", 1);
  const room = poster.querySelector(".poster-drawing");
  if (!props.lanes.length) return;
  const shelf = document.createElement("div");
  shelf.className = "poster-shelf";
  document.body.append(shelf);
  const made = create(shelf, props, () => {});
  const light = { ...readPaletteAs("light", made.drawing.parts.root, props.lanes), ink: "#000000" };
  fillKey(poster.querySelector(".poster-key"), made.drawing, light);
  const left = poster.querySelector(".poster-left");
  left.textContent = "…"; // holds its line while the room is measured
  room.replaceChildren();
  const width = Math.floor((poster.dataset.wide - EDGES) * PER_MM);
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
  paper.style.setProperty("--fit", 1);
  const room = document.documentElement.clientWidth - FRAME;
  paper.style.setProperty("--fit", Math.min(1, Math.max(0.2, room / paper.offsetWidth)));
}

/** Draw the poster of this page, if it has one. */
export function start() {
  const poster = document.querySelector("[data-poster]");
  if (!poster) return;
  draw(poster);
  window.addEventListener("resize", () => fit(poster.closest(".handout-paper")));
}
