/* The page on which tours are made: shows the draft, and does what is pressed. */
import { around, aroundOf, byId, findOne, readJson, seek, targetOf } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import * as drafts from "./draft.js";
import { download, load, openLesson } from "./files.js";
import * as parts from "./parts.js";

const WAIT = 250; // milliseconds after the last letter before events are looked for
/** @param {string} name */
const part = (name) => byId(`making-${name}`);
/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (part(name));
const isHere = () => Boolean(seek("#making-page"));
/** @type {(() => void)|null} */
let undo = null; // puts back what was deleted last
let shown = ""; // what stands on the page, so that nothing is written twice

/** @param {string} text @param {boolean} [canUndo] */
function say(text, canUndo = false) {
  part("said").textContent = text;
  part("undo").hidden = !canUndo;
  if (!canUndo) undo = null;
}

/** Whether what is here is also in a file. @param {Draft} draft */
function showState(draft) {
  const time = new Date(draft.downloaded).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const steps = draft.tours.some((tour) => tour.steps.length);
  const file = draft.downloaded >= draft.changed && draft.downloaded;
  const where = drafts.kept()
    ? "It is kept in this browser only, on this machine."
    : "This browser keeps nothing: it is lost when this page is closed.";
  part("state").textContent = !steps
    ? "Nothing to download yet."
    : file
      ? `Downloaded at ${time}; nothing has changed since.`
      : `Not downloaded yet. ${where}`;
  part("state").classList.toggle("making-unsaved", steps && !file);
}

/** The open tour, with its steps. @param {Tour|undefined} tour */
function showTour(tour) {
  part("editor").hidden = !tour;
  if (!tour) return;
  part("name").textContent = tour.name || "Without a name";
  part("fields").replaceChildren(
    parts.field("Name", tour.key, "name", tour.name),
    parts.field("Its question", tour.key, "question", tour.question, {
      hint: "The one question that the lesson is about",
    }),
  );
  part("steps").replaceChildren(...tour.steps.map((item, at) => parts.step(item, at, tour.steps.length)));
  part("none").hidden = tour.steps.length > 0;
}

/** Everything, as the draft says; whoever is typing goes on typing. */
function show() {
  const draft = drafts.read();
  showState(draft);
  const text = JSON.stringify([draft.tours, draft.current]);
  if (text === shown) return;
  shown = text;
  const held = document.activeElement;
  const typing = held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement;
  const caret = typing ? [held.selectionStart, held.selectionEnd] : [null, null];
  const tour = drafts.current(draft);
  part("tours").replaceChildren(...draft.tours.map((item) => parts.tour(item, item === tour)));
  part("empty").hidden = draft.tours.length > 0;
  showTour(tour);
  const again = held && held.id && document.getElementById(held.id);
  if (!again || again === held) return;
  again.focus({ preventScroll: true });
  const [from, to] = caret;
  if (from !== null) /** @type {HTMLInputElement} */ (again).setSelectionRange(from, to);
}

/** What is typed is kept at once; the lists follow without taking the field away. @param {Event} typed */
function keep(typed) {
  const { value, dataset } = /** @type {HTMLInputElement} */ (targetOf(typed));
  const { key = "", field: name } = dataset;
  if (!name) return;
  drafts.set(key, name, value);
  const draft = drafts.read();
  showState(draft);
  shown = JSON.stringify([draft.tours, draft.current]);
  if (name !== "name") return;
  part("name").textContent = value || "Without a name";
  part("tours").replaceChildren(...draft.tours.map((item) => parts.tour(item, item === drafts.current(draft))));
}

/** @param {string} key of a step @param {number} by */
function move(key, by) {
  const to = drafts.move(key, by);
  if (!to) return;
  show();
  say(`Moved to place ${to}.`);
  const step = findOne(`[data-step="${key}"]`);
  const wanted = seek(`[data-do="${by < 0 ? "earlier" : "later"}"]:not(:disabled)`, step);
  (wanted || findOne("[data-do]:not(:disabled)", step)).focus();
}

/** After something was deleted. @param {string} text @param {() => void} back */
function removed(text, back) {
  show();
  say(text, true);
  undo = back;
  part("undo").focus();
}

/** @param {HTMLElement} pressed @returns {string} key of the step around it */
const stepOf = (pressed) => /** @type {HTMLElement|null} */ (pressed.closest("[data-step]"))?.dataset.step || "";

/**
 * Begin, order, delete, bring back, take away: what each button does, by its name.
 * @type {Record<string, (pressed: HTMLElement) => void>}
 */
