/* Links between views of one screen go through the address without loading the page again. */
import { setProps } from "../site/dash.js";
import { around, aroundOf, findAll, findAllOf, findOne, isElsewhere, seek, targetOf } from "../site/dom.js";
import { changed } from "../site/links.js";
import { go, read, subscribe, windowNow, write, written } from "../site/state.js";
import { nameTitle } from "../site/title.js";

const DRAWING_STOP = '.timeline-stage [tabindex="0"], .timeline-stage'; // where Tab enters the drawing

/**
 * The view that a link names, in the window that is drawn now: the server cannot know it, since zooming is not told to it.
 * @param {HTMLAnchorElement} link
 * @returns {URLSearchParams}
 */
function viewOf(link) {
  const [now, drawn] = [read(), windowNow()];
  const query = new URLSearchParams(new URL(link.href).search);
  return changed(query, { start: (drawn && now.get("start")) || "", end: (drawn && now.get("end")) || "" });
}

/** @param {MouseEvent} press */
function follow(press) {
  const link = aroundOf(press, "a[data-view]", HTMLAnchorElement);
  if (!link || isElsewhere(press) || !document.getElementById("drawing")) return;
  press.preventDefault();
  if (link.dataset.view === "close") return close();
  heading = link.dataset.view === "event" ? { before: headingNow() } : null;
  go(written(viewOf(link)));
}

/** Close the open event and go back to where it was opened from. */
function close() {
  const open = read().get("event");
  write({ event: "" });
  focusEvent(open);
}

/** @param {string|null} event id whose chip, or else its line in the list, or else the drawing, takes the focus */
function focusEvent(event) {
  const name = CSS.escape(event || "");
  const chip = seek('button.event[data-event="' + name + '"]');
  const line = seek('#list [data-event="' + name + '"]');
  const there = line && line.checkVisibility() ? line : findOne(DRAWING_STOP);
  (chip || there).focus();
}

/**
 * Set while the heading of an event that is asked for shall take the focus; not the one that stands there before it.
 * @type {{before: HTMLElement|null}|null} */
let heading = null;

/** The heading of the open event. */
const headingNow = () => seek("#panel .panel-title");

/**
 * An event opened by a key is read at once: its heading takes the focus, and Escape gives it back to the chip. Whoever
 * presses with the mouse stays in the drawing.
 * @param {MouseEvent} press with `detail` 0 where a key made it
 */
function openByKey(press) {
  const chip = around(press, "#drawing button.event");
  if (chip && press.detail === 0) heading = { before: headingNow() };
}

/** @param {Event} shown */
function afterShown(shown) {
  if (targetOf(shown).id !== "panel") return;
  const now = headingNow();
  if (heading && now && now !== heading.before) {
    now.focus();
    heading = null;
  }
  targetOf(shown).scrollTop = 0;
  nameTitle(now);
}

/** What lies open over the page, the outer before the inner: menus, and the filters where they are folded. */
function openMenus() {
  return findAllOf(`details[data-menu][open]${folded && ", .filters-fold[open]"}`, HTMLDetailsElement);
}

/** @param {KeyboardEvent} press Escape closes the open menu, or else the open event */
function escape(press) {
  if (press.key !== "Escape") return;
  const menu = openMenus().at(-1);
  if (menu) {
    menu.open = false;
    findOne("summary", menu).focus();
  } else if (read().get("event") && !around(press, "input, select, .timeline-drawing")) {
    close();
  }
}

/** @param {Event} press a press outside an open menu closes it */
function closeMenus(press) {
  openMenus().forEach(function (menu) {
    if (!menu.contains(targetOf(press))) menu.open = false;
  });
}

/** The choices of lanes in their usual order. @type {{value: string, label: string}[]|null} */
let lanes = null;

const PHONE = "(max-width: 767.98px), (max-height: 499.98px)"; // as in the sheets
const KEPT = "timeline-list"; // whether the list stands beside the drawing, on this machine
let listed = false; // and on this page

/** @param {boolean} open */
function showList(open) {
  listed = open;
  findOne(".timeline-screen").toggleAttribute("data-list", open);
  findOne("[data-toggle-list]").setAttribute("aria-pressed", String(open));
}

