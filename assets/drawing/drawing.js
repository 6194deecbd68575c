/**
 * A drawing: keeps props, scene and view together and draws at most once a frame.
 * It is made by `create` of create.js.
 */
import { afterPaint } from "../site/dom.js";
import { Bands } from "./bands.js";
import { Chips } from "./chips.js";
import { makeScene } from "./compose.js";
import { labelWidths, makeModel } from "./entries.js";
import { makeBuffers } from "./extents.js";
import { Fellows } from "./fellows.js";
import { Focus } from "./focus.js";
import { easeScene } from "./glide.js";
import { Gutter } from "./gutter.js";
import { attachKey, placeKey } from "./key.js";
import { attachKeys } from "./keys.js";
import { complete } from "./props.js";
import { pencil } from "./measure.js";
import { makeMetrics } from "./metrics.js";
import { attachMoves } from "./moves.js";
import { askForMore, zoomToLane } from "./opening.js";
import { Overview } from "./overview.js";
import { paintScene } from "./paint.js";
import { readPalette } from "./palette.js";
import { buildParts } from "./parts.js";
import { canvasPen } from "./pens.js";
import { attachPrinting } from "./printing.js";
import { followView, hiddenCounts } from "./scene.js";
import { attachTips } from "./tips.js";
import * as views from "./view.js";
import { attachWatch, showScroll } from "./watch.js";

const SETTLE = 150;
const OVERSCAN = 240;
/** Sizes that the style sheet needs too. */
const SIZES = /** @type {const} */ (["row", "axis", "head", "labelMax", "strip"]);
/** All drawings of the page. @type {Set<Drawing>} */
export const drawings = new Set();

/** What is set before anybody reads it, or is asked for before it is used. @returns {any} */
function unset() {
  return null;
}

export class Drawing {
  /** @param {HTMLElement} node @param {Partial<Props>} props @param {(change: Change) => void} onChange */
  constructor(node, props, onChange) {
    this.parts = buildParts(node);
    this.onChange = onChange;
    this.stop = new AbortController();
    this.signal = this.stop.signal;
    this.props = complete(props);
    this.selected = this.props.selected;
    this.lit = ""; // the event whose entries in several lanes are lit
    this.scroll = 0; // pixels of the lanes above the view
    this.frame = 0; // the next frame, if one is asked for
    this.gliding = 0; // the next frame of a movement, if there is one
    this.held = false; // a pointer has hold of the drawing
    this.dragged = 0; // when a drag ended last
    this.origin = 0; // whole pixels of the scene that the chips' places are counted from
    this.ratio = 1;
    this.sized = ""; // the size that was measured last
    this.overflows = false; // the lanes need more height than there is
    /** @type {CSSNumberish|null} the frame in which something was drawn at once */
    this.hurried = null;
    /** @type {number|undefined} */
    this.span = undefined; // that the scene was made for
    /** @type {number|undefined} */
    this.settling = undefined; // timer
    /** @type {number|undefined} */
    this.hinting = undefined; // timer
    /** @type {number|undefined} */
    this.tipping = undefined; // timer
    /** @type {number|null} the entry whose tip is shown or about to be */
    this.tipped = null;
    this.chip = 0; // height of a row, as the style sheet knows it
    /** @type {{rest: Rest, pair: [number, number]}|null} what more was asked for last */
    this.asked = null;
    /** @type {Float32Array|null} of the labels */
    this.widths = null;
    /** Two, in turn: a scene glides to the next one. @type {Buffers[]} */
    this.rooms = [];
    /** @type {Model} */
    this.model = unset();
    /** @type {Palette} */
    this.palette = unset();
    /** @type {Metrics} */
    this.metrics = unset();
    /** @type {Scene} */
    this.scene = unset(); // until the first drawing
    this.size = { width: 0, height: 0 };
    this.dirty = { scale: true, chips: true };
    this.chips = new Chips(this.parts.layer);
    this.bands = new Bands(this.parts.layer);
    this.gutter = new Gutter(this.parts.gutter, (lane) => zoomToLane(this, lane));
    this.focus = new Focus(this);
    this.fellows = new Fellows(this);
    this.overview = new Overview(this);
    this.limit = views.limits(this.props.bounds);
    this.view = this.wanted(this.props.window);
    this.given = this.props.window;
    this.said = views.pair(this.view);
    this.takeData();
    this.restyle();
    for (const attach of [attachMoves, attachKeys, attachTips, attachPrinting, attachKey, attachWatch]) attach(this);
    drawings.add(this);
  }

