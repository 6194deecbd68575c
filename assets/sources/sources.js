/* The page of one source: an event pressed in its drawing is shown in its telling; its form sends only what is filled in. */
import { aroundOf, findAllOf } from "../site/dom.js";
import { pageData } from "../site/page_data.js";

/**
 * Go to an event in the telling; what is not listed there opens on the timeline, as this source has it.
 * @param {string} event its id, or "" when the drawing has none open
 */
function showEvent(event) {
  const { paths } = pageData;
  const [, source] = window.location.pathname.split(`${paths.sources}/`);
  if (!event || !source) return;
  const line = document.getElementById("event-" + event);
  if (line && line.checkVisibility()) {
    line.scrollIntoView({ block: "start" });
    line.focus({ preventScroll: true });
    return;
  }
  window.location.assign(`${paths.timeline}?${new URLSearchParams({ as: source, event })}`);
}

/** @param {HTMLFormElement} form @returns {(HTMLInputElement|HTMLSelectElement)[]} */
function fields(form) {
  return [...findAllOf("input", HTMLInputElement, form), ...findAllOf("select", HTMLSelectElement, form)];
}

/** @param {SubmitEvent} sent a form that leaves what is empty out of the address */
function lean(sent) {
  const form = aroundOf(sent, "form[data-lean]", HTMLFormElement);
  if (form) fields(form).forEach((field) => (field.disabled = !field.value.trim()));
}

/** The way back shows the form again as it was. */
function wake() {
  findAllOf("form[data-lean]", HTMLFormElement)
    .flatMap(fields)
    .forEach((field) => (field.disabled = false));
}

/** What Dash calls by name. */
export const callbacks = { showEvent };

/** Listen. */
export function start() {
  document.addEventListener("submit", lean);
  window.addEventListener("pageshow", wake);
}