/** @param {MouseEvent} press */
function toggleList(press) {
  if (!around(press, "[data-toggle-list]")) return;
  if (window.matchMedia(PHONE).matches) {
    // There it stands under the drawing.
    findOne("#list").scrollIntoView();
    seek("#list .entry-title")?.focus({ preventScroll: true });
    return;
  }
  showList(!listed);
  window.localStorage.setItem(KEPT, listed ? "1" : "");
}

/** A skip link: to the first stop of the drawing, or to the list, which it opens. @param {MouseEvent} press */
function skip(press) {
  const link = around(press, "[data-skip]");
  if (!link || !document.getElementById("drawing")) return;
  press.preventDefault();
  if (link.dataset.skip === "list") showList(true);
  const stop = link.dataset.skip === "list" ? "#list .entry-title" : DRAWING_STOP;
  findOne(stop).focus();
}

/** @param {boolean} open */
function openFilters(open) {
  seek(".filters-fold")?.toggleAttribute("open", open);
}

let folded = ""; // whether the filter bar is short of room, as its sheet says

/** Where room is short the filter bar starts folded: on a phone, and in large type. */
function foldFilters() {
  const bar = seek(".filters-fold > .filters");
  const now = bar ? getComputedStyle(bar).getPropertyValue("--folded") : folded;
  if (now !== folded) openFilters(!now);
  folded = now;
}

/** A line that scrolls sideways does so by the wheel, too. @param {WheelEvent} turn */
function sideways(turn) {
  const line = /** @type {HTMLElement} */ (turn.currentTarget);
  if (line.scrollWidth <= line.clientWidth || Math.abs(turn.deltaX) > Math.abs(turn.deltaY)) return;
  turn.preventDefault();
  line.scrollLeft += turn.deltaY;
}

/** In a projector's large type the lanes by source are offered first. */
function offerLanes() {
  const select = seek("#show-lanes");
  if (!(select instanceof HTMLSelectElement)) return;
  lanes ??= [...select.options].filter(({ value }) => value).map(({ value, label }) => ({ value, label }));
  const first = document.documentElement.dataset.theme === "projector" ? "source" : "";
  const options = [...lanes.filter(({ value }) => value === first), ...lanes.filter(({ value }) => value !== first)];
  setProps("show-lanes", { options });
}

/** The lines over the drawing, as they stand now. */
function watchLines() {
  findAll(".answer, .told-choices").forEach((line) => line.addEventListener("wheel", sideways, { passive: false }));
  const fold = findOne(".filters-fold");
  fold.dataset.folds = "";
  new ResizeObserver(foldFilters).observe(fold);
}

/** Dash's screen goes on as the first one was left. @param {Event} taken with that one in `detail` */
function settle(taken) {
  if (!seek(".timeline-screen")) return;
  offerLanes();
  showList(listed);
  const { detail: before } = /** @type {CustomEvent<DocumentFragment>} */ (taken);
  openFilters(Boolean(seek(".filters-fold[open]", before)));
  watchLines();
}

/** The links to the other screens carry what of the address chooses events here and there. */
function carryFilter() {
  const here = seek('.masthead-screens a[data-filter][aria-current="page"]');
  if (!here) return;
  const known = (here.dataset.filter || "").split(" ");
  findAllOf(".masthead-screens a[data-filter]:not([aria-current])", HTMLAnchorElement).forEach(function (link) {
    const both = (link.dataset.filter || "").split(" ").filter((key) => known.includes(key));
    const pairs = [...read()];
    link.search = new URLSearchParams(pairs.filter(([key, value]) => value && both.includes(key))).toString();
  });
}

/** Listen. */
export function start() {
  subscribe("page", carryFilter);
  document.addEventListener("takenover", settle);
  document.addEventListener("themechosen", offerLanes);
  document.addEventListener("click", openByKey);
  document.addEventListener("click", follow);
  document.addEventListener("click", toggleList);
  document.addEventListener("click", skip);
  document.addEventListener("pointerdown", closeMenus);
  document.addEventListener("focusin", closeMenus);
  document.addEventListener("keydown", escape);
  document.addEventListener("fragmentshown", afterShown);
  if (!seek(".timeline-screen")) return;
  foldFilters();
  watchLines();
  showList(window.localStorage.getItem(KEPT) === "1");
}
