/** What a student writes before and after a lesson, with the evidence chosen. It stays in this browser, nothing is sent. */
import { byId, findAll, findAllOf, findOne, readJson } from "../site/dom.js";
import { here, say } from "./lesson.js";

/** @returns {string} the key under which this lesson's hypotheses are kept */
function key() {
  const { root } = here;
  return "timeline-hypothesis:" + window.location.pathname + "?" + root.dataset.rest;
}

/** @typedef {{before: string, after: string, evidence: string[]}} Written */

/** @returns {Written} */
function kept() {
  /** @type {Written} */
  const empty = { before: "", after: "", evidence: [] };
  try {
    return Object.assign(empty, readJson(window.localStorage.getItem(key()) || ""));
  } catch (refused) {
    return empty; // storage is forbidden, or somebody has changed what is in it
  }
}

/** @param {Written} written */
function keep(written) {
  try {
    window.localStorage.setItem(key(), JSON.stringify(written));
  } catch (refused) {
    say("This browser does not keep what you write: print it before you close the page.");
  }
}

/** @param {string} when "before" or "after" @returns {HTMLTextAreaElement} */
function field(when) {
  return /** @type {HTMLTextAreaElement} */ (byId("hypothesis-" + when));
}

/** @returns {HTMLInputElement[]} a box for each telling */
function boxes() {
  return findAllOf(".hypothesis-evidence input", HTMLInputElement);
}

/** Put what is written wherever it is shown. @param {Written} written */
function show(written) {
  const before = findOne("[data-before]");
  before.hidden = !written.before;
  findOne("i", before).textContent = written.before;
  findAll("[data-chosen]").forEach((place) => (place.textContent = String(written.evidence.length)));
  /** @type {const} */ (["before", "after"]).forEach((when) => {
    findOne(`[data-sheet-part=${when}]`).textContent = written[when] || "…";
  });
  findAll("[data-evidence]").forEach((item) => {
    item.hidden = !written.evidence.includes(item.dataset.evidence || "");
  });
  findOne("[data-sheet-none]").hidden = written.evidence.length > 0;
}

/** Something was written or chosen. */
function changed() {
  const written = {
    before: field("before").value,
    after: field("after").value,
    evidence: boxes()
      .filter((box) => box.checked)
      .map((box) => box.value),
  };
  keep(written);
  show(written);
}

/** @param {HTMLElement} root */
export function start(root) {
  const forms = findAll("[data-hypothesis]", root);
  if (!forms.length) return;
  const written = kept();
  field("before").value = written.before;
  field("after").value = written.after;
  boxes().forEach((box) => (box.checked = written.evidence.includes(box.value)));
  show(written);
  forms.forEach((form) => {
    form.hidden = false;
    form.addEventListener("input", changed);
    form.addEventListener("submit", (sent) => sent.preventDefault());
  });
  findOne("[data-sheet]").hidden = false; // seen in print only
}
