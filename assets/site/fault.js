/* What goes wrong between page and server: said in the page's own place for it, and taken away with the view it was in. */
import { seek } from "./dom.js";
import { pageData } from "./page_data.js";
import { subscribe } from "./state.js";

/** @param {unknown} why for who looks into the console */
export function sayFault(why) {
  console.warn(why);
  window.dash_clientside.set_props("fault", { children: pageData.fault });
}

/** The address asks for another view. */
function clearFault() {
  if (seek("#fault")?.textContent) window.dash_clientside.set_props("fault", { children: "" });
}

/** Listen. */
export function start() {
  subscribe("picture", clearFault);
}
