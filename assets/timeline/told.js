/* The row "Told by": how many documents tell an event, and whether they contradict each other (told_row.py). */
import { grouped } from "../drawing/numbers.js";
import { around, findAll, seek } from "../site/dom.js";
import * as links from "../site/links.js";
import { read, subscribe, write } from "../site/state.js";

/** How far each key goes in the row. @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** The choices that stand, in their order. @param {ParentNode} [row] */
const choices = (row) => findAll("[data-told]", row);

/**
 * The row says what the address asks for, and how many events each choice would leave: `#asked` brings the numbers. Only
 * what says something else is written, or the picture would be changed again by whatever else is shown.
 */
function show() {
  const chosen = links.one(read(), "told");
  /** @type {Record<string, number>} */
  const left = JSON.parse(seek("#asked [data-left]")?.dataset.left || "{}");
  for (const choice of choices()) {
    const word = choice.dataset.told || "";
    if ((choice.getAttribute("aria-checked") === "true") !== (word === chosen)) {
      choice.setAttribute("aria-checked", String(word === chosen));
      choice.tabIndex = word === chosen ? 0 : -1;
    }
    if (!(word in left)) continue;
    const count = seek(".told-count", choice);
    if (count && count.textContent !== grouped(left[word])) count.textContent = grouped(left[word]);
  }
}

/** The folded bar has been opened: what is chosen is seen, also where the row is longer than the screen. */
function reveal() {
  const chosen = seek('[data-told][aria-checked="true"]');
  const row = chosen?.parentElement;
  if (!chosen || !row) return;
  const beyond = chosen.offsetLeft + chosen.offsetWidth - row.offsetLeft - row.clientWidth;
  row.scrollLeft = Math.max(row.scrollLeft, beyond);
}

/** @param {HTMLElement} choice */
function choose(choice) {
  choice.focus();
  write({ told: choice.dataset.told || "" });
}

/** @param {MouseEvent} press */
function pressed(press) {
  const choice = around(press, "[data-told]");
  if (choice) choose(choice);
}

/** As in any group of radio buttons, the arrows choose. @param {KeyboardEvent} key */
function step(key) {
  const here = around(key, "[data-told]");
  if (!here || !(key.key in STEPS) || key.ctrlKey || key.altKey || key.metaKey) return;
  key.preventDefault();
  const all = choices(here.parentElement || undefined);
  const to = all.indexOf(here) + STEPS[key.key];
  choose(all[Number.isFinite(to) ? (to + all.length) % all.length : to < 0 ? 0 : all.length - 1]);
}

/** Listen. */
export function start() {
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", step);
  document.addEventListener("fragmentshown", show);
  document.addEventListener("toggle", reveal, true);
  subscribe("page", show);
  show();
}
