/** Where an entry's bar and its chip begin and end, in pixels at one scale (day number times pixels per day). */
(function (ct) {
  "use strict";

  /** Room for the numbers of `n` entries; kept and filled again at every scale. */
  function buffers(n) {
    return {
      barFrom: new Float64Array(n), barTo: new Float64Array(n), left: new Float64Array(n), right: new Float64Array(n),
    };
  }

  /** Is this entry one known day, drawn as a dot? */
  function isDot(cols, i) {
    return cols.first[i] === cols.last[i] && !(cols.flags[i] & (ct.entries.OPEN_START | ct.entries.OPEN_END));
  }

  /** Is some part of this entry's time certain? */
  function hasCore(cols, i) {
    return cols.sureFrom[i] <= cols.sureTo[i];
  }

  /**
   * An open side is not drawn to the end of the axis (one "before 1935" would fill a row): it fades out within
   * `fade` pixels beyond what is known.
   */
  function bar(cols, i, perDay, metrics, out) {
    const { flags } = cols;
    const core = hasCore(cols, i);
    let from = cols.first[i] * perDay;
    let to = (cols.last[i] + 1) * perDay;
    const openStart = flags[i] & ct.entries.OPEN_START;
    const openEnd = flags[i] & ct.entries.OPEN_END;
    if (openStart && (core || !openEnd)) from = Math.max(from, (core ? cols.sureFrom[i] * perDay : to) - metrics.fade);
    if (openEnd && (core || !openStart)) {
      const known = core ? (cols.sureTo[i] + 1) * perDay : cols.first[i] * perDay;
      to = Math.min(to, known + metrics.fade);
    }
    out.barFrom[i] = from;
    out.barTo[i] = Math.max(to, from + metrics.minBar);
  }

  /** Width of what a chip holds: insets, symbol, label. */
  function contentWidth(cols, i, widths, metrics) {
    const symbol = cols.stance[i] >= 0 ? metrics.symbol : 0;
    return (isDot(cols, i) ? metrics.dotInset : metrics.barInset) + symbol + widths[i] + metrics.barInset;
  }

  /**
   * Fill the buffers for every entry in `order`.
   * @param {object} model see entries.js
   * @param {Float32Array} widths label widths
   * @param {number} perDay pixels per day
   * @param {object} metrics sizes in pixels, see metrics.js
   * @param {object} out from `buffers`
   */
  function fill(model, widths, perDay, metrics, out) {
    const { cols, order } = model;
    for (let k = 0; k < order.length; k++) {
      const i = order[k];
      const content = contentWidth(cols, i, widths, metrics);
      if (isDot(cols, i)) {
        out.barFrom[i] = out.barTo[i] = (cols.first[i] + 0.5) * perDay;
        out.left[i] = out.barFrom[i] - metrics.dotCentre;
        out.right[i] = out.left[i] + content;
      } else {
        bar(cols, i, perDay, metrics, out);
        out.left[i] = out.barFrom[i];
        out.right[i] = Math.max(out.barTo[i], out.left[i] + content);
      }
    }
  }

  ct.extents = { buffers, fill, isDot, hasCore, contentWidth };
})(window.contestedTimeline = window.contestedTimeline || {});
