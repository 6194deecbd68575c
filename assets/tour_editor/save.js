/* On the timeline: the open event, in the view that is seen, becomes a step of the tour that is being made. */
import { around, byId, findOne, seek, tokenTexts } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import { read, written } from "../site/state.js";
import { changed } from "../site/links.js";
import { addStep } from "./draft.js";

const LONG = 10000; // milliseconds that the word about it stands

/** The view in words, as far as the page says it: the filter, the lanes, the window. @param {URLSearchParams} query */
function inWords(query) {
  const said = tokenTexts();
  const lanes = query.get("lanes");
  if (lanes && lanes !== "theme") said.push(lanes === "none" ? "No lanes" : `Lanes by ${lanes}`);
  if (query.get("start")) said.push(`${query.get("start")} to ${query.get("end")}`);
  return said.join(" · ");
}

/** @param {string} text @param {boolean} link whether to lead to the page on which tours are made */
function say(text, link) {
  const status = byId("taken");
  status.replaceChildren(text);
  if (link) {
    const way = document.createElement("a");
    way.href = pageData.paths.tour_editor;
    way.textContent = "Open the tour";
    status.append(" ", way);
  }
  status.classList.remove("visually-hidden");
  window.setTimeout(() => status.classList.add("visually-hidden"), LONG);
}

/** @param {MouseEvent} press */
function save(press) {
  const button = around(press, "[data-save-step]");
  if (!button) return;
  button.closest("details")?.removeAttribute("open");
  const query = read();
  const event = query.get("event");
  const title = seek("#panel .panel-title");
  if (!event || !title) return say("A step shows one event: open an event first, then save the view with it.", false);
  const view = changed(query, { event: "", question: "" });
  const step = addStep({
    event_id: event,
    title: title.textContent.trim(),
    date: findOne("#panel .panel-when").textContent.split("·")[0].trim(),
    view: written(view).replace(/^\?/, ""),
    seen: inWords(view),
  });
  say(`Saved as step ${step.number} of “${step.tour}”.`, true);
}

/** Listen. */
export function start() {
  document.addEventListener("click", save);
}
