/* Links between views of one screen go through the address without loading the page again. */
import { asked, changed, go, windowOf } from "../site/address.js";

const DRAWING_STOP = '.timeline-stage [tabindex="0"], .timeline-stage'; // where Tab enters the drawing

/**
 * The view that a link names, in the window that is drawn now: the server cannot know it, since zooming is not told to it.
 * @param {HTMLAnchorElement} link
 * @returns {URLSearchParams}
 */
function viewOf(link) {
  const now = asked();
  const query = new URLSearchParams(new URL(link.href).search);
  const drawn = windowOf(now);
  return changed(query, { start: drawn ? now.get("start") : "", end: drawn ? now.get("end") : "" });
}

/** @param {MouseEvent} press */
function follow(press) {
  const link = press.target.closest("a[data-view]");
  const elsewhere = press.button !== 0 || press.ctrlKey || press.metaKey || press.shiftKey || press.altKey;
  if (!link || elsewhere || !document.getElementById("drawing")) return;
  press.preventDefault();
  if (link.dataset.view === "close") return close();
  focusNext = link.dataset.view === "event" ? ".panel-title" : null;
  go(viewOf(link));
}

/** Close the open event and go back to where it was opened from. */
function close() {
  const open = asked().get("event");
  go(changed(asked(), { event: "" }));
  focusEvent(open);
}

/** @param {string|null} event id whose chip, or else its line in the list, or else the drawing, takes the focus */
function focusEvent(event) {
  const name = CSS.escape(event || "");
  const chip = document.querySelector('button.event[data-event="' + name + '"]');
  const line = document.querySelector('#list [data-event="' + name + '"]');
  const there = line && line.checkVisibility() ? line : document.querySelector(DRAWING_STOP);
  (chip || there).focus();
}

let focusNext = null; // what takes the focus when the next fragment is shown

/**
 * An event opened by a key is read at once: its heading takes the focus, and Escape gives it back to the chip. Whoever
 * presses with the mouse stays in the drawing.
 * @param {MouseEvent} press with `detail` 0 where a key made it
 */
function openByKey(press) {
  const chip = press.target.closest("#drawing button.event");
  if (chip && press.detail === 0) focusNext = ".panel-title";
}

/** @param {Event} shown */
function afterShown(shown) {
  const heading = focusNext && shown.target.querySelector(focusNext);
  if (heading) {
    heading.focus();
    focusNext = null;
  }
  if (shown.target.id === "panel") shown.target.scrollTop = 0;
}

/** @param {KeyboardEvent} press Escape closes the open menu, or else the open event */
function escape(press) {
  if (press.key !== "Escape") return;
  const menu = document.querySelector("details[data-menu][open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (asked().get("event") && !press.target.closest("input, select, .timeline-drawing")) {
    close();
  }
}

/** @param {Event} press a press outside an open menu closes it */
function closeMenus(press) {
  document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
    if (!menu.contains(press.target)) menu.open = false;
  });
}

const KEPT = "timeline-list"; // whether the list stands beside the drawing, on this machine

/** @param {boolean} open */
function showList(open) {
  const screen = document.querySelector(".timeline-screen");
  screen.toggleAttribute("data-list", open);
  document.querySelector("[data-toggle-list]").setAttribute("aria-pressed", String(open));
}

/** @param {MouseEvent} press */
function toggleList(press) {
  if (!press.target.closest("[data-toggle-list]")) return;
  const open = !document.querySelector(".timeline-screen").hasAttribute("data-list");
  showList(open);
  window.localStorage.setItem(KEPT, open ? "1" : "");
}

/** A skip link: to the first stop of the drawing, or to the list, which it opens. @param {MouseEvent} press */
function skip(press) {
  const link = press.target.closest("[data-skip]");
  if (!link || !document.getElementById("drawing")) return;
  press.preventDefault();
  if (link.dataset.skip === "list") showList(true);
  const stop = link.dataset.skip === "list" ? "#list a" : DRAWING_STOP;
  document.querySelector(stop).focus();
}

/** Where room is short the filter bar starts folded: on a phone, and in the projector's large type. */
function foldFilters() {
  const short = window.matchMedia("(max-width: 767.98px)").matches;
  const fold = document.querySelector(".filters-fold");
  if (fold) fold.open = !short && document.documentElement.dataset.theme !== "projector";
}

/** Once, when the screen stands. */
function settle() {
  if (!document.querySelector(".timeline-screen")) return;
  foldFilters();
  showList(window.localStorage.getItem(KEPT) === "1");
  document.removeEventListener("fragmentshown", settle);
}

/** The links to the other screens carry what of the address chooses events here and there. */
function carryFilter() {
  const here = document.querySelector('.masthead-screens a[data-filter][aria-current="page"]');
  if (!here) return;
  const known = here.dataset.filter.split(" ");
  document.querySelectorAll(".masthead-screens a[data-filter]:not([aria-current])").forEach(function (link) {
    const both = link.dataset.filter.split(" ").filter((key) => known.includes(key));
    const pairs = [...new URLSearchParams(window.location.search)];
    link.search = new URLSearchParams(pairs.filter(([key, value]) => value && both.includes(key))).toString();
  });
}

/** Listen. */
export function start() {
  window.addEventListener("popstate", carryFilter);
  document.addEventListener("fragmentshown", settle);
  document.addEventListener("themechosen", foldFilters);
  document.addEventListener("click", openByKey);
  document.addEventListener("click", follow);
  document.addEventListener("click", toggleList);
  document.addEventListener("click", skip);
  document.addEventListener("pointerdown", closeMenus);
  document.addEventListener("focusin", closeMenus);
  document.addEventListener("keydown", escape);
  document.addEventListener("fragmentshown", afterShown);
}
