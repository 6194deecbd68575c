/* Handouts: a choice above the paper is followed at once. */

/** @param {Event} change */
function choose(change) {
  const form = change.target.closest(".handout-form");
  if (!form || !change.target.matches("[data-choose]")) return;
  // An empty field says nothing: the address stays short.
  form.querySelectorAll("select").forEach((select) => (select.disabled = !select.value));
  form.submit();
}

/** Listen. */
export function start() {
  document.addEventListener("change", choose);
}
