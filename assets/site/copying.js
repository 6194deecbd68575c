/* Buttons of any page that copy a text, print the page, or unfold what is folded. */

/** @param {MouseEvent} press a button that copies the text of the part that it names */
async function copy(press) {
  const button = press.target.closest("button[data-copy]");
  if (!button) return;
  const link = button.dataset.copy === "link";
  const text = link ? window.location.href : document.getElementById(button.dataset.copy).textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
  } catch (refused) {
    window.prompt("Copy this", text);
  }
}

/** @param {string} text told to everybody, also to those who only hear the page */
function say(text) {
  const status = document.querySelector(".page-said");
  status.textContent = text;
  status.classList.remove("visually-hidden");
  window.setTimeout(() => status.classList.add("visually-hidden"), 2500);
}

/** @param {MouseEvent} press */
function print(press) {
  if (press.target.closest("button[data-print]")) window.print();
}

/** @param {MouseEvent} press a button that unfolds what it names, or folds it again */
function unfold(press) {
  const button = press.target.closest("button[data-unfold]");
  if (!button) return;
  const open = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(open));
  document.querySelectorAll(button.dataset.unfold).forEach((folded) => (folded.open = open));
}

/** Listen. */
export function start() {
  document.addEventListener("click", copy);
  document.addEventListener("click", print);
  document.addEventListener("click", unfold);
}
