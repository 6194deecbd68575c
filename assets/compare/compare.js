/* The compare screen: its address is its state, links and choices change it without loading the page again. */
import { around, findOne, aroundOf, seek, targetOf, isElsewhere } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import * as state from "../site/state.js";
import { nameTitle } from "../site/title.js";

const PATH = pageData.paths.compare;
/** @type {string|null} */
let focusNext = null; // a selector, or null: what takes the focus when the next view is shown
/** @type {number|null} */
let scrollNext = null; // how far down the next view starts, or null to stay

const here = () => window.location.pathname === PATH;

/**
 * What the server is to be asked for, unless the first HTML has it.
 * @param {string} query of the address, without "?"
 * @param {string} path
 */
function ask(query, path) {
  const same = window.dash_clientside.no_update;
  if (path !== PATH) return same;
  const body = document.getElementById("compare-body");
  const first = body && body.hasChildNodes() && !body.dataset.asked;
  if (body) body.dataset.asked = "1";
  return first ? same : query;
}

/**
 * Go to another view of this screen; the way back leads to where the reader was on the page.
 * @param {string} href
 */
function go(href) {
  window.history.replaceState(Object.assign({}, window.history.state, { down: window.scrollY }), "");
  state.go(new URL(href, window.location.href).search);
}

/** @param {Element} link @returns {string} a selector that finds the same link in the next view */
function keptFocus(link) {
  return link.id ? "#" + CSS.escape(link.id) : "h1";
}

/** @param {MouseEvent} press */
function follow(press) {
  const link = aroundOf(press, "a[data-compare]", HTMLAnchorElement);
  if (!link || isElsewhere(press) || !here()) return;
  press.preventDefault();
  focusNext = keptFocus(link);
  scrollNext = focusNext === "h1" ? 0 : null;
  go(link.href);
}

/** @param {HTMLFormElement} form @returns {string} the address that it asks for, without what it leaves open */
function addressOf(form) {
  const asked = new URLSearchParams();
  new FormData(form).forEach((value, key) => value && asked.append(key, String(value)));
  const query = asked.toString();
  return PATH + (query ? "?" + query : "");
}

/** A choice in a form is followed at once. @param {Event} change */
function choose(change) {
  const form = aroundOf(change, "form[data-compare]", HTMLFormElement);
  if (!form || !here()) return;
  focusNext = "#" + CSS.escape(targetOf(change).id);
  go(addressOf(form));
}

/** @param {SubmitEvent} sent */
function submit(sent) {
  const form = aroundOf(sent, "form[data-compare]", HTMLFormElement);
  if (!form || !here()) return;
  sent.preventDefault();
  go(addressOf(form));
}

/** A press anywhere in a row of the matrix opens its event. @param {MouseEvent} press */
function openRow(press) {
  const row = around(press, ".matrix tbody tr");
  if (row && !around(press, "a") && !String(window.getSelection())) findOne("a", row).click();
}

/** Back or forward: to where the reader was. */
function comeBack() {
  const down = window.history.state?.down;
  if (here() && typeof down === "number") scrollNext = down;
}

/** What is shown now becomes the page's title and is announced. */
function announce() {
  const heading = seek(".compare h1");
  const said = seek(".compare [data-said]");
  const status = document.getElementById("compare-said");
  if (heading) nameTitle(heading);
  if (status && said) status.textContent = said.textContent.replace(/\s+/g, " ").trim();
}

/** @param {Event} shown */
function settle(shown) {
  if (targetOf(shown).id !== "compare-body") return;
  announce();
  if (focusNext) {
    const wanted = seek(".compare " + focusNext) || seek(".compare h1");
    if (wanted) wanted.focus({ preventScroll: true });
  }
  if (scrollNext !== null) window.scrollTo(0, scrollNext);
  focusNext = null;
  scrollNext = null;
}

/** What Dash calls by name. */
export const callbacks = { ask };

/** Listen. */
export function start() {
  document.addEventListener("click", follow);
  document.addEventListener("click", openRow);
  document.addEventListener("change", choose);
  document.addEventListener("submit", submit);
  document.addEventListener("fragmentshown", settle);
  state.subscribe("page", comeBack);
}
