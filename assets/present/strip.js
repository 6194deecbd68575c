/** The drawing under a lesson: it glides to each step and marks its event. */
import { create } from "../drawing/create.js";
import { here, show, stepOf } from "./lesson.js";

const TYPE = 13; // pixels of the drawing's type at the scale of 1, see assets/drawing/metrics.js
const LEGIBLE = 0.03; // of the screen's height
const ON_A_PHONE = 0.042; // of the screen's width, where that is less
const FIRST = 9; // a rank above every importance
const AXIS = 42; // pixels of the axis and of the lowest lane at the scale of 1
const LANE = 44;

let handle = null; // the drawing, once there is one
let drawn = null; // what the server gave: pictures, and a window for each slide
let count = 0;

/** The drawing's type grows with the screen, so that it can be read from the last row. @param {HTMLElement} node */
function scale(node) {
  const lanes = Math.max(...Object.values(drawn.pictures).map((picture) => picture.lanes.length));
  const legible = Math.min(window.innerHeight * LEGIBLE, window.innerWidth * ON_A_PHONE) / TYPE;
  const fitting = node.clientHeight / (AXIS + LANE * lanes); // many lanes are rather all seen than large
  node.style.setProperty("--type-scale", String(Math.max(1, Math.min(legible, fitting))));
}

/**
 * A picture in which one event comes before all others, so that it is a chip wherever it stands.
 * @param {object} picture as the server gave it @param {string} event its id, or ""
 * @returns {object} its events and which of them are shown
 */
function leading(picture, event) {
  const { events, shown } = picture;
  const order = events.id.map((_, place) => place);
  const first = order.filter((place) => events.id[place] === event);
  if (!first.length) return { events, shown };
  const places = first.concat(order.filter((place) => events.id[place] !== event));
  const moved = {};
  for (const column of Object.keys(events)) moved[column] = places.map((place) => events[column][place]);
  first.forEach((_, place) => (moved.rank[place] = FIRST));
  const now = new Map(places.map((place, index) => [place, index]));
  return { events: moved, shown: shown && shown.map((place) => now.get(place)).sort((a, b) => a - b) };
}

/** @param {number} step number of a slide @returns {object} the drawing's props while it is shown */
function props(step) {
  const slide = drawn.slides[step];
  const picture = drawn.pictures[slide.picture];
  return {
    ...picture,
    ...leading(picture, slide.event),
    edition: `${slide.picture} ${slide.event}`,
    bounds: drawn.bounds,
    stances: drawn.stances,
    wheel: "ctrl",
    selected: slide.event,
    label: "Where it stands on the timeline",
  };
}

/** Another event is pressed: go to its step if it has one. @param {{selected?: string}} change */
function pressed(change) {
  if (change.selected === undefined) return;
  const step = drawn.slides.findIndex((slide) => slide.event && slide.event === change.selected);
  const index = here.cards.findIndex((card) => stepOf(card) === step);
  if (step > 0 && index >= 0 && step !== stepOf(here.cards[here.at])) show(index);
  else mark(drawn.slides[shown].event);
}

/** Mark the event that the lesson shows, whatever a press has marked. @param {string} event */
function mark(event) {
  const { drawing } = handle;
  drawing.selected = event;
  drawing.chips.mark(event);
  drawing.request();
}

let shown = -1; // number of the slide that the drawing shows

/** @param {CustomEvent} moved */
function follow(moved) {
  if (!handle) return;
  const step = stepOf(moved.detail.card);
  if (step === shown) return;
  shown = step;
  handle.update({ ...props(step), goto: { window: drawn.slides[step].window, n: ++count } });
  mark(drawn.slides[step].event);
}

/** @param {HTMLElement} root */
export function start(root) {
  const node = root.querySelector("#present-strip");
  const data = document.getElementById("present-drawing");
  if (!node || !data) return;
  drawn = JSON.parse(data.textContent);
  if (!drawn.slides.length) return;
  scale(node);
  shown = stepOf(here.cards[here.at]);
  handle = create(node, { ...props(shown), window: drawn.slides[shown].window }, pressed);
  document.addEventListener("lessonmoved", follow);
  window.addEventListener("resize", () => {
    scale(node);
    handle.drawing.restyle();
  });
}
