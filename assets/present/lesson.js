/**
 * A lesson: which card is shown, in the page, in the address, and told to everybody who listens for "lessonmoved".
 * All cards are in the page from the beginning; keys of the address as in timeline/web/links/present.py.
 */
import { findAll, findOne, seek } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import { read, subscribe } from "../site/state.js";
import { count, turn } from "./pages.js";

/** What names a card: the keys of a link that only a lesson knows, in their order. */
const PLACE = pageData.links.filter(({ screens }) => screens.join() === "present").map(({ key }) => key);

/**
 * The lesson on this page, once `takeOver` has found it. `at` is the card shown, `page` that of a long card.
 * @type {{root: HTMLElement, cards: HTMLElement[], at: number, page: number, started: boolean}}
 */
export const here = { root: /** @type {any} */ (null), cards: [], at: 0, page: 1, started: false };

/** @param {URLSearchParams} query @returns {string} the part of it that names a card, as `data-at` has it */
function placeIn(query) {
  const place = new URLSearchParams();
  PLACE.forEach((key) => query.get(key) && place.set(key, query.get(key) || ""));
  return place.toString();
}

/** @returns {string} the query string of what is shown now, with its "?" */
export function search() {
  const { root, cards, at, page } = here;
  const parts = [cards[at].dataset.at];
  if (page > 1) parts.push(`page=${page}`);
  if (root.dataset.blind) parts.push(`blind=${root.dataset.blind}`);
  parts.push(root.dataset.rest);
  const query = parts.filter(Boolean).join("&");
  return query ? `?${query}` : "";
}

/** @param {HTMLElement} card @returns {HTMLElement} its slide */
function slideOf(card) {
  return /** @type {HTMLElement} */ (card.closest("[data-step]"));
}

/** @param {HTMLElement} card @returns {number} its slide's number */
export function stepOf(card) {
  return Number(slideOf(card).dataset.step);
}

/** @param {string} place as in `data-at` @returns {number} the card's index, -1 if there is none */
export function indexOf(place) {
  return here.cards.findIndex((card) => card.dataset.at === place);
}

/** Show a card's slide and card, and hide those that were shown. @param {number} index */
function reveal(index) {
  const { cards, at } = here;
  const before = cards[at];
  const card = cards[index];
  before.hidden = true;
  if (slideOf(before) !== slideOf(card)) slideOf(before).hidden = true;
  slideOf(card).hidden = false;
  card.hidden = false;
}

/**
 * Whoever hears the page is told what is shown; the focus stays, unless what had it is hidden now.
 * @param {HTMLElement} card
 */
function tell(card) {
  const heading = findAll("h1", card).find((node) => node.checkVisibility());
  const text = findAll(".leaf-kicker, .leaf-event, .cue-now", card).filter((node) => node.checkVisibility());
  const said = (heading ? [...text, heading] : text).map((node) => node.textContent.replace(/\s+/g, " ").trim());
  findOne("[data-said]", here.root).textContent = said.join(". ");
  const focused = document.activeElement;
  const lost = !focused || focused === document.body || !focused.checkVisibility();
  if (lost && heading && !seek("dialog[open]")) heading.focus({ preventScroll: true });
}

/**
 * Show a card. A new step is a new entry in the history, another card of it is not.
 * @param {number} index clamped to the cards there are
 * @param {{page?: number, write?: boolean, from?: string}} [how] `page` of a long card, Infinity for its last; `write`
 *   false leaves the address; `from` says who moved
 */
export function show(index, how = {}) {
  const goal = Math.max(0, Math.min(here.cards.length - 1, index));
  const stepped = stepOf(here.cards[goal]) !== stepOf(here.cards[here.at]);
  const word = seek("[data-word]", here.root);
  if (word && here.started) word.remove();
  if (goal !== here.at) reveal(goal);
  here.at = goal;
  here.page = turn(here.cards[goal], how.page || 1);
  if (how.write !== false)
    window.history[stepped ? "pushState" : "replaceState"]({}, "", window.location.pathname + search());
  tell(here.cards[goal]);
  const { root, cards } = here;
  findAll("[data-go]", root).forEach((link) => {
    const end = link.dataset.go === "next" ? goal === cards.length - 1 : goal === 0;
    link.toggleAttribute("aria-disabled", end);
    if (end) link.setAttribute("aria-disabled", "true");
  });
  document.dispatchEvent(new CustomEvent("lessonmoved", { detail: { card: cards[goal], from: how.from || "here" } }));
}

/** The next page of a long card, or the next card. */
export function next() {
  const { cards, at, page } = here;
  if (page < count(cards[at])) show(at, { page: page + 1 });
  else if (at < cards.length - 1) show(at + 1);
}

/** The page before, or the card before at its last page. */
export function back() {
  const { at, page } = here;
  if (page > 1) show(at, { page: page - 1 });
  else if (at > 0) show(at - 1, { page: Infinity });
}

/** The first card of another slide. @param {number} by how many slides on */
export function step(by) {
  const wanted = stepOf(here.cards[here.at]) + by;
  const index = here.cards.findIndex((card) => stepOf(card) === wanted);
  if (index >= 0) show(index);
}

let before = -1; // the card that the record was opened from

/** What the record says of this step; from there, back to where it was asked for. */
export function record() {
  const { cards, at } = here;
  if (cards[at].dataset.part === "record" && before >= 0) return show(before);
  const found = cards.findIndex((card) => card.dataset.part === "record" && stepOf(card) === stepOf(cards[at]));
  before = at;
  return found >= 0 ? show(found) : say("This step has no answer of the record.");
}

/** Hide who speaks, or show it again. */
export function hideNames() {
  const { root } = here;
  if (root.dataset.blind) delete root.dataset.blind;
  else root.dataset.blind = root.dataset.seed;
  show(here.at);
  say(root.dataset.blind ? "Names are hidden." : "Names are shown.");
}

/** @param {string} text told to those who hear the page */
export function say(text) {
  findOne("[data-said]", here.root).textContent = text;
}

/** Another size of the window has other pages. */
function turnAgain() {
  here.page = turn(here.cards[here.at], here.page);
}

/** Take over the page that the server wrote. @param {HTMLElement} root */
export function takeOver(root) {
  const cards = findAll("[data-at]", root);
  const at = Math.max(
    0,
    cards.findIndex((card) => !card.hidden),
  );
  Object.assign(here, { root, cards, at });
}

/** Show where the lesson begins, when all who listen are there. */
export function begin() {
  const page = Number(read().get("page")) || 1;
  show(here.at, { page });
  here.started = true;
  subscribe("page", travel);
  window.addEventListener("resize", turnAgain);
  document.addEventListener("themechosen", turnAgain);
}

/** Back and forward in the history. */
function travel() {
  const query = read();
  const index = indexOf(placeIn(query));
  const blind = query.get("blind");
  if (blind) here.root.dataset.blind = blind;
  else delete here.root.dataset.blind;
  if (index >= 0) show(index, { page: Number(query.get("page")) || 1, write: false });
}
