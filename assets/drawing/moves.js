/** Moving by wheel, pointer, fingers and buttons. */
import { around } from "../site/dom.js";
import { glide, isCalm } from "./glide.js";
import { zoomToMarks } from "./opening.js";
import { hideTip, marksAt } from "./tips.js";
import * as views from "./view.js";

const THRESHOLD = 4;

/** A wheel's turn in pixels, whatever unit the browser reports. @param {WheelEvent} event @param {number} height */
function pixels(event, height) {
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? height : 1;
  /** @param {number} d */
  const clip = (d) => Math.max(-300, Math.min(300, d * unit));
  return event.shiftKey && !event.deltaX
    ? { x: clip(event.deltaY), y: 0 }
    : { x: clip(event.deltaX), y: clip(event.deltaY) };
}

/** The day under a place in the stage. @param {Drawing} drawing @param {number} clientX */
function dayAt(drawing, clientX) {
  const x = clientX - drawing.parts.stage.getBoundingClientRect().left;
  return drawing.view.start + (x / drawing.size.width) * drawing.view.span;
}

/**
 * Wheel: zoom at the pointer, sideways pan; leaves the page its wheel where it scrolls.
 * @param {Drawing} drawing
 * @param {WheelEvent} event
 */
function wheel(drawing, event) {
  const turn = pixels(event, drawing.size.height);
  const pinched = event.ctrlKey || event.metaKey;
  const sideways = Math.abs(turn.x) > Math.abs(turn.y);
  if (!pinched && !sideways && drawing.props.wheel === "ctrl") return hint(drawing);
  event.preventDefault();
  cancelAnimationFrame(drawing.gliding);
  const speed = event.ctrlKey && Math.abs(turn.y) < 40 ? 0.01 : 0.0022;
  if (sideways) drawing.show(views.pan(drawing.view, (turn.x / drawing.size.width) * drawing.view.span, drawing.limit));
  else drawing.show(views.zoom(drawing.view, Math.exp(-turn.y * speed), dayAt(drawing, event.clientX), drawing.limit));
  return drawing.hurry();
}

/**
 * Over the lane names the wheel moves the lanes, if they do not all fit.
 * @param {Drawing} drawing
 * @param {WheelEvent} event
 */
function gutterWheel(drawing, event) {
  if (drawing.scene.height <= drawing.area()) return wheel(drawing, event);
  event.preventDefault();
  drawing.scroll += pixels(event, drawing.size.height).y;
  drawing.dirty.chips = true;
  return drawing.request();
}

/** Say how to zoom where the wheel is the page's. @param {Drawing} drawing */
function hint(drawing) {
  const { hint: node } = drawing.parts;
  node.textContent = `${/Mac/.test(navigator.platform) ? "⌘" : "Ctrl"} + wheel zooms`;
  node.classList.add("seen");
  clearTimeout(drawing.hinting);
  drawing.hinting = window.setTimeout(() => node.classList.remove("seen"), 1400);
}

/** Begin (again) to follow the pointers that are down. @param {Drawing} drawing @param {Hand} hand */
function grip(drawing, hand) {
  hand.from = [...hand.points.values()].map((point) => ({ ...point }));
  hand.view = drawing.view;
  hand.scroll = drawing.scroll;
  hand.page = window.scrollY;
}

/**
 * Move the lanes up or down with the pointer; at their end a finger goes on scrolling the page.
 * @param {Drawing} drawing
 * @param {Hand} hand
 * @param {number} by pixels that the pointer has moved down
 */
function pull(drawing, hand, by) {
  const over = drawing.scene.height - drawing.area();
  if (over <= 0.5) return; // then the browser scrolls the page
  const wanted = hand.scroll - by;
  drawing.scroll = Math.max(0, Math.min(over, wanted));
  drawing.dirty.chips = true;
  if (hand.finger) window.scrollTo(0, hand.page + wanted - drawing.scroll);
}

/** Follow one pointer: drag; two: pinch. @param {Drawing} drawing @param {Hand} hand */
function follow(drawing, hand) {
  const now = [...hand.points.values()];
  const { width } = drawing.size;
  const perDay = width / hand.view.span;
  if (now.length === 1) {
    const dx = now[0].x - hand.from[0].x;
    hand.speed = (0.7 * (now[0].x - hand.last)) / Math.max(1, now[0].t - hand.lastTime) + 0.3 * hand.speed;
    hand.last = now[0].x;
    hand.lastTime = now[0].t;
    pull(drawing, hand, now[0].y - hand.from[0].y);
    drawing.show(views.pan(hand.view, -dx / perDay, drawing.limit));
    return;
  }
  const left = drawing.parts.stage.getBoundingClientRect().left;
  /** @param {Point[]} pair */
  const apart = (pair) => Math.max(20, Math.abs(pair[0].x - pair[1].x));
  /** @param {Point[]} pair */
  const centre = (pair) => (pair[0].x + pair[1].x) / 2 - left;
  const day = hand.view.start + centre(hand.from) / perDay;
  const span = Math.min(
    drawing.limit.most,
    Math.max(drawing.limit.least, (hand.view.span * apart(hand.from)) / apart(now)),
  );
  drawing.show({ start: day - (centre(now) / width) * span, span });
}

