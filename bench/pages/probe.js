/*
 * Runs in every measured page before its own scripts. `window.benchSettings` stands before it:
 * {first: selector of an event that can be read, unseen: selector of what changes without being seen}.
 * Answers go out as console.debug("bench " + JSON), so that nobody has to ask a busy page for them.
 */
(function () {
  "use strict";

  const QUIET = 200; // ms without a change, an animation or a request under way, after which the picture is stable
  const settings = window.benchSettings;
  let dirty = false; // has something changed since the last frame began?
  let pending = 0; // requests under way

  /** @param {string} what @param {number|null} value milliseconds */
  function answer(what, value) {
    console.debug("bench " + JSON.stringify({ what, value }));
  }

  /** A canvas changes without telling anybody: mark what draws. */
  function watchCanvases() {
    const pen = CanvasRenderingContext2D.prototype;
    ["clearRect", "fillRect", "fillText", "fill", "stroke", "drawImage", "putImageData"].forEach((name) => {
      const draw = pen[name];
      pen[name] = function () {
        if (this.canvas.isConnected) dirty = true;
        return draw.apply(this, arguments);
      };
    });
  }

  /** Requests under way, for what waits for a server. */
  function watchRequests() {
    const fetch = window.fetch;
    window.fetch = function () {
      pending += 1;
      return fetch.apply(this, arguments).finally(() => (pending -= 1));
    };
  }

  /** @param {MutationRecord} record @returns {boolean} can somebody who looks at the page see this change? */
  function isSeen(record) {
    if (record.type === "attributes" && /^(aria-|data-dash|tabindex)/.test(record.attributeName)) return false;
    const element = record.target.nodeType === 1 ? record.target : record.target.parentElement;
    if (!element || (settings.unseen && element.closest(settings.unseen))) return false;
    return element.checkVisibility({ visibilityProperty: true });
  }

  /**
   * Wait until the picture is stable, then answer with the time from `start` to the frame after the last change:
   * by then that change is on the screen. null if nothing changed at all.
   * @param {string} what
   * @param {number} start as performance.now()
   */
  function settle(what, start) {
    let last = null;
    let presenting = false;
    let quietSince = performance.now();
    const observer = new MutationObserver((records) => {
      dirty = dirty || records.some(isSeen);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    requestAnimationFrame(function frame() {
      const now = performance.now();
      if (presenting) last = now;
      presenting = dirty;
      dirty = false;
      if (presenting || pending) quietSince = now;
      if (now - quietSince < QUIET) return requestAnimationFrame(frame);
      observer.disconnect();
      answer(what, last === null ? null : last - start);
    });
  }

  /** Measure the next event of a kind from the moment at which the browser got it. */
  function settleAfter(kind) {
    dirty = false;
    window.addEventListener(kind, (event) => settle(kind, event.timeStamp), { once: true, capture: true, passive: true });
  }

  /** Measure what a function does. @param {string} what @param {function} act */
  function settleFrom(what, act) {
    dirty = false;
    const start = performance.now();
    settle(what, start);
    act();
  }

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

  /** @param {Element} item @returns {boolean} does its text stand on the screen? */
  function canBeRead(item) {
    if (!item.textContent.trim()) return false;
    if (!item.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = item.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return false;
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  }

  /** Answer once, with the time from navigation to the frame after the first event's text was there. */
  function watchFirst() {
    requestAnimationFrame(function frame() {
      if (!Array.from(document.querySelectorAll(settings.first)).some(canBeRead)) return requestAnimationFrame(frame);
      requestAnimationFrame(() => answer("first", performance.now()));
    });
  }

  watchCanvases();
  watchRequests();
  watchFirst();
  window.bench = { settle, settleAfter, settleFrom, startFrames, endFrames };
})();
