/* Buttons of any page that copy a text, print the page, or unfold what is folded. */
import { around, byId, findAllOf, findOne } from "./dom.js";

/** @param {MouseEvent} press a button that copies the text of the part that it names */
async function copy(press) {
  const button = around(press, "button[data-copy]");
  if (!button) return;
  const link = button.dataset.copy === "link";
  const text = link ? window.location.href : byId(button.dataset.copy || "").textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
  } catch (refused) {
    window.prompt("Copy this", text);
  }
}

/** @param {string} text told to everybody, also to those who only hear the page */
function say(text) {
  const status = findOne(".page-said");
  status.textContent = text;
  status.classList.remove("visually-hidden");
  window.setTimeout(() => status.classList.add("visually-hidden"), 2500);
}

/** @param {MouseEvent} press */
function print(press) {
  if (around(press, "button[data-print]")) window.print();
}

/** @param {MouseEvent} press a button that unfolds what it names, or folds it again */
function unfold(press) {
  const button = around(press, "button[data-unfold]");
  if (!button) return;
  const open = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(open));
  findAllOf(button.dataset.unfold || "details", HTMLDetailsElement).forEach((folded) => (folded.open = open));
}

/** Listen. */
export function start() {
  document.addEventListener("click", copy);
  document.addEventListener("click", print);
  document.addEventListener("click", unfold);
}