const DOES = {
  new: () => fresh(drafts.newTour()),
  copy: () => fresh(drafts.copyTour(copies()[Number(field("copies").value)])),
  open: openTour,
  earlier: (pressed) => move(stepOf(pressed), -1),
  later: (pressed) => move(stepOf(pressed), 1),
  remove: (pressed) => removed("The step is deleted.", drafts.removeStep(stepOf(pressed))),
  drop: () => removed("The tour is deleted.", drafts.removeTour(drafts.current(drafts.read()).key)),
  undo: bringBack,
  add: (pressed) => added(readJson(pressed.dataset.event)),
  download: takeAway,
  try: () => tryOut(drafts.current(drafts.read())),
  load: () => part("file").click(),
  forget: closeFaults,
};

/** @param {HTMLElement} pressed names the tour */
function openTour(pressed) {
  drafts.open(pressed.dataset.tour || "");
  show();
  say("");
}

/** What was deleted last stands where it stood. */
function bringBack() {
  if (undo) undo();
  show();
  say("It is back.");
  part("said").focus();
}

/** Save the draft as a file. */
async function takeAway() {
  say("Writing the file …");
  say(await download());
  show();
}

/** The list of faults has been read. */
function closeFaults() {
  part("faults").replaceChildren();
  part("refused").hidden = true;
  part("said").focus();
}

/** A tour has been begun. @param {string} key */
function fresh(key) {
  show();
  say("The tour is begun. Give it a name, then add events.");
  const name = /** @type {HTMLInputElement} */ (byId(`name-${key}`));
  name.focus();
  name.select();
}

/** @param {Pick<Step, "event_id" | "title" | "date">} event */
function added(event) {
  const step = drafts.addStep(event);
  show();
  say(`Added as step ${step.number}.`);
}

/** @param {Tour} tour */
function tryOut(tour) {
  if (!tour.steps.length) return say("This tour has no step yet. Add one, and try again.");
  openLesson(tour);
  say("The tour opens in a tab of its own.");
}

/** @returns {Tour[]} the tours of the folder, to start from */
function copies() {
  return readJson(part("copies").dataset.tours);
}

let waiting = 0;

/** @param {Event} typed in the field that looks for events */
function look(typed) {
  if (targetOf(typed).id !== "making-find") return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(find, WAIT);
}

/** Look for events with the words that are typed. */
async function find() {
  const words = field("find").value.trim();
  if (!words) return part("found").replaceChildren();
  let answer;
  try {
    answer = await (await fetch(`${pageData.paths.tour_editor}/events?q=${encodeURIComponent(words)}`)).json();
  } catch (offline) {
    return say("The server does not answer.");
  }
  if (field("find").value.trim() !== words) return;
  part("found").replaceChildren(...answer.events.map(parts.found));
  const more = answer.number - answer.events.length;
  part("number").textContent = !answer.number
    ? "No event has these words."
    : more > 0
      ? `The ${answer.events.length} most important of ${answer.number} events.`
      : `${answer.number} found.`;
}

/** @param {Event} chosen a file */
async function take(chosen) {
  const input = aroundOf(chosen, "#making-file", HTMLInputElement);
  const file = input?.files?.[0];
  if (!input || !file) return;
  const { said, problems } = await load(file, Number(input.dataset.most));
  input.value = "";
  part("refused").hidden = !problems.length;
  part("faults").replaceChildren(...(problems.length ? [parts.faults(problems)] : []));
  part("refused-why").textContent = said;
  show();
  say(said);
  (problems.length ? part("refused-head") : part("said")).focus();
}

/** @param {MouseEvent} click */
function press(click) {
  const pressed = around(click, "[data-do]");
  if (pressed && isHere()) DOES[pressed.dataset.do || ""](pressed);
}

/** Alt with an arrow moves the step in which one is. @param {KeyboardEvent} typed */
function keys(typed) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[typed.key];
  const step = typed.altKey && by && around(typed, "[data-step]");
  if (!step || !by) return;
  typed.preventDefault();
  const id = targetOf(typed).id;
  move(step.dataset.step || "", by);
  if (id) byId(id).focus();
}

/** Another tab has changed the draft. @param {StorageEvent} event */
function follow(event) {
  if (event.key !== drafts.place() || !isHere()) return;
  show();
  say("Changed in another tab; what you see is up to date.");
}

/** Take over the page, if this is the one. */
export function start() {
  if (!isHere()) return;
  show();
  document.addEventListener("click", press);
  document.addEventListener("input", keep);
  document.addEventListener("input", look);
  document.addEventListener("change", take);
  document.addEventListener("keydown", keys);
  window.addEventListener("storage", follow);
}
