/*
 * Runs after probe.js: what can be measured while a page loads. Times count from the start of navigation.
 * `window.benchSettings` has, "" where there is none:
 * {drawn: selector of an event that is drawn, panel: selector of what a press on it opens, dash: of what Dash draws}.
 */
(function () {
  "use strict";

  const WATCHED = 10; // frames after a turn of the wheel in which the picture may answer
  const { answer, canBeRead, stands } = window.bench;
  const { first, drawn, panel, dash } = window.benchSettings;
  let shifted = 0;

  /** @param {string} selector @param {function(Element): boolean} test */
  function some(selector, test) {
    return Array.from(document.querySelectorAll(selector)).some(test);
  }

  /** Answer once: in the frame after that in which something was found. @param {string} what @param {function} found */
  function answerWhen(what, found) {
    requestAnimationFrame(function frame() {
      if (!found()) return requestAnimationFrame(frame);
      requestAnimationFrame(() => answer(what, performance.now()));
    });
  }

  /** @param {Element} element @returns {boolean} has Dash, that is React, made it? */
  function isOfDash(element) {
    return Object.keys(element).some((key) => key.startsWith("__reactFiber$"));
  }

  /** @param {PerformanceEntryList} entries */
  function addShifts(entries) {
    for (const entry of entries) if (!entry.hadRecentInput) shifted += entry.value;
  }

  /** How far everything seen was pushed about so far, without the reader's doing: the sum of the layout shifts. */
  function layoutShift() {
    addShifts(shifts.takeRecords());
    return shifted;
  }

  /** What the picture looks like, by what moves when it is zoomed. A canvas cannot be asked: its page says how often. */
  function picture() {
    const marks = Array.from(document.querySelectorAll(drawn));
    return { zooms: window.benchZooms, places: marks.map((mark) => [mark, mark.dataset.event, left(mark)]) };
  }

  /** @param {Element} mark */
  function left(mark) {
    return mark.getBoundingClientRect().left;
  }

  /** @param {object} before as from `picture` @returns {boolean} was it zoomed, does an event stand elsewhere across it? */
  function isZoomed(before) {
    const moved = ([mark, event, x]) =>
      mark.isConnected && mark.dataset.event === event && Math.abs(left(mark) - x) > 1;
    return window.benchZooms !== before.zooms || before.places.some(moved);
  }

  /** Answer at every turn of the wheel that changes the picture. */
  function watchWheel() {
    const watch = () => {
      const before = picture();
      let frames = WATCHED;
      requestAnimationFrame(function frame() {
        if (isZoomed(before)) requestAnimationFrame(() => answer("zoomed", performance.now()));
        else if ((frames -= 1)) requestAnimationFrame(frame);
      });
    };
    window.addEventListener("wheel", watch, { capture: true, passive: true });
  }

  /** @returns {{x: number, y: number}|null} where an event can be pressed now */
  function target() {
    for (const mark of document.querySelectorAll(drawn)) {
      const box = mark.getBoundingClientRect();
      const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      if (stands(mark) && mark.contains(document.elementFromPoint(place.x, place.y))) return place;
    }
    return null;
  }

  const shifts = new PerformanceObserver((list) => addShifts(list.getEntries()));
  shifts.observe({ type: "layout-shift", buffered: true });
  if (first) answerWhen("read", () => some(first, canBeRead));
  if (drawn) answerWhen("drawn", () => some(drawn, stands));
  if (panel) answerWhen("opened", () => some(panel, canBeRead));
  if (dash) answerWhen("dash", () => some(dash, isOfDash));
  Object.assign(window.bench, { layoutShift, watchWheel, target });
})();
