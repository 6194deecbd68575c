/* Making tours: the page on which they are made, what is sent again, and steps saved on the timeline. */
import { sendAgain } from "./files.js";
import * as page from "./page.js";
import * as save from "./save.js";

/** Take over what of it stands on this page, and listen. */
export function start() {
  sendAgain();
  page.start();
  save.start();
}
