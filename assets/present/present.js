/* The screen of a lesson: its rooms in the order in which they hear of a press. */
import { seek } from "../site/dom.js";
import * as dialogs from "./dialogs.js";
import * as hypothesis from "./hypothesis.js";
import * as keys from "./keys.js";
import { begin, takeOver } from "./lesson.js";
import * as notes from "./notes.js";
import * as strip from "./strip.js";

/** Take over the page, if it has a lesson. */
export function start() {
  const root = seek("[data-present]");
  if (!root) return;
  takeOver(root);
  for (const room of [keys, strip, dialogs, notes, hypothesis]) room.start(root);
  begin();
}
