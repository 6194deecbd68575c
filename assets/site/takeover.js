/**
 * How Dash takes over what stands. Each part of the first HTML that has a name (`data-first`) moves into the part of
 * Dash that goes on with it, all of them at once, in one frame, as soon as the last of these stands: nothing flashes,
 * nothing is written or drawn twice, what has the focus keeps it, and no press in between is lost.
 *
 * Until then Dash's parts are out of sight (site/shell.css) and come after the first HTML in the page, so that whoever
 * looks for a part by its id finds the one that is seen.
 */
import { byId, findAll, seek } from "./dom.js";

const CLICK = 100; // milliseconds in which a press becomes a click, also a finger's

/** The parts of Dash that stand, by name. @type {Map<string, HTMLElement>} */
const ready = new Map();
let held = false; // a key or a pointer is down, or was just now
/** @type {number|undefined} */
let letting = undefined; // timer

/** The parts of the first HTML. */
const pieces = () => findAll("#first [data-first]");

/**
 * A part of Dash stands, and goes on with the piece of the first HTML that has its name.
 * @param {string} name
 * @param {HTMLElement} node
 * @returns {boolean} whether there is such a piece
 */
export function goOn(name, node) {
  if (!seek(`#first [data-first="${name}"]`)) return false;
  ready.set(name, node);
  takeOver();
  return true;
}

/**
 * Nodes into a new parent. Browsers that can, do it so that they keep focus, scrolling and state.
 * @param {Element & {moveBefore?: (node: Node, before: null) => void}} parent
 * @param {Node[]} nodes
 */
function moveInto(parent, nodes) {
  for (const node of nodes) {
    if (parent.moveBefore) parent.moveBefore(node, null);
    else parent.append(node);
  }
}

/** Where a part is scrolled to, and how to scroll it there again. @param {Element} from @param {Element} to */
function scrolled(from, to) {
  const top = from.scrollTop;
  return () => void (top && (to.scrollTop = top));
}

/** What stands in Dash's screen for an element of the first HTML. @param {HTMLElement} element */
function sameIn({ tagName, classList }) {
  return seek([tagName, ...classList].join("."), byId("react-entry-point"));
}

/** Let Dash's parts go on, if all of them stand and nobody holds one. */
function takeOver() {
  const all = pieces().map((piece) => ({ piece, node: ready.get(piece.dataset.first || "") }));
  if (held || !all.length || !all.every(({ node }) => node)) return;
  const focused = document.activeElement;
  const before = document.createDocumentFragment();
  const scrolls = [scrolled(document.documentElement, document.documentElement)];
  for (const { piece, node } of all) {
    if (!node || node.hasChildNodes()) continue; // it has an answer already
    scrolls.push(scrolled(piece, node));
    if (!("moveBefore" in piece))
      for (const inner of findAll("*", piece)) if (inner.scrollTop) scrolls.push(scrolled(inner, inner));
    moveInto(node, [...piece.childNodes]);
  }
  before.append(...byId("first").childNodes);
  document.dispatchEvent(new CustomEvent("takenover", { detail: before }));
  for (const { node } of all) node?.dispatchEvent(new CustomEvent("fragmentshown", { bubbles: true }));
  for (const scroll of scrolls) scroll();
  if (focused instanceof HTMLElement && focused !== document.activeElement)
    (before.contains(focused) ? sameIn(focused) : focused)?.focus({ preventScroll: true });
  ready.clear();
}

/** A press has begun: what it is meant for stays where it is. */
function hold() {
  held = true;
  window.clearTimeout(letting);
}

/** It is over, once what it means has been done. */
function letGo() {
  window.clearTimeout(letting);
  letting = window.setTimeout(() => {
    held = false;
    takeOver();
  }, CLICK);
}

/** Listen. */
export function start() {
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, hold, true);
  for (const kind of ["pointerup", "pointercancel", "contextmenu", "keyup"])
    document.addEventListener(kind, letGo, true);
  window.addEventListener("blur", letGo);
}
