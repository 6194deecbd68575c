/* Handouts: a choice above the paper is followed at once. */
import { aroundOf, findAllOf, targetOf } from "../site/dom.js";

/** @param {Event} change */
function choose(change) {
  const form = aroundOf(change, ".handout-form", HTMLFormElement);
  if (!form || !targetOf(change).matches("[data-choose]")) return;
  // An empty field says nothing: the address stays short.
  findAllOf("select", HTMLSelectElement, form).forEach((select) => (select.disabled = !select.value));
  form.submit();
}

/** Listen. */
export function start() {
  document.addEventListener("change", choose);
}
