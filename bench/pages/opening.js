/*
 * Runs after probe.js in the pages from which another is opened, and in that other page: from the press of a link until
 * what `window.benchSettings.opens` selects can be read there.
 */
(function () {
  "use strict";

  const OPENS = window.benchSettings.opens;
  const PRESSED = "bench-pressed"; // kept for the next page: when the link was pressed, in ms since 1970

  /** Answer once, with the time from the press to the frame after its text was there. */
  function watchOpening() {
    requestAnimationFrame(function frame() {
      if (!Array.from(document.querySelectorAll(OPENS)).some(window.bench.canBeRead))
        return requestAnimationFrame(frame);
      requestAnimationFrame(() => {
        const now = performance.timeOrigin + performance.now();
        window.bench.answer("opened", now - Number(sessionStorage.getItem(PRESSED)));
        sessionStorage.removeItem(PRESSED);
      });
    });
  }

  /** @param {MouseEvent} press */
  function notePress(press) {
    if (!press.target.closest("a")) return;
    sessionStorage.setItem(PRESSED, performance.timeOrigin + press.timeStamp);
    watchOpening();
  }

  window.addEventListener("click", notePress, { capture: true });
  if (sessionStorage.getItem(PRESSED)) watchOpening();
})();
