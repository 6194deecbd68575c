/** Gliding: to another view, and of the lanes to where they are now; at once for those who want no motion. */
import * as views from "./view.js";

/** Milliseconds of either movement. */
const GLIDE = 240;
const LANES = 180;

/** @returns {boolean} whether this reader wants no motion */
export function isCalm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Move to a view in under 300 ms; at once for those who want no motion. @param {Drawing} drawing @param {View} goal */
export function glide(drawing, goal) {
  cancelAnimationFrame(drawing.gliding);
  const to = views.clamp(goal, drawing.limit);
  if (isCalm()) return drawing.show(to);
  const from = drawing.view;
  let began = 0;
  /** @param {number} now */
  const step = (now) => {
    began = began || now;
    const t = Math.min(1, (now - began) / GLIDE);
    drawing.show(t < 1 ? views.between(from, to, t) : to);
    drawing.gliding = t < 1 ? requestAnimationFrame(step) : 0;
  };
  drawing.gliding = requestAnimationFrame(step);
  return undefined;
}

/**
 * Let the lanes slide from where they were to where they are now; at once for those who want no motion.
 * @param {Drawing} drawing
 * @param {LaneBox[]} before
 */
export function easeLanes(drawing, before) {
  const { scene } = drawing;
  const after = scene.lanes;
  if (isCalm()) return;
  let began = 0;
  drawing.eased = scene.lanes = before;
  /** @param {number} now */
  const step = (now) => {
    if (drawing.scene !== scene || scene.lanes !== drawing.eased || drawing.signal.aborted) return;
    began = began || now;
    const t = Math.min(1, (now - began) / LANES);
    const ease = 1 - (1 - t) ** 3;
    /** @param {number} from @param {number} to */
    const mix = (from, to) => Math.round(from + (to - from) * ease);
    /** @param {LaneBox} lane @param {number} k @returns {LaneBox} */
    const between = (lane, k) => ({
      rows: lane.rows,
      top: mix(before[k].top, lane.top),
      rowsTop: mix(before[k].rowsTop, lane.rowsTop),
      stripTop: mix(before[k].stripTop, lane.stripTop),
      bottom: mix(before[k].bottom, lane.bottom),
    });
    drawing.eased = scene.lanes = t < 1 ? after.map(between) : after;
    drawing.dirty.chips = true;
    drawing.draw();
    if (t < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
