/* Runs before the first paint: the theme chosen on this machine, or the one that the system prefers. */
(function () {
  "use strict";

  const KEY = "timeline-theme";
  const THEMES = ["light", "dark", "projector"];

  /** @returns {string} the theme to show */
  function chosen() {
    /** @type {string|null} */
    let kept = null;
    try {
      kept = window.localStorage.getItem(KEY);
    } catch (refused) {
      // Storage can be forbidden; then the system's preference decides.
    }
    if (kept && THEMES.includes(kept)) return kept;
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  /** @param {string} theme */
  function show(theme) {
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.bsTheme = theme === "dark" ? "dark" : "light";
  }

  /** @param {string} theme */
  function keep(theme) {
    try {
      window.localStorage.setItem(KEY, theme);
    } catch (refused) {
      // Not remembered, then; it is shown all the same.
    }
  }

  show(chosen());
  document.documentElement.classList.add("scripted");
  document.addEventListener("DOMContentLoaded", function () {
    const select = document.getElementById("theme");
    if (!(select instanceof HTMLSelectElement)) return; // a page made to be printed, or the teacher's notes
    select.value = chosen();
    select.addEventListener("change", function () {
      show(select.value);
      keep(select.value);
      document.dispatchEvent(new CustomEvent("themechosen"));
    });
  });
})();
