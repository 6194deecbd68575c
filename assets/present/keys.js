/** Driving a lesson: keys and clickers, buttons, a swipe. */
import { around, findAllOf, seek, targetOf } from "../site/dom.js";
import * as dialogs from "./dialogs.js";
import { back, hideNames, indexOf, next, record, show, step } from "./lesson.js";
import * as notes from "./notes.js";

const SWIPE = 50; // pixels
/** @type {Record<string, string>} */
const GOES = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Backspace: "back",
};
/** @type {Record<string, () => void>} */
const ACTS = {
  g: () => dialogs.open("go-to"),
  "?": () => dialogs.open("keys"),
  j: () => dialogs.open("join"),
  s: () => dialogs.open("scholars"),
  r: () => record(),
  h: () => hideNames(),
  n: () => notes.toggle(),
  N: () => notes.openWindow(),
  b: () => dialogs.blank(),
  ".": () => dialogs.blank(), // what clickers send
  f: () => dialogs.fullScreen(),
};

/** @param {string} way "next" or "back" */
function go(way) {
  if (dialogs.unblank()) return; // the first press only brings the picture back
  (way === "next" ? next : back)();
}

/** Does what has the focus want this key for itself? @param {KeyboardEvent} press */
function isTaken(press) {
  const focused = targetOf(press);
  if (focused.closest("input, textarea, select, [contenteditable]")) return true;
  if (seek("dialog[open]")) return true;
  if (press.key === "PageUp" || press.key === "PageDown") return false;
  if (focused.closest(".timeline-drawing")) return true;
  return (press.key === " " || press.key === "Enter") && Boolean(focused.closest("a, button, summary"));
}

/** @param {KeyboardEvent} press */
function onKey(press) {
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  const open = seek("dialog[open]");
  const leaves = press.key in ACTS || press.key === "PageDown" || press.key === "PageUp";
  if (open && leaves && !around(press, "input, textarea, select")) {
    closeDialogs(); // the key that opened it, another one that would open something over it, or a clicker, which has no other
    press.preventDefault();
    return;
  }
  if (isTaken(press)) return;
  const key = press.key.length === 1 && !(press.key === "N" && press.shiftKey) ? press.key.toLowerCase() : press.key;
  if (press.shiftKey && (key === "ArrowRight" || key === "ArrowLeft")) step(key === "ArrowRight" ? 1 : -1);
  else if (GOES[key]) go(GOES[key]);
  else if (key === "Home") show(0);
  else if (key === "End") show(Infinity);
  else if (key === "Escape") dialogs.unblank();
  else if (ACTS[key]) ACTS[key]();
  else return;
  press.preventDefault();
}

/** Close what is open over the lesson. */
function closeDialogs() {
  findAllOf("dialog[open]", HTMLDialogElement).forEach((dialog) => dialog.close());
}

/** Buttons and links of the lesson. @param {MouseEvent} press */
function onPress(press) {
  const elsewhere = press.button !== 0 || press.ctrlKey || press.metaKey || press.shiftKey;
  const way = around(press, "[data-go]");
  const place = around(press, "[data-goto]");
  const key = around(press, "[data-key]");
  if (elsewhere || !(way || place || key)) return;
  press.preventDefault();
  if (way) go(way.dataset.go || "");
  if (place) {
    closeDialogs();
    show(indexOf(place.dataset.goto || ""));
  }
  if (key) {
    closeDialogs();
    ACTS[key.dataset.key || ""]();
  }
}

/** Follow one finger: to the left is on, to the right is back. @param {HTMLElement} root */
function swipe(root) {
  /** @type {Touch|null} */
  let from = null;
  root.addEventListener(
    "touchstart",
    (touch) => {
      const free = touch.touches.length === 1 && !around(touch, ".timeline-drawing, form, dialog, .present-notes");
      from = free ? touch.touches[0] : null;
    },
    { passive: true },
  );
  root.addEventListener(
    "touchend",
    (touch) => {
      if (!from) return;
      const to = touch.changedTouches[0];
      const across = to.clientX - from.clientX;
      const level = Math.abs(across) > 1.5 * Math.abs(to.clientY - from.clientY);
      from = null;
      if (Math.abs(across) > SWIPE && level) go(across < 0 ? "next" : "back");
    },
    { passive: true },
  );
}

/** @param {HTMLElement} root */
export function start(root) {
  // Before the drawing hears them: PageUp and PageDown are the clicker's, wherever the focus is.
  document.addEventListener(
    "keydown",
    (press) => {
      onKey(press);
      if (press.defaultPrevented) press.stopPropagation();
    },
    true,
  );
  root.addEventListener("click", onPress);
  swipe(root);
}
