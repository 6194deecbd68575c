/** Making, changing and ending drawings: the outer face of this folder, with toSvg and toPng. */
import { Drawing, drawings } from "./drawing.js";
import { glide } from "./glide.js";
import { complete } from "./props.js";
import * as views from "./view.js";

/** Props that ask for a new model when they change. */
const DATA = /** @type {const} */ ([
  "events",
  "edition",
  "shown",
  "extra",
  "lanes",
  "emphasis",
  "stances",
  "documents",
  "themes",
  "label",
  "bounds",
]);

/** Are two windows the same? @param {number[]|null} a @param {number[]|null} b */
function same(a, b) {
  return a === b || Boolean(a && b && a[0] === b[0] && a[1] === b[1]);
}

/**
 * A window given from outside that is neither what was given before nor what we said ourselves.
 * @param {Drawing} drawing
 * @param {[number, number]|null} given
 */
function takeWindow(drawing, given) {
  const fresh = !same(given, drawing.given) && !same(given, drawing.said);
  drawing.given = given;
  if (!fresh) return;
  cancelAnimationFrame(drawing.gliding);
  drawing.view = drawing.wanted(given);
  drawing.said = views.pair(drawing.view);
  drawing.share(false);
  drawing.request();
}

/**
 * Take new props; what has not changed costs nothing.
 * @param {Drawing} drawing
 * @param {Partial<Props>} props see timeline/drawing/component.py
 */
function update(drawing, props) {
  const before = drawing.props;
  const next = complete(props);
  if (next.edition && next.edition === before.edition)
    Object.assign(next, { events: before.events, lanes: before.lanes });
  drawing.props = next;
  if (!same(before.bounds, next.bounds)) {
    drawing.limit = views.limits(next.bounds);
    drawing.view = views.clamp(drawing.view, drawing.limit);
    drawing.overview.repaint();
  }
  if (DATA.some((name) => before[name] !== next[name])) {
    drawing.focus.refilter();
    drawing.takeData();
    drawing.overview.repaint();
  }
  if (before.lanes !== next.lanes) drawing.restyle();
  if (before.rest !== next.rest) {
    drawing.overview.repaint();
    drawing.rest();
  }
  takeWindow(drawing, next.window);
  if (next.selected !== before.selected && next.selected !== drawing.selected) {
    drawing.selected = next.selected;
    drawing.chips.mark(next.selected);
    drawing.request();
  }
  if (next.goto && (!before.goto || next.goto.n !== before.goto.n)) {
    drawing.said = [NaN, NaN]; // wherever this ends is told, also where another movement cuts it short
    const view = views.of(next.goto.window);
    if (next.events.id.length) glide(drawing, view);
    else drawing.show(view); // a link opens where it leads: nothing is drawn yet that could move
  }
  drawing.hurry();
}

/**
 * Draw into a node.
 * @param {HTMLElement} node with a size of its own
 * @param {Partial<Props>} props
 * @param {(change: Change) => void} onChange receives {window}, {selected} or {ask}
 * @returns {{update: (props: Partial<Props>) => void, destroy: () => void, drawing: Drawing}}
 */
export function create(node, props, onChange) {
  const drawing = new Drawing(node, props, onChange);
  drawing.hurry();
  drawing.rest();
  return {
    drawing,
    update: (next) => update(drawing, next),
    destroy() {
      drawing.stop.abort();
      cancelAnimationFrame(drawing.frame);
      cancelAnimationFrame(drawing.gliding);
      clearTimeout(drawing.settling);
      drawings.delete(drawing);
      node.replaceChildren();
    },
  };
}

/** The drawing in, at or around a node. @param {Node} node @returns {Drawing|null} */
export function drawingOf(node) {
  for (const drawing of drawings) {
    const { root } = drawing.parts;
    if (node.contains(root) || root.contains(node)) return drawing;
  }
  return null;
}
