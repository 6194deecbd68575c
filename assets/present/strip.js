/** The drawing under a lesson: it glides to each step and marks its event. */
import { create } from "../drawing/create.js";
import { feed, holdMouth } from "../drawing/feed.js";
import { findOne, readJson, seek } from "../site/dom.js";
import { here, show, stepOf } from "./lesson.js";

const TYPE = 13; // pixels of the drawing's type at the scale of 1, see assets/drawing/metrics.js
const LEGIBLE = 0.03; // of the screen's height
const ON_A_PHONE = 0.042; // of the screen's width, where that is less
const FIRST = 9; // a rank above every importance
const AXIS = 42; // pixels of the axis and of the lowest lane at the scale of 1
const LANE = 44;

/**
 * What the server gave: pictures, and for each slide its picture, its event and its window.
 * @typedef {Pick<Props, "events" | "shown" | "lanes" | "edition">} Picture
 * @typedef {{picture: string, event: string, window: [number, number]}} Slide
 * @typedef {{pictures: Record<string, Picture>, slides: Slide[], bounds: [number, number], stances: Stance[]}} Drawn
 */

/**
 * The drawing's type grows with the screen, so that it can be read from the last row.
 * @param {HTMLElement} node
 * @param {Drawn} drawn
 */
function scale(node, drawn) {
  const lanes = Math.max(...Object.values(drawn.pictures).map((picture) => picture.lanes.length));
  const legible = Math.min(window.innerHeight * LEGIBLE, window.innerWidth * ON_A_PHONE) / TYPE;
  const fitting = node.clientHeight / (AXIS + LANE * lanes); // many lanes are rather all seen than large
  node.style.setProperty("--type-scale", String(Math.max(1, Math.min(legible, fitting))));
}

/**
 * A picture in which one event comes before all others, so that it is a chip wherever it stands.
 * @param {Picture} picture as the server gave it
 * @param {string} event its id, or ""
 * @returns {Pick<Props, "events" | "shown">} its events and which of them are shown
 */
function leading({ events, shown }, event) {
  const order = events.id.map((_, place) => place);
  const first = order.filter((place) => events.id[place] === event);
  if (!first.length) return { events, shown };
  const places = first.concat(order.filter((place) => events.id[place] !== event));
  const moved = Object.entries(events).map(([name, column]) => [name, places.map((place) => column[place])]);
  /** @type {Events} */
  const columns = Object.fromEntries(moved);
  first.forEach((_, place) => (columns.rank[place] = FIRST));
  const now = new Map(places.map((place, index) => [place, index]));
  const still = shown && shown.map((place) => now.get(place) ?? place).sort((a, b) => a - b);
  return { events: columns, shown: still };
}

/**
 * @param {Drawn} drawn
 * @param {number} step number of a slide
 * @returns {Partial<Props>} the drawing's props while it is shown
 */
function props(drawn, step) {
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

/** Mark the event that the lesson shows, whatever a press has marked. @param {Drawing} drawing @param {string} event */
function mark(drawing, event) {
  drawing.selected = event;
  drawing.chips.mark(event);
  drawing.request();
}

/** @param {HTMLElement} root */
export function start(root) {
  const node = seek("#present-strip", root);
  if (!node || !seek("#present-drawing")) return;
  /** @type {Drawn} */
  const drawn = readJson(findOne("#present-drawing").textContent);
  if (!drawn.slides.length) return;
  scale(node, drawn);
  let count = 0;
  let shown = stepOf(here.cards[here.at]); // number of the slide that the drawing shows
  const first = { ...props(drawn, shown), window: drawn.slides[shown].window };

  /** Another event is pressed: go to its step if it has one. @param {Change} change */
  function pressed(change) {
    if (change.selected === undefined) return;
    const step = drawn.slides.findIndex((slide) => slide.event && slide.event === change.selected);
    const index = here.cards.findIndex((card) => stepOf(card) === step);
    if (step > 0 && index >= 0 && step !== stepOf(here.cards[here.at])) show(index);
    else mark(handle.drawing, drawn.slides[shown].event);
  }

  const handle = create(node, first, pressed);
  /** @type {Partial<Props>} */
  const fed = {};
  holdMouth(node.id, (change) => handle.update(Object.assign(fed, change)));
  document.addEventListener("lessonmoved", () => {
    const step = stepOf(here.cards[here.at]);
    if (step === shown) return;
    shown = step;
    feed(node.id, { ...props(drawn, step), goto: { window: drawn.slides[step].window, n: ++count } });
    mark(handle.drawing, drawn.slides[step].event);
  });
  window.addEventListener("resize", () => {
    scale(node, drawn);
    handle.drawing.restyle();
  });
}