  /** A view for a window prop; everything when there is none. @param {[number, number]|null} pair */
  wanted(pair) {
    return views.clamp(pair ? views.of(pair) : { start: -Infinity, span: Infinity }, this.limit);
  }

  /** Read events and filter into a model. */
  takeData() {
    const before = this.model;
    this.model = makeModel(this.props, before);
    if (before && this.model.cols !== before.cols) {
      this.chips.outdate();
      this.focus.forget();
    }
    if (!before || this.model.cols !== before.cols) this.widths = null;
    this.gutter.name(this.props.lanes);
    this.parts.root.setAttribute("aria-label", this.props.label);
    this.invalidate();
  }

  /** Read colours and type again: theme, lanes or size have changed. */
  restyle() {
    this.palette = readPalette(this.parts.root, this.props.lanes);
    this.measure();
    this.overview.repaint();
  }

  /** Take the sizes of the stage. */
  measure() {
    const { root, stage, canvas } = this.parts;
    const { scale, sans, serif } = this.palette;
    const coarse = window.matchMedia("(pointer: coarse)").matches;
    const whole = root.clientWidth;
    const next = makeMetrics({ width: whole, scale, coarse, sans, serif });
    root.classList.toggle("phone", next.phone);
    placeKey(this, next.phone);
    for (const name of SIZES) {
      root.style.setProperty(`--timeline-${name.toLowerCase()}`, `${next[name]}px`);
    }
    if (!this.metrics || next.fonts.normal !== this.metrics.fonts.normal || next.labelMax !== this.metrics.labelMax)
      this.widths = null;
    this.metrics = next;
    this.size = { width: stage.clientWidth, height: stage.clientHeight };
    this.ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(this.size.width * this.ratio);
    canvas.height = Math.round(this.size.height * this.ratio);
    this.invalidate();
  }

  /** The scene has to be made again. */
  invalidate() {
    this.dirty.scale = true;
    this.request();
  }

  /** Draw at the next frame. */
  request() {
    if (this.frame || this.signal.aborted) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  /** Draw now what waits for the next frame, unless that was done in this one: the work is over before the frame begins. */
  hurry() {
    const time = document.timeline.currentTime;
    if (!this.frame || time === this.hurried) return;
    this.hurried = time;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.draw();
  }

  /** Show another view; told to the outside once it has settled. @param {View} view */
  show(view) {
    this.view = views.clamp(view, this.limit);
    this.request();
    this.rest();
  }

  /** Wait until nothing moves any more. */
  rest() {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.settle(), SETTLE);
  }

  /** A movement is over: say so, arrange for what is seen now, ask for more where more is known to be. */
  settle() {
    if (this.signal.aborted || this.held) return;
    const pair = views.pair(this.view);
    if (pair[0] !== this.said[0] || pair[1] !== this.said[1]) {
      this.said = pair;
      this.onChange({ window: pair });
    }
    this.share(true);
    askForMore(this);
  }

  /** What the painters need to know of the view. */
  sight() {
    const { start, span } = this.view;
    const shift = Math.round((this.origin - start * this.scene.perDay) * this.ratio) / this.ratio;
    return {
      start,
      end: start + span,
      origin: this.origin,
      shift,
      width: this.size.width,
      height: this.size.height,
      scroll: this.scroll,
      rest: this.props.rest,
      selected: this.selected,
      lit: this.lit,
    };
  }

  /** Height for the lanes. */
  area() {
    return this.size.height - this.metrics.axis;
  }

