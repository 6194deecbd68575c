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

  /**
   * Run the scripts of the page one after the other, then the inline one that starts the app.
   * @param {HTMLScriptElement[]} scripts
   */
  function run(scripts) {
    const waiting = scripts.filter((script) => script.src).length;
    let loaded = 0;
    const inline = () =>
      scripts.filter((script) => !script.src).forEach((script) => document.body.append(copy(script)));
    scripts.forEach(function (script) {
      if (!script.src) return;
      const live = copy(script);
      live.async = false; // in their order
      live.addEventListener("load", () => ++loaded === waiting && inline());
      document.body.append(live);
    });
  }

  /** A script out of a template never runs; its copy does. @param {HTMLScriptElement} script */
  function copy(script) {
    const live = document.createElement("script");
    Array.from(script.attributes).forEach((attribute) => live.setAttribute(attribute.name, attribute.value));
    live.textContent = script.textContent;
    return live;
  }

  /** Start the app once what can be read has been painted; in a page that nobody looks at there is no paint to wait for. */
  function start() {
    const later = document.getElementById("later");
    if (!(later instanceof HTMLTemplateElement)) return;
    const go = () => run(Array.from(later.content.querySelectorAll("script")));
    if (document.hidden) go();
    else window.requestAnimationFrame(() => window.setTimeout(go));
  }

  show(chosen());
  document.documentElement.classList.add("scripted");
  document.addEventListener("DOMContentLoaded", function () {
    start();
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
