/* What goes wrong between page and server: said in the page's own place for it, and taken away with the view it was in. */
import { setProps } from "./dash.js";
import { seek } from "./dom.js";
import { pageData } from "./page_data.js";
import { subscribe } from "./state.js";

/** @param {string} text "" takes it away */
function say(text) {
  const first = seek("#first .fault");
  if (first) first.textContent = text;
  else setProps("fault", { children: text });
}

/** @param {unknown} why for who looks into the console */
export function sayFault(why) {
  console.warn(why);
  say(pageData.fault);
}

/** The address asks for another view. */
function clearFault() {
  if (seek(".fault")?.textContent) say("");
}

/** What was said before Dash stood is said on. @param {Event} taken with the first screen in `detail` */
function sayOn(taken) {
  const { detail: before } = /** @type {CustomEvent<DocumentFragment>} */ (taken);
  const text = before.querySelector(".fault")?.textContent;
  if (text) say(text);
}

/** Listen. */
export function start() {
  document.addEventListener("takenover", sayOn);
  subscribe("picture", clearFault);
}
