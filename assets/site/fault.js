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

/** Listen. */
export function start() {
  subscribe("picture", clearFault);
}
