/* A draft and the server, which keeps nothing: a file out, a file in with its faults, a lesson to try. */
import { findAllOf, seek } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import { downloaded, plain, putFile, read } from "./draft.js";

const NO_ANSWER = "The server does not answer. Nothing is lost: the draft is kept in this browser.";

/** Why the server refuses, in its own words. @param {Response} answer */
async function why(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const said = seek("main p", page);
  return said ? said.textContent : NO_ANSWER;
}

/** @typedef {{severity: string, file: string, line: number|null, column: string, value: string, message: string, hint: string}} Fault */

/** The draft as the server reads it. @param {Tour[]} tours */
const sent = (tours) => JSON.stringify({ tours: tours.map(plain) });

/** Save all tours of the draft as tours.csv. @returns {Promise<string>} what to say of it */
export async function download() {
  const { tours, changed } = read();
  const full = tours.filter((tour) => tour.steps.length);
  if (!full.length) return "There is no step to download yet.";
  let answer;
  try {
    answer = await fetch(`${pageData.paths.tour_editor}/tours.csv`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: sent(full),
    });
  } catch (offline) {
    return NO_ANSWER;
  }
  if (!answer.ok) return why(answer);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "tours.csv";
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  const ids = (answer.headers.get("Tour-Ids") || "").split(" ");
  downloaded(changed, Object.fromEntries(full.map((tour, at) => [tour.key, ids[at]])));
  const left = tours.length - full.length;
  const empty = left
    ? ` ${left === 1 ? "One tour has" : `${left} tours have`} no step and ${left === 1 ? "is" : "are"} not in it.`
    : "";
  return `Downloaded as tours.csv, with ${full.length === 1 ? "one tour" : `${full.length} tours`}.${empty}`;
}

/**
 * Load a file beside what is here; one with faults changes nothing.
 * @param {File} file
 * @param {number} most bytes
 * @returns {Promise<{said: string, problems: Fault[]}>}
 */
export async function load(file, most) {
  if (file.size > most)
    return {
      said: `${file.name} is larger than a megabyte, which no file of tours is. Nothing was changed.`,
      problems: [],
    };
  let answer;
  try {
    answer = await fetch(`${pageData.paths.tour_editor}/check`, {
      method: "POST",
      headers: { "Content-Type": "text/csv" },
      body: file,
    });
  } catch (offline) {
    return { said: NO_ANSWER, problems: [] };
  }
  if (!answer.ok) return { said: await why(answer), problems: [] };
  const found = await answer.json();
  const problems = found.problems.map((/** @type {Fault} */ problem) => ({ ...problem, file: file.name }));
  if (found.refused) return { said: `${file.name} was not loaded. The draft is as it was.`, problems };
  if (!found.tours.length) return { said: `${file.name} has no tour. The draft is as it was.`, problems };
  const fresh = putFile(found.tours);
  const known = found.tours.length - fresh;
  /** @param {number} number */
  const tours = (number) => (number === 1 ? "one tour" : `${number} tours`);
  const said = fresh ? `Loaded ${tours(fresh)} from ${file.name}.` : `What ${file.name} holds is here already.`;
  return {
    said: said + (fresh && known ? ` ${known} of its tours ${known === 1 ? "was" : "were"} here already.` : ""),
    problems,
  };
}

/** Open the lesson of a tour in a tab of its own. @param {Tour} tour */
export function openLesson(tour) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: `${pageData.paths.tour_editor}/try`, target: "_blank", hidden: true });
  const field = Object.assign(document.createElement("textarea"), { name: "draft", value: sent([tour]) });
  form.append(field);
  document.body.append(form);
  keep(field.value);
  form.submit();
  form.remove();
}

const TRIED = "timeline-tried";

/** Remember what is tried, for a reload. @param {string} tried */
function keep(tried) {
  try {
    window.localStorage.setItem(TRIED, tried);
  } catch (refused) {
    // It is shown all the same; only a reload will not find it.
  }
}

/** A lesson that was tried is loaded again: send what was sent before, to the same place of it. */
export function sendAgain() {
  const [form] = findAllOf("form[data-try-again]", HTMLFormElement);
  const tried = form && window.localStorage.getItem(TRIED);
  if (!tried) return;
  form.action = window.location.pathname + window.location.search;
  findAllOf("[name=draft]", HTMLTextAreaElement, form).forEach((field) => (field.value = tried));
  form.submit();
}