  /**
   * The scene of a view.
   * @param {View} view
   * @param {Buffers} [room] to fill
   */
  sceneAt(view, room) {
    const { start, span } = views.clamp(view, this.limit);
    const { model, metrics } = this;
    if (this.widths === null) this.widths = labelWidths(model.cols, metrics.fonts, metrics.labelMax);
    const first = this.first();
    const perDay = this.size.width / span;
    return makeScene({
      ...{ model, widths: this.widths, perDay, start, end: start + span },
      ...{ area: this.area(), metrics, room, first },
    });
  }

  /** Entries that are named before all others: the focused one, and the open event's. */
  first() {
    const { cols, order } = this.model;
    const held = this.focus.held();
    const first = held >= 0 ? [held] : [];
    if (this.selected) for (const i of order) if (cols.id[i] === this.selected && i !== held) first.push(i);
    return first;
  }

  /** Buffers that the present scene does not use. */
  spareRoom() {
    const { n } = this.model.cols;
    if (!this.rooms.length || this.rooms[0].left.length !== n) this.rooms = [makeBuffers(n), makeBuffers(n)];
    this.rooms.reverse();
    return this.rooms[0];
  }

  /**
   * Arrange for the window that is seen now, if the scene was made for another one. A pan waits with this until it has
   * come to rest.
   * @param {boolean} slowly
   */
  share(slowly) {
    const { start, span } = this.view;
    if (!this.scene || this.dirty.scale || this.span !== span) return;
    if (this.scene.start === start) return;
    const before = this.scene;
    this.scene = this.sceneAt(this.view, this.spareRoom());
    this.dirty.chips = true;
    this.request();
    if (slowly) easeScene(this, before);
  }

  /** Make the scene if the scale or the data have changed. @returns {boolean} whether it was made */
  rescale() {
    if (!this.dirty.scale && this.view.span === this.span) return false;
    this.span = this.view.span;
    this.scene = this.sceneAt(this.view, this.spareRoom());
    this.origin = Math.round(this.view.start * this.scene.perDay);
    this.dirty.scale = false;
    return true;
  }

  /** Draw now. */
  draw() {
    if (!this.size.width || !this.size.height) return;
    const first = !this.scene;
    const made = this.rescale();
    this.scroll = Math.max(0, Math.min(this.scroll, this.scene.height - this.area()));
    const sight = this.sight();
    followView(this.scene, sight.start * this.scene.perDay);
    // The canvases first: setting a font makes the browser work out the styles of all that was changed before.
    this.paint(sight);
    // The first picture does not wait for the overview.
    if (first) afterPaint(() => this.overview.place());
    else this.overview.place();
    this.setRows();
    if (made || this.dirty.chips || !this.chips.covers(this.scene, sight)) {
      this.focus.around(() =>
        this.chips.sync(this.scene, sight, this.props.stances, {
          overscan: OVERSCAN,
          keep: this.focus.held(),
          selected: this.selected,
        }),
      );
      this.bands.sync(this.scene, sight);
      this.fellows.mark();
      this.dirty.chips = false;
    } else this.chips.slide(this.scene, sight);
    this.parts.layer.style.transform = `translate(${sight.shift}px,${-this.scroll}px)`;
    this.gutter.place(this.scene, this.scroll);
    this.gutter.count(hiddenCounts(this.scene, sight.start, sight.end, this.props.rest));
    showScroll(this);
  }

  /** Tell the style sheet how high a row is. */
  setRows() {
    if (this.chip === this.scene.chip) return;
    this.chip = this.scene.chip;
    this.parts.layer.style.setProperty("--timeline-chip", `${this.chip}px`);
  }

  /** Paint the canvas. @param {Sight} sight */
  paint(sight) {
    const ctx = pencil(this.parts.canvas);
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    ctx.clearRect(0, 0, this.size.width, this.size.height);
    paintScene(canvasPen(ctx), this.scene, sight, this.palette);
  }

  /** Open an event, or close it with "". @param {string} id */
  select(id) {
    this.selected = id;
    this.chips.mark(id);
    this.request();
    this.onChange({ selected: id });
  }

  /** Say something to those who listen. @param {string} text */
  announce(text) {
    this.parts.live.textContent = text;
  }
}
