/* The timeline screen: what Dash calls, and what listens. */
import { pageData } from "../site/page_data.js";
import { filterNow } from "../site/state.js";
import * as asking from "./asking.js";
import * as controls from "./controls.js";
import * as links from "./links.js";
import * as pieces from "./pieces.js";
import * as takeaway from "./takeaway.js";
import * as told from "./told.js";
import * as view from "./view.js";

/** What Dash calls by name, by namespace. */
export const callbacks = { controls: controls.callbacks, view: view.callbacks };

/** Listen; on the screen itself, draw. */
export function start() {
  controls.start();
  links.start();
  takeaway.start();
  told.start();
  if (window.location.pathname !== pageData.paths.timeline) return;
  view.start();
  pieces.start(filterNow());
  asking.start();
}