/** Let a swipe run out. @param {Drawing} drawing @param {number} speed */
function coast(drawing, speed) {
  let left = speed;
  let before = 0;
  /** @param {number} now */
  const step = (now) => {
    const dt = before ? Math.min(50, now - before) : 16;
    before = now;
    left *= Math.exp(-dt / 180);
    drawing.show(views.pan(drawing.view, (-left * dt * drawing.view.span) / drawing.size.width, drawing.limit));
    drawing.gliding = Math.abs(left) > 0.03 ? requestAnimationFrame(step) : 0;
  };
  drawing.gliding = requestAnimationFrame(step);
}

/** Pointers on the stage. @param {Drawing} drawing */
function pointers(drawing) {
  const { stage } = drawing.parts;
  /** @type {Hand} */
  const hand = {
    points: new Map(),
    from: [],
    dragging: false,
    view: drawing.view,
    scroll: 0,
    page: 0,
    finger: false,
    last: 0,
    lastTime: 0,
    speed: 0,
  };
  /** @param {PointerEvent} event */
  const down = (event) => {
    if (event.button > 0) return;
    cancelAnimationFrame(drawing.gliding);
    hand.points.set(event.pointerId, { x: event.clientX, y: event.clientY, t: event.timeStamp });
    hand.last = event.clientX;
    hand.lastTime = event.timeStamp;
    hand.speed = 0;
    hand.finger = event.pointerType === "touch";
    grip(drawing, hand);
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    const point = hand.points.get(event.pointerId);
    if (!point) return;
    const { x, y } = hand.from[0];
    Object.assign(point, { x: event.clientX, y: event.clientY, t: event.timeStamp });
    if (!hand.dragging && hand.points.size === 1 && Math.hypot(point.x - x, point.y - y) <= THRESHOLD) return;
    if (!hand.dragging) {
      hand.dragging = true;
      drawing.held = true;
      hideTip(drawing);
      stage.classList.add("dragging");
      for (const id of hand.points.keys()) stage.setPointerCapture(id);
    }
    follow(drawing, hand);
  };
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (!hand.points.delete(event.pointerId)) return;
    if (hand.points.size) return grip(drawing, hand);
    if (!hand.dragging) return;
    hand.dragging = false;
    drawing.held = false;
    drawing.dragged = event.timeStamp;
    stage.classList.remove("dragging");
    const still = event.timeStamp - hand.lastTime > 60;
    if (
      event.pointerType === "touch" &&
      event.type === "pointerup" &&
      !still &&
      Math.abs(hand.speed) > 0.3 &&
      !isCalm()
    )
      coast(drawing, hand.speed);
    else drawing.show(drawing.view);
  };
  const { signal } = drawing;
  stage.addEventListener("pointerdown", down, { signal });
  stage.addEventListener("pointermove", move, { signal });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"]))
    stage.addEventListener(name, up, { signal });
}

/** A press that was no drag: opens a chip, or zooms to marks. @param {Drawing} drawing @param {MouseEvent} event */
function press(drawing, event) {
  if (drawing.dragged && event.timeStamp - drawing.dragged < 50 && event.detail) return;
  const entry = drawing.chips.entryOf(event.target);
  hideTip(drawing);
  if (entry >= 0) return drawing.select(drawing.model.cols.id[entry]);
  const found = marksAt(drawing, event);
  if (found) zoomToMarks(drawing, found.entries, dayAt(drawing, event.clientX));
}

/** The named moves of buttons and keys. @type {Record<string, (d: Drawing) => void>} */
export const STEPS = {
  in: (d) => glide(d, views.zoom(d.view, 2, d.view.start + d.view.span / 2, d.limit)),
  out: (d) => glide(d, views.zoom(d.view, 0.5, d.view.start + d.view.span / 2, d.limit)),
  all: (d) => glide(d, d.wanted(null)),
  earlier: (d) => glide(d, views.pan(d.view, -0.5 * d.view.span, d.limit)),
  later: (d) => glide(d, views.pan(d.view, 0.5 * d.view.span, d.limit)),
  pageBack: (d) => glide(d, views.pan(d.view, -0.9 * d.view.span, d.limit)),
  pageOn: (d) => glide(d, views.pan(d.view, 0.9 * d.view.span, d.limit)),
  first: (d) => glide(d, { start: d.limit.first, span: d.view.span }),
  last: (d) => glide(d, { start: d.limit.last, span: d.view.span }),
};

/** Listen. @param {Drawing} drawing */
export function attachMoves(drawing) {
  const { stage, gutter, buttons } = drawing.parts;
  const { signal } = drawing;
  pointers(drawing);
  stage.addEventListener("wheel", (event) => wheel(drawing, event), { signal, passive: false });
  gutter.addEventListener("wheel", (event) => gutterWheel(drawing, event), { signal, passive: false });
  stage.addEventListener("click", (event) => press(drawing, event), { signal });
  stage.addEventListener(
    "dblclick",
    (event) => {
      if (drawing.chips.entryOf(event.target) >= 0 || marksAt(drawing, event)) return;
      glide(drawing, views.zoom(drawing.view, event.shiftKey ? 0.5 : 2, dayAt(drawing, event.clientX), drawing.limit));
    },
    { signal },
  );
  buttons.addEventListener(
    "click",
    (event) => {
      const move = around(event, "[data-move]")?.dataset.move;
      if (move) STEPS[move](drawing);
    },
    { signal },
  );
}
