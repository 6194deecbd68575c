/* Runs after probe.js: how long frames take while something moves, and when a glide begins. */
(function () {
  "use strict";

  const GIVEN_UP = 1500; // ms after which nothing glides any more
  const { answer } = window.bench;
  let gaps = null; // from frame to frame, in ms, while they are recorded

  /** Record the time from frame to frame until `endFrames`. */
  function startFrames() {
    gaps = [];
    let before = null;
    requestAnimationFrame(function frame(now) {
      if (!gaps) return;
      if (before !== null) gaps.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    });
  }

  /** Answer with the longest time between two frames; two more are waited for, so that the last work counts. */
  function endFrames() {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        answer("frames", Math.max(...gaps));
        gaps = null;
      }),
    );
  }

  /** Do something as soon as what this frame draws is on the screen. @param {function} act */
  function afterFrame(act) {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }

  /** How far down each event of the picture stands. */
  function heights() {
    const marks = document.querySelectorAll(window.benchSettings.drawn);
    return Array.from(marks, (mark) => [mark, mark.dataset.event, mark.getBoundingClientRect().top]);
  }

  /** @param {Array} before as from `heights` @returns {boolean} has an event that is still drawn moved up or down? */
  function hasMoved(before) {
    return before.some(
      ([mark, event, top]) =>
        mark.isConnected && mark.dataset.event === event && Math.abs(mark.getBoundingClientRect().top - top) >= 1,
    );
  }

  /**
   * From the next release of the pointer until an event that is drawn then has moved up or down on the screen: "glide",
   * and the longest time between two frames until then: "working". null where nothing moves.
   */
  function watchGlide() {
    const watch = (release) => {
      const before = heights();
      let longest = 0;
      let last = performance.now();
      afterFrame(function look() {
        const now = performance.now();
        const moved = hasMoved(before);
        longest = Math.max(longest, now - last);
        last = now;
        if (!moved && now - release.timeStamp < GIVEN_UP) return afterFrame(look);
        answer("working", moved ? longest : null);
        answer("glide", moved ? now - release.timeStamp : null);
      });
    };
    window.addEventListener("pointerup", watch, { once: true, capture: true });
  }

  Object.assign(window.bench, { startFrames, endFrames, watchGlide });
})();
