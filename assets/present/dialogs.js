/** What opens over a lesson: the steps, the keys, the code to join, the note of scholars; blank and full screen. */
import { around, findAll, findOne, seek, targetOf } from "../site/dom.js";
import { here, say, search, show, stepOf } from "./lesson.js";

/** @param {string} id of a dialog; nothing happens where the page has none */
export function open(id) {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  if (id === "join") join(dialog);
  if (id === "go-to") mark(dialog);
  dialog.showModal();
}

/** Mark the step that is shown, and let the focus begin there. @param {HTMLDialogElement} dialog */
function mark(dialog) {
  const { cards, at } = here;
  const first = cards.find((card) => stepOf(card) === stepOf(cards[at]))?.dataset.at;
  findAll("[data-goto]", dialog).forEach((link) => {
    const current = link.dataset.goto === first;
    link.toggleAttribute("aria-current", current);
    if (current) link.setAttribute("aria-current", "step");
    link.autofocus = current;
  });
}

/** Ask for the code of this very view. @param {HTMLDialogElement} dialog */
async function join(dialog) {
  const place = findOne("[data-joined]", dialog);
  place.textContent = "One moment …";
  try {
    const answer = await fetch(window.location.pathname + "/join" + search());
    if (!answer.ok) throw new Error(String(answer.status));
    place.innerHTML = await answer.text();
  } catch (failed) {
    place.textContent = "The app does not answer: is it still running?";
  }
}

/** @returns {HTMLElement|null} what covers a blank screen */
function cover() {
  return seek("[data-blank]");
}

/** Blank the screen, or show it again. */
export function blank() {
  const over = cover();
  if (!over || unblank()) return;
  over.hidden = false;
  over.focus();
  say("The screen is blank.");
}

/** @returns {boolean} whether the screen was blank and is shown again now */
export function unblank() {
  const over = cover();
  if (!over || over.hidden) return false;
  over.hidden = true;
  show(here.at, { page: here.page });
  return true;
}

/** Fill the screen, or give it back; where the browser does not allow it the page is shown as it is. */
export async function fullScreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch (refused) {
    say("This browser does not allow full screen here.");
  }
}

/** @param {HTMLElement} root */
export function start(root) {
  root.addEventListener("click", (press) => {
    const opener = around(press, "[data-open]");
    if (opener) open(opener.dataset.open || "");
    if (targetOf(press) === cover()) unblank();
  });
}
