/* Runs after probe.js in a lesson: from the press of a key until the card that it leads to stands on the screen. */
(function () {
  "use strict";

  const HEADING = ".slide:not([hidden]) .leaf:not([hidden]) h1";

  /** @returns {string} the place of the card in sight, once its heading can be read */
  function shown() {
    const heading = Array.from(document.querySelectorAll(HEADING)).find(window.bench.canBeRead);
    return heading ? heading.closest("[data-at]").dataset.at : "";
  }

  /** @param {KeyboardEvent} press */
  function watch(press) {
    if (press.key === "Shift") return;
    const before = shown();
    requestAnimationFrame(function frame() {
      const now = shown();
      if (!now || now === before) return requestAnimationFrame(frame);
      requestAnimationFrame(() => window.bench.answer("stepped", performance.now() - press.timeStamp));
    });
  }

  window.addEventListener("keydown", watch, { capture: true });
})();
