/** Gliding: to another view, and of the lanes to where they are now; at once for those who want no motion. */
import { joinFellows } from "./ribbons.js";
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

/** What glides of an entry: a column of a scene. */
const COLUMNS = /** @type {const} */ (["left", "right", "text", "y"]);

/**
 * Let what is named in both scenes glide from where it was to where it is now, and the lanes with it; at once for those
 * who want no motion.
 * @param {Drawing} drawing with the new scene
 * @param {Scene} before
 */
export function easeScene(drawing, before) {
  const { scene } = drawing;
  if (isCalm() || before.lanes.length !== scene.lanes.length) return;
  const moving = [...scene.model.order].filter((i) => scene.row[i] >= 0 && before.row[i] >= 0 && !scene.under[i]);
  const lanes = [before.lanes, scene.lanes];
  const from = COLUMNS.map((name) => moving.map((i) => before[name][i]));
  const to = COLUMNS.map((name) => moving.map((i) => scene[name][i]));
  let began = 0;
  /** @param {number} t 0 to 1 */
  const put = (t) => {
    const ease = 1 - (1 - t) ** 3;
    /** @param {number} a @param {number} b */
    const mix = (a, b) => (t < 1 ? a + (b - a) * ease : b);
    COLUMNS.forEach((name, c) => moving.forEach((i, k) => (scene[name][i] = mix(from[c][k], to[c][k]))));
    scene.lanes = t < 1 ? lanes[0].map((lane, k) => mixBoxes(lane, lanes[1][k], mix)) : lanes[1];
    for (const run of scene.silences) run.y = scene.lanes[run.lane].bandTop;
    scene.ribbons = joinFellows(scene);
    drawing.dirty.chips = true;
  };
  /** @param {number} now */
  const step = (now) => {
    if (drawing.scene !== scene || drawing.signal.aborted) return;
    began = began || now;
    const t = Math.min(1, (now - began) / LANES);
    put(t);
    drawing.draw();
    if (t < 1) requestAnimationFrame(step);
  };
  put(0);
  requestAnimationFrame(step);
}

/** @param {LaneBox} a @param {LaneBox} b @param {(a: number, b: number) => number} mix @returns {LaneBox} */
function mixBoxes(a, b, mix) {
  /** @param {"top" | "underTop" | "rowsTop" | "bandTop" | "stripTop" | "bottom"} name */
  const at = (name) => Math.round(mix(a[name], b[name]));
  return {
    rows: b.rows,
    top: at("top"),
    underTop: at("underTop"),
    rowsTop: at("rowsTop"),
    bandTop: at("bandTop"),
    stripTop: at("stripTop"),
    bottom: at("bottom"),
  };
}
