/* The field that finds anything by name, on every page: suggestions from the server, in a list that the arrows walk. */
import { aroundOf, findAll, findAllOf, findOne, seek } from "../site/dom.js";
import { pageData } from "../site/page_data.js";

const WAIT = 120; // milliseconds after the last letter
const ROOM = 22; // letters that are seen while somebody types
const PLAIN_PAGE = "a[href='/find']"; // where there is no room for the field
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
/** How far an arrow goes among the options. @type {Record<string, 1|-1>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * @typedef {{name: string, apart: string, address: string}} Thing
 * @typedef {{name: string, things: Thing[], more: string, address: string}} Group
 * @typedef {{groups: Group[], named: number, said: string}} Found
 */

/** What has been asked for, so that no earlier answer is shown after a later one. */
const asked = { words: "", wait: 0, stop: new AbortController() };

/** @param {Element} within @returns {HTMLInputElement} */
const fieldOf = (within) => findAllOf("input", HTMLInputElement, formOf(within))[0];

/** @param {Element} within */
const formOf = (within) => /** @type {HTMLFormElement} */ (within.closest("[data-finder]"));

/** @param {HTMLInputElement} field */
const listOf = (field) => findOne("[role=listbox]", formOf(field));

/** @param {HTMLInputElement} field */
const optionsOf = (field) => findAllOf("[role=option]", HTMLAnchorElement, listOf(field));

/** @param {HTMLInputElement} field @returns {boolean} */
const isOpen = (field) => field.getAttribute("aria-expanded") === "true";

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node|string)} inner texts become text nodes
 */
function make(tag, attributes, ...inner) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...inner);
  return node;
}

/** @param {string} address @param {...(Node|string)} inner */
const option = (address, ...inner) =>
  make("a", { role: "option", href: address, tabindex: "-1", "aria-selected": "false" }, ...inner);

/** @param {Thing} thing with what tells it apart, set off so that both are read as two */
function suggestion({ name, apart, address }) {
  return option(address, name, ...(apart ? [" ", make("span", { class: "muted" }, apart)] : []));
}

/** @param {Group} group @param {string} id of its heading */
function section({ name, things, more, address }, id) {
  const options = [
    ...things.map(suggestion),
    ...(more ? [option(address, make("span", { class: "muted" }, more))] : []),
  ];
  return make(
    "div",
    { role: "group", "aria-labelledby": id },
    make("div", { id, class: "menu-part", role: "presentation" }, name),
    ...options,
  );
}

/** @param {HTMLInputElement} field @param {boolean} open */
function setOpen(field, open) {
  field.setAttribute("aria-expanded", String(open));
  field.removeAttribute("aria-activedescendant");
  listOf(field).hidden = !open;
}

/** Nothing is waited for, nothing stands open. @param {HTMLInputElement} field */
function close(field) {
  window.clearTimeout(asked.wait);
  asked.stop.abort();
  asked.words = "";
  setOpen(field, false);
  findOne("[role=status]", formOf(field)).textContent = "";
}

/** @param {HTMLInputElement} field @param {Found} found */
function show(field, { groups, named, said }) {
  const list = listOf(field);
  const note = named ? [] : [make("div", { class: "menu-part", "aria-hidden": "true" }, said)];
  list.replaceChildren(...note, ...groups.map((group, place) => section(group, `${field.id}-group-${place}`)));
  optionsOf(field).forEach((one, place) => (one.id = `${field.id}-option-${place}`));
  setOpen(field, Boolean(said));
  list.scrollTop = 0;
  findOne("[role=status]", formOf(field)).textContent = said;
}

/** Ask for what the field has now. @param {HTMLInputElement} field */
async function ask(field) {
  const words = field.value.trim();
  asked.stop.abort();
  asked.stop = new AbortController();
  asked.words = words;
  try {
    const address = `${pageData.paths.suggest}?${new URLSearchParams({ q: words })}`;
    const answer = await window.fetch(address, { signal: asked.stop.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const found = await answer.json();
    if (asked.words === words) show(field, found);
  } catch (fault) {
    // Overtaken, or the server does not answer: Enter still asks for the page.
    if (asked.words === words) close(field);
  }
}

/** @param {Event} typed */
function type(typed) {
  const field = aroundOf(typed, "[data-finder] input", HTMLInputElement);
  if (!field) return;
  window.clearTimeout(asked.wait);
  if (field.value.trim()) asked.wait = window.setTimeout(() => ask(field), WAIT);
  else close(field);
}

/** @param {HTMLInputElement} field @param {1|-1} step */
function walk(field, step) {
  const options = optionsOf(field);
  const now = options.findIndex((one) => one.id === field.getAttribute("aria-activedescendant"));
  const next = options.at(now < 0 && step < 0 ? -1 : (now + step) % options.length);
  if (!next) return;
  for (const one of options) one.setAttribute("aria-selected", String(one === next));
  field.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

/** @param {KeyboardEvent} press in the field */
function steer(press) {
  const field = aroundOf(press, "[data-finder] input", HTMLInputElement);
  if (!field || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return;
  const active = field.getAttribute("aria-activedescendant");
  if (press.key in STEPS) {
    if (isOpen(field)) walk(field, STEPS[press.key]);
    else if (field.value.trim()) ask(field);
  } else if (press.key === "Escape" && isOpen(field)) {
    close(field);
  } else if (press.key === "Enter" && isOpen(field) && active) {
    seek("#" + CSS.escape(active))?.click();
  } else return;
  press.preventDefault();
  press.stopPropagation();
}

/** "/" leads to the field, or to the page where there is no room for it. @param {KeyboardEvent} press */
function lead(press) {
  if (press.key !== "/" || press.ctrlKey || press.altKey || press.metaKey || press.defaultPrevented) return;
  const target = press.target instanceof Element ? press.target : null;
  if (target?.closest(TYPING) || seek("dialog[open]")) return;
  const field = findAllOf("[data-finder] input", HTMLInputElement).find((one) => one.checkVisibility());
  const link = seek(PLAIN_PAGE);
  if (!field && !link) return;
  press.preventDefault();
  if (!field) return link?.click();
  field.focus();
  field.select();
}

/** In the masthead it takes the room of the subtitle, as long as it is used. @param {FocusEvent} come */
function enter(come) {
  const field = aroundOf(come, "[data-finder] input", HTMLInputElement);
  if (field) field.size = Math.max(field.size, ROOM);
}

/** The focus leaves the field. @param {FocusEvent} left */
function leave(left) {
  const field = aroundOf(left, "[data-finder] input", HTMLInputElement);
  if (!field) return;
  close(field);
  field.size = Number(field.dataset.size);
}

/** The field keeps the focus while an option is pressed. @param {MouseEvent} press */
function hold(press) {
  if (aroundOf(press, "[data-finder] [role=option]", HTMLAnchorElement)) press.preventDefault();
}

/** Listen; the field becomes a combobox, since now there is a list. */
export function start() {
  for (const form of findAll("[data-finder]")) {
    const field = fieldOf(form);
    const roles = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value);
    field.setAttribute("aria-controls", listOf(field).id);
    field.setAttribute("aria-keyshortcuts", "/");
    if (field.placeholder) field.placeholder += " /";
    form.addEventListener("keydown", steer);
  }
  document.addEventListener("keydown", lead);
  document.addEventListener("input", type);
  document.addEventListener("focusin", enter);
  document.addEventListener("focusout", leave);
  document.addEventListener("mousedown", hold);
}
