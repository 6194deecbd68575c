/* The timeline screen: what Dash calls, and what listens. */
import * as asking from "./asking.js";
import * as controls from "./controls.js";
import * as links from "./links.js";
import * as takeaway from "./takeaway.js";
import * as told from "./told.js";
import * as view from "./view.js";

/** What Dash calls by name, by namespace. */
export const callbacks = { asking: asking.callbacks, controls: controls.callbacks, view: view.callbacks };

/** Listen. */
export function start() {
  asking.start();
  controls.start();
  links.start();
  takeaway.start();
  told.start();
}
