/** Tips: the whole of a chip's name, date and people, and who tells it; which events stand behind marks. */
import { findOne } from "../site/dom.js";
import { FLAGS } from "./entries.js";
import { marksNear } from "./marks.js";
import { grouped } from "./numbers.js";
import { make } from "./parts.js";
import { givenSaid, silenceSaid, unnamedSaid, whenSaid } from "./saying.js";
import { toldAtLength } from "./told.js";

/** A line of a tip, with a sign before it where there is one. @typedef {{text: string, kind?: string, symbol?: string}} Line */

const MOST = 7;
/** Milliseconds that the mouse rests on a chip before its tip comes. */
const REST = 250;

/** Pixels between a tip and the edge of the drawing, and between it and the label whose marks and sign stay in sight. */
const EDGE = 8;
const SIDE = 64;

/** Half the width of the place that counts as one mark. @param {Drawing} drawing */
function reach(drawing) {
  return drawing.metrics.coarse ? 14 : 5;
}

/** The marks under a pointer event, or null. @param {Drawing} drawing @param {MouseEvent} event */
export function marksAt(drawing, event) {
  const box = drawing.parts.stage.getBoundingClientRect();
  const { axis } = drawing.metrics;
  return marksNear(
    drawing.scene,
    drawing.sight(),
    event.clientX - box.left,
    event.clientY - box.top - axis,
    reach(drawing),
  );
}

/** @param {Line} line */
function row({ text, kind = "", symbol }) {
  const sign = symbol === undefined ? [] : [make("span", "timeline-key-symbol", {}, [symbol])];
  return make("div", kind, { dir: "auto" }, [...sign, text]);
}

/**
 * Show lines near a place, inside the drawing.
 * @param {Drawing} drawing
 * @param {Line[]} lines
 * @param {number} x
 * @param {number} y
 * @param {DOMRect} [beside] what should stay in sight with all above and below it, if there is room at its side
 */
export function showTip(drawing, lines, x, y, beside) {
  const { tip, root } = drawing.parts;
  tip.replaceChildren(...lines.map(row));
  tip.classList.add("seen");
  const box = root.getBoundingClientRect();
  const { offsetWidth: wide, offsetHeight: tall } = tip;
  const sides = beside ? [beside.right + SIDE, beside.left - SIDE - wide] : [];
  const side = sides.find((left) => left > box.left + EDGE && left + wide < box.right - EDGE);
  const left = side === undefined ? Math.min(x - box.left, box.width - wide - EDGE) : side - box.left;
  const below = (beside && side !== undefined ? beside.top : y + 14) - box.top;
  const above = side === undefined ? y - box.top - tall - 14 : box.height - tall - EDGE;
  const top = below + tall > box.height ? above : below;
  tip.style.transform = `translate(${Math.max(EDGE, Math.round(left))}px,${Math.max(0, Math.round(top))}px)`;
}

/** Hide the tip. @param {Drawing} drawing */
export function hideTip(drawing) {
  clearTimeout(drawing.tipping);
  drawing.parts.tip.classList.remove("seen");
  drawing.tipped = null;
}

/** A sentence's beginning. @param {string} text */
function begun(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lines for one event: what whoever speaks says of it, then who tells it. @param {Drawing} drawing @param {number} entry */
function linesOf(drawing, entry) {
  const { model, props } = drawing;
  const { cols, status } = model;
  const stance = cols.stance[entry] >= 0 ? props.stances[cols.stance[entry]] : null;
  const told = toldAtLength(cols, entry, props);
  const note = "timeline-tip-note";
  /** @type {Line[]} */
  const lines = [
    { text: cols.label[entry], kind: "timeline-tip-title" },
    { text: whenSaid(cols, entry) },
    { text: givenSaid(cols, entry), kind: note },
    { text: cols.who[entry] },
    { text: begun(unnamedSaid(cols, entry)), kind: note },
    { text: stance ? stance.name : "", symbol: stance ? stance.symbol : "" },
    { text: begun(silenceSaid(cols, entry, status[entry])), kind: note },
  ];
  if ((cols.flags[entry] & (FLAGS.NOT_RECORD | FLAGS.UNDATED)) === FLAGS.NOT_RECORD)
    lines.push({ text: "This date is the source's, not the record's", kind: note });
  lines.push(
    { text: told.heading, kind: "timeline-tip-told" },
    { text: told.disputed, kind: "timeline-tip-disputed", symbol: "≠" },
    ...told.lines.map(({ symbol, text, told: tells }) => ({ symbol, text, kind: tells ? "" : note })),
  );
  return lines.filter((line) => line.text);
}

/**
 * Tip of a chip: beside its label, since the fellows that are lit with it stand above and below.
 * @param {Drawing} drawing
 * @param {number} entry
 * @param {HTMLElement} node
 */
export function showChipTip(drawing, entry, node) {
  const label = findOne(".label", node).getBoundingClientRect();
  showTip(drawing, linesOf(drawing, entry), label.left - 12, node.getBoundingClientRect().bottom - 8, label);
}

/**
 * Tip of marks.
 * @param {Drawing} drawing
 * @param {{entries: number[], rest: number}} found
 * @param {PointerEvent} event
 */
function marks(drawing, found, event) {
  const { cols } = drawing.model;
  const count = found.entries.length + found.rest;
  /** @type {Line[]} */
  const lines = [
    {
      text: count === 1 ? "1 event: press to zoom in" : `${grouped(count)} events: press to zoom in`,
      kind: "timeline-tip-note",
    },
  ];
  for (const i of found.entries.slice(0, MOST)) lines.push({ text: `${cols.label[i]} · ${whenSaid(cols, i)}` });
  if (count > MOST && found.entries.length)
    lines.push({
      text: `and ${grouped(count - Math.min(MOST, found.entries.length))} more`,
      kind: "timeline-tip-note",
    });
  showTip(drawing, lines, event.clientX + 10, event.clientY);
}

/** Follow the mouse. @param {Drawing} drawing @param {PointerEvent} event */
function hover(drawing, event) {
  if (event.pointerType === "touch" || drawing.held || !drawing.scene) return;
  const entry = drawing.chips.entryOf(event.target);
  if (entry !== drawing.fellows.under) drawing.fellows.point(entry);
  if (entry >= 0) {
    if (drawing.tipped === entry) return;
    hideTip(drawing);
    drawing.tipped = entry;
    drawing.tipping = window.setTimeout(() => {
      const node = drawing.chips.node(entry);
      if (node) showChipTip(drawing, entry, node);
    }, REST);
    return;
  }
  const found = marksAt(drawing, event);
  drawing.parts.stage.classList.toggle("over-marks", Boolean(found));
  if (found) marks(drawing, found, event);
  else hideTip(drawing);
}

/** Listen. @param {Drawing} drawing */
export function attachTips(drawing) {
  const { stage } = drawing.parts;
  const { signal } = drawing;
  stage.addEventListener("pointermove", (event) => hover(drawing, event), { signal });
  stage.addEventListener(
    "pointerleave",
    () => {
      hideTip(drawing);
      drawing.fellows.point(-1);
    },
    { signal },
  );
  stage.addEventListener("wheel", () => hideTip(drawing), { signal, passive: true });
}
