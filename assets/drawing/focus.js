/** Keyboard focus among chips: one tab stop, arrows through time and lanes, and never a focus lost to a redraw. */
import { reveal } from "./opening.js";
import { inReading, inTime } from "./order.js";
import { spoken } from "./saying.js";
import { isChip, markAt } from "./scene.js";

export class Focus {
  /** @param {Drawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    this.cursor = -1;
    /** @type {HTMLElement|null} */
    this.stop = null;
    /** Entries of each lane in time. @type {number[][]|null} */
    this.times = null;
  }

  /** Entries have new meanings; keep to the same event if it is still there. */
  forget() {
    this.cursor = -1;
    this.times = null;
  }

  /** The filter has changed: the order in time has to be read again. */
  refilter() {
    this.times = null;
  }

  /** The entry whose chip has the focus, or -1. */
  held() {
    return this.drawing.chips.entryOf(document.activeElement);
  }

  /**
   * Do something that may take chips away; if the focused one was taken, its event's other chip or else the
   * drawing itself gets the focus.
   * @param {() => void} redraw
   */
  around(redraw) {
    const { chips, parts, model } = this.drawing;
    const had = /** @type {HTMLElement} */ (document.activeElement);
    const focused = parts.layer.contains(had);
    const id = focused ? had.dataset.event : "";
    redraw();
    if (focused && (document.activeElement !== had || had.dataset.event !== id)) {
      const again = [...chips.live.keys()].find((i) => model.cols.id[i] === id);
      ((again !== undefined && chips.node(again)) || parts.stage).focus({ preventScroll: true });
    }
    this.rove();
  }

  /** Let exactly one chip be reached by Tab: the last focused one, else the earliest in view. */
  rove() {
    const { chips, view, scene, parts, model } = this.drawing;
    let entry = this.cursor;
    if (!chips.live.has(entry)) {
      entry = -1;
      const edge = view.start * scene.perDay;
      for (const i of chips.live.keys()) {
        if (scene.right[i] < edge) continue;
        if (entry < 0 || inReading(model.cols, i, entry) < 0) entry = i;
      }
    }
    const node = chips.node(entry);
    if (node !== this.stop) {
      if (this.stop) this.stop.tabIndex = -1;
      this.stop = node;
      if (node) node.tabIndex = 0;
    }
    parts.stage.tabIndex = node ? -1 : 0;
  }

  /** A chip has got the focus. @param {number} entry */
  got(entry) {
    this.drawing.announce("");
    this.cursor = entry;
    this.rove();
  }

  /** Entries of each lane in time. */
  lanesInTime() {
    const { cols, order, lanes } = this.drawing.model;
    if (!this.times) {
      /** @type {number[][]} */
      const times = lanes.map(() => []);
      for (const i of order) times[cols.lane[i]].push(i);
      for (const list of times) list.sort((a, b) => inTime(cols, a, b));
      this.times = times;
    }
    return this.times;
  }

  /** To the next (1) or previous (-1) event in time in the lane. @param {number} way */
  alongTime(way) {
    const list = this.lanesInTime()[this.drawing.model.cols.lane[this.cursor]];
    const next = list && list[list.indexOf(this.cursor) + way];
    if (next !== undefined) this.go(next);
    else this.drawing.announce(way > 0 ? "Last event of this lane" : "First event of this lane");
  }

  /** To the same event in the next lane that has any, else to the nearest, down (1) or up (-1). @param {number} way */
  acrossLanes(way) {
    const { scene, model } = this.drawing;
    const { id } = model.cols;
    const here = markAt(scene, this.cursor);
    /** @param {number} i */
    const far = (i) => Math.abs(markAt(scene, i) - here);
    for (let lane = model.cols.lane[this.cursor] + way; lane >= 0 && lane < model.lanes.length; lane += way) {
      const all = this.lanesInTime()[lane];
      const seen = all.filter((i) => isChip(scene, i));
      const list = seen.length ? seen : all;
      const same = list.find((i) => id[i] === id[this.cursor]);
      if (list.length) return this.go(same ?? list.reduce((best, i) => (far(i) < far(best) ? i : best)));
    }
    return this.drawing.announce(way > 0 ? "Last lane" : "First lane");
  }

  /** To the first (-1) or last (1) event of the drawing. @param {number} way */
  toEnd(way) {
    const { cols, order } = this.drawing.model;
    if (!order.length) return;
    this.go(Array.from(order).reduce((best, i) => (inTime(cols, i, best) * way > 0 ? i : best)));
  }

  /**
   * Bring an entry into view as a chip and focus it; if it cannot have a chip, say what it is.
   * @param {number} entry
   */
  go(entry) {
    const { drawing } = this;
    this.cursor = entry;
    if (!reveal(drawing, entry)) {
      const { model, props } = drawing;
      drawing.parts.stage.focus({ preventScroll: true });
      drawing.announce(
        `${spoken(model.cols, entry, model.status[entry], props.stances)}. Shown as a mark: too many events here.`,
      );
      return;
    }
    const node = drawing.chips.node(entry);
    if (node) node.focus({ preventScroll: true });
  }
}
