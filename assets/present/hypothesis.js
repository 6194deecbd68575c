/** What a student writes before and after a lesson, with the evidence chosen. It stays in this browser, nothing is sent. */
import { here, say } from "./lesson.js";

/** @returns {string} the key under which this lesson's hypotheses are kept */
function key() {
  const { root } = here;
  return "timeline-hypothesis:" + window.location.pathname + "?" + root.dataset.rest;
}

/** @returns {{before: string, after: string, evidence: string[]}} */
function kept() {
  const empty = { before: "", after: "", evidence: [] };
  try {
    return Object.assign(empty, JSON.parse(window.localStorage.getItem(key())));
  } catch (refused) {
    return empty; // storage is forbidden, or somebody has changed what is in it
  }
}

/** @param {object} written */
function keep(written) {
  try {
    window.localStorage.setItem(key(), JSON.stringify(written));
  } catch (refused) {
    say("This browser does not keep what you write: print it before you close the page.");
  }
}

/** @param {string} when "before" or "after" @returns {HTMLTextAreaElement} */
function field(when) {
  return document.getElementById("hypothesis-" + when);
}

/** @returns {HTMLInputElement[]} a box for each telling */
function boxes() {
  return [...document.querySelectorAll(".hypothesis-evidence input")];
}

/** Put what is written wherever it is shown. @param {object} written */
function show(written) {
  const before = document.querySelector("[data-before]");
  before.hidden = !written.before;
  before.querySelector("i").textContent = written.before;
  document.querySelectorAll("[data-chosen]").forEach((place) => (place.textContent = String(written.evidence.length)));
  ["before", "after"].forEach((when) => {
    document.querySelector(`[data-sheet-part=${when}]`).textContent = written[when] || "…";
  });
  document
    .querySelectorAll("[data-evidence]")
    .forEach((item) => (item.hidden = !written.evidence.includes(item.dataset.evidence)));
  document.querySelector("[data-sheet-none]").hidden = written.evidence.length > 0;
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
  const forms = root.querySelectorAll("[data-hypothesis]");
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
  const sheet = document.querySelector("[data-sheet]");
  sheet.hidden = false; // seen in print only
}
