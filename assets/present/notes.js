/** The teacher's notes: over the lesson, or in a window of their own that is kept in step both ways. */
import { around, findAll, findOne, seek } from "../site/dom.js";
import { here, indexOf, search, show, stepOf } from "./lesson.js";

/** @type {BroadcastChannel|undefined} */
let channel;

/**
 * What both windows of one lesson share: the path without "/notes", and the filter if it makes the tour.
 * @param {HTMLElement} root
 */
function nameOf(root) {
  return window.location.pathname.replace(/\/notes$/, "") + "?" + root.dataset.rest;
}

/** Show or hide the notes over the lesson. */
export function toggle() {
  const notes = document.getElementById("notes");
  if (!notes) return;
  notes.hidden = !notes.hidden;
  document
    .querySelectorAll("[data-toggle=notes]")
    .forEach((button) => button.setAttribute("aria-expanded", String(!notes.hidden)));
  const held = document.activeElement;
  if (held instanceof HTMLElement && notes.contains(held)) held.blur();
}

/** Open the notes beside the lesson, or bring their window to the front. */
export function openWindow() {
  if (here.root.hasAttribute("data-draft") || here.root.hasAttribute("data-notes")) return;
  window.open(window.location.pathname + "/notes" + search(), "lesson-notes", "popup,width=960,height=720");
}

/** @param {HTMLElement} card the one that is shown */
function showNote(card) {
  const step = String(stepOf(card));
  findAll("[data-note]").forEach((note) => (note.hidden = note.dataset.note !== step));
  const upcoming = seek("[data-upcoming]");
  if (!upcoming) return;
  const cues = findAll("[data-cue]");
  const following = cues[cues.findIndex((cue) => cue.dataset.cue === card.dataset.at) + 1];
  upcoming.textContent = following ? following.textContent : "The end of the lesson";
}

/** @param {CustomEvent} moved */
function onMoved(moved) {
  const { card, from } = moved.detail;
  showNote(card);
  if (from === "here" && here.started) tell();
}

/** Tell the other window where the lesson stands. */
function tell() {
  const { cards, at, page, root } = here;
  channel?.postMessage({ at: cards[at].dataset.at, page, blind: root.dataset.blind || "" });
}

/** @param {MessageEvent} message of the other window */
function hear(message) {
  const index = indexOf(message.data.at);
  if (index < 0) return;
  const { root } = here;
  if (message.data.blind) root.dataset.blind = message.data.blind;
  else delete root.dataset.blind;
  show(index, { page: message.data.page, from: "there" });
}

/** Keep the clock and the time since the lesson began. @param {HTMLElement} root */
function clock(root) {
  const now = seek("[data-clock]", root);
  const elapsed = seek("[data-elapsed]", root);
  if (!now || !elapsed) return;
  let began = Date.now();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const time = new Date();
    const seconds = Math.floor((Date.now() - began) / 1000);
    now.textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
    elapsed.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  };
  findOne("[data-restart]", root).addEventListener("click", () => {
    began = Date.now();
    tick();
  });
  window.setInterval(tick, 1000);
  tick();
}

/** @param {HTMLElement} root */
export function start(root) {
  channel = new BroadcastChannel(nameOf(root));
  channel.addEventListener("message", hear);
  document.addEventListener("lessonmoved", (moved) => onMoved(/** @type {CustomEvent} */ (moved)));
  root.addEventListener("click", (press) => {
    if (around(press, "[data-toggle=notes]")) toggle();
    if (around(press, "[data-window=notes]")) openWindow();
  });
  clock(root);
}
