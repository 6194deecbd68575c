/*
 * Runs in every measured page before its own scripts, and loading.js and frames.js after it. `window.benchSettings`
 * stands before them: {first: selector of an event that can be read, unseen: selector of what changes without being
 * seen}, and what loading.js needs.
 * Answers go out as console.debug("bench " + JSON), so that nobody has to ask a busy page for them.
 */
(function () {
  "use strict";

  const QUIET = 200; // ms
  const LONGEST = 50; // ms between two frames that count as quiet
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

  /** @param {Node} node @returns {boolean} is it of a kind that nobody sees? */
  function isUnseen(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return Boolean(settings.unseen && element && element.closest(settings.unseen));
  }

  /** @param {Node} node @returns {boolean} does it stand where its own style puts it, whatever comes before it? */
  function isPlaced(node) {
    return node.nodeType === Node.ELEMENT_NODE && /absolute|fixed/.test(getComputedStyle(node).position);
  }

  /** @param {MutationRecord[]} records @returns {Set<Node>} what was taken out and put in again */
  function movedIn(records) {
    const removed = new Set(records.flatMap((record) => [...record.removedNodes]));
    return new Set(records.flatMap((record) => [...record.addedNodes].filter((node) => removed.has(node))));
  }

  /**
   * Can somebody who looks at the page see this change? Not if it is for machines only, or in something hidden, or if
   * it only puts placed elements into another order.
   * @param {MutationRecord} record @param {Set<Node>} moved
   */
  function isSeen(record, moved) {
    const target = record.target;
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    if (!element || isUnseen(element)) return false;
    if (record.type === "attributes" && /^(aria-|data-dash|tabindex)/.test(record.attributeName)) return false;
    if (record.type === "childList") {
      const nodes = [...record.addedNodes, ...record.removedNodes];
      if (nodes.every((node) => isUnseen(node) || (moved.has(node) && isPlaced(node)))) return false;
    }
    return element.checkVisibility({ visibilityProperty: true });
  }

  /**
   * Wait until the picture is stable, then answer with the time from `start` to the frame after the last change:
   * by then that change is on the screen. null if nothing changed at all.
   * @param {string} what
   * @param {number} start as performance.now()
   * @param {number} [quiet] ms without a change or a request under way, after which the picture is stable
   */
  function settle(what, start, quiet = QUIET) {
    let last = null;
    let presenting = false;
    let still = 0; // ms
    let before = performance.now();
    const observer = new MutationObserver((records) => {
      if (dirty) return;
      const moved = movedIn(records);
      dirty = records.some((record) => isSeen(record, moved));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    requestAnimationFrame(function frame() {
      const now = performance.now();
      if (presenting) last = now;
      presenting = dirty;
      dirty = false;
      // A page that is busy for long between two frames is not at rest: it has only not come to drawing yet.
      still = presenting || pending ? 0 : still + Math.min(now - before, LONGEST);
      before = now;
      if (still < quiet) return requestAnimationFrame(frame);
      observer.disconnect();
      answer(what, last === null ? null : last - start);
    });
  }

  /** Measure the next event of a kind from the moment at which the browser got it. */
  function settleAfter(kind) {
    dirty = false;
    window.addEventListener(kind, (event) => settle(kind, event.timeStamp), {
      once: true,
      capture: true,
      passive: true,
    });
  }

  /** Measure what a function does. @param {string} what @param {function} act */
  function settleFrom(what, act) {
    dirty = false;
    const start = performance.now();
    settle(what, start);
    act();
  }

  /** @param {Element} item @returns {boolean} does it stand on the screen? */
  function stands(item) {
    if (!item.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = item.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return false;
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  }

  /** @param {Element} item @returns {boolean} does its text stand on the screen? */
  function canBeRead(item) {
    return item.textContent.trim() !== "" && stands(item);
  }

  watchCanvases();
  watchRequests();
  window.bench = { answer, canBeRead, stands, settle, settleAfter, settleFrom };
})();
