/** Long cards: what does not fit becomes further pages, which the same presses turn. Nothing is cut, nothing scrolls. */
import { findAll, seek } from "../site/dom.js";

/** Where there is no room for a card under a drawing the page scrolls instead, see present.css. */
const SCROLLS = "(max-width: 700px), (max-height: 420px)";

/** @param {HTMLElement} card @returns {HTMLElement|null} the part that is paged and seen now */
function textOf(card) {
  return findAll(".leaf-text", card).find((node) => node.checkVisibility()) || null;
}

/** @param {HTMLElement} text @returns {number} from the left edge of one page to that of the next, in pixels */
function stride(text) {
  return text.clientWidth + parseFloat(getComputedStyle(text).columnGap);
}

/** @param {HTMLElement} card @returns {number} how many pages it has in this window */
export function count(card) {
  const text = textOf(card);
  if (!text || window.matchMedia(SCROLLS).matches) return 1;
  return Math.max(1, Math.round((text.scrollWidth + stride(text) - text.clientWidth) / stride(text)));
}

/**
 * Turn to a page.
 * @param {HTMLElement} card
 * @param {number} page clamped to those there are
 * @returns {number} the page that is shown
 */
export function turn(card, page) {
  const text = textOf(card);
  const pages = count(card);
  const shown = Math.max(1, Math.min(pages, page));
  if (text) text.scrollLeft = (shown - 1) * stride(text);
  const place = seek("[data-pages]");
  if (place) place.textContent = pages > 1 ? `page ${shown} of ${pages}` : "";
  return shown;
}
