/* Parts of the page, found by name; a part that must be there and is not is a fault of ours, said at once. */

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`the page has no #${id}`);
  return node;
}

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement|null} the first that there is, or null */
export function seek(selector, root = document) {
  return root.querySelector(selector);
}

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement} the first; there must be one */
export function findOne(selector, root = document) {
  const node = seek(selector, root);
  if (!node) throw new Error(`the page has no ${selector}`);
  return node;
}

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
export function findAll(selector, root = document) {
  return [...root.querySelectorAll(selector)].filter((node) => node instanceof HTMLElement);
}

/** @param {Event} event @returns {HTMLElement} where it happened */
export function targetOf(event) {
  return /** @type {HTMLElement} */ (event.target);
}

/** @param {Event} event @param {string} selector @returns {HTMLElement|null} what it happened in */
export function around(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * The same, if it is of a kind.
 * @template {HTMLElement} T
 * @param {Event} event
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T|null}
 */
export function aroundOf(event, selector, kind) {
  const found = around(event, selector);
  return found instanceof kind ? found : null;
}

/**
 * All of one kind.
 * @template {HTMLElement} T
 * @param {string} selector
 * @param {new () => T} kind
 * @param {ParentNode} [root]
 * @returns {T[]}
 */
export function findAllOf(selector, kind, root = document) {
  return /** @type {T[]} */ (findAll(selector, root).filter((node) => node instanceof kind));
}

/** @returns {string[]} the parts of the present filter, as the page says them */
export function tokenTexts() {
  return findAll("#asked .token").map((token) => (token.firstChild?.textContent || "").trim());
}

/** @param {string|null} [text] JSON that the server wrote into the page @returns {any} */
export function readJson(text) {
  return JSON.parse(text || "null");
}

/** @param {MouseEvent} press @returns {boolean} whether it opens a link elsewhere, in a tab or window of its own */
export function isElsewhere(press) {
  return press.button !== 0 || press.ctrlKey || press.metaKey || press.shiftKey || press.altKey;
}

/** Do something once what has been drawn until now is seen. @param {() => void} act */
export function afterPaint(act) {
  window.requestAnimationFrame(() => window.requestAnimationFrame(act));
}
