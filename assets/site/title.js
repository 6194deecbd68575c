/* The title of the page names what is open: bookmarks, tabs and the history show nothing else. */
import { findOne } from "./dom.js";

/**
 * As the server writes it into a page's first HTML.
 * @param {HTMLElement|null} heading of what is open, null for nothing
 */
export function nameTitle(heading) {
  const subject = findOne(".masthead-title").textContent;
  document.title = [heading?.textContent, subject]
    .map((name) => name?.trim())
    .filter(Boolean)
    .join(" · ");
}
