/** The overview strip: how many events when, told or contradicted, and the stretch that is seen, to drag and stretch. */
import { axisTicks } from "./axis.js";
import { dayText, spanText } from "./calendar.js";
import { binAt, binSaid, binsOf, binText, piled, sumsOf, thickest } from "./histogram.js";
import { pencil, ruler } from "./measure.js";
import { make } from "./parts.js";
import { hideTip, showTip } from "./tips.js";

/** Pixels that a bar is wide at least, with the gap beside it, and one event high at most; below it the years. */
const LEAST = 6;
const TALL = 10;
const YEARS = 16;
/** Opacity of what is told and not contradicted, and of the outline of what nobody tells. */
const TOLD = 0.6;
const UNTOLD = 0.45;
/** Free at both ends, so that the handles can be seen and grasped there. */
const EDGE = 9;
/** The window is drawn at least as wide as a pointer can hit between its handles. */
const SMALLEST = 14;

/** @typedef {import("./histogram.js").Bins} Bins @typedef {import("./histogram.js").Sums} Sums */

export class Overview {
  /** @param {Drawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    this.stale = true;
    this.width = 0; // pixels
    this.spoken = ""; // what assistive technology was told last
    this.explained = ""; // what the legend says
    /** @type {{bins: Bins, sums: Sums}|null} what was painted last */
    this.counted = null;
    this.pointed = -1; // the bin under the pointer
    this.summary = make("p", "timeline-unseen", { id: `${drawing.parts.stage.id}-thickest` });
    drawing.parts.legend.append(this.summary);
    drawing.parts.window.setAttribute("aria-describedby", this.summary.id);
    this.listen();
  }

  /** Days to pixels of the strip. */
  scale() {
    const { limit } = this.drawing;
    return (this.width - 2 * EDGE) / (limit.last - limit.first);
  }

  /** Place of a day in the strip. @param {number} day */
  at(day) {
    return EDGE + (day - this.drawing.limit.first) * this.scale();
  }

  /** Paint again at the next placing. */
  repaint() {
    this.stale = true;
    this.drawing.request();
  }

  /** Years under the bars. @param {CanvasRenderingContext2D} ctx @param {number} height */
  years(ctx, height) {
    const { limit, metrics, palette } = this.drawing;
    const { fonts, scale } = metrics;
    const width = ruler(fonts.small);
    const ticks = axisTicks(limit.first, limit.last, this.scale(), { minor: width, major: width, gap: 14 * scale });
    const row = ticks.unit === "year" && ticks.minor.length ? ticks.minor : ticks.major;
    ctx.font = fonts.small;
    row.forEach((tick) => {
      const x = Math.round(this.at(tick.day));
      if (x < EDGE) return;
      ctx.fillStyle = palette.hairline;
      ctx.fillRect(x, 0, 1, height);
      ctx.fillStyle = palette.muted;
      if (x + width(tick.text) + 8 * scale < this.width) ctx.fillText(tick.text, x + 4 * scale, height - 4 * scale);
    });
  }

  /**
   * Bars of bins: from the base what is contradicted, what is told, and outlined what nobody tells.
   * @param {CanvasRenderingContext2D} ctx
   * @param {number} base
   */
  bars(ctx, base) {
    const { model, props, limit, metrics, palette } = this.drawing;
    const bins = binsOf(limit, this.scale(), LEAST * metrics.scale);
    const sums = sumsOf(bins, model, props.rest);
    this.counted = { bins, sums };
    const contested = props.documents.length > 0;
    const tall = Math.min(TALL * metrics.scale, (base - 4 * metrics.scale) / Math.max(1, ...sums.all));
    sums.all.forEach((all, bin) => {
      const x = Math.round(this.at(bins.edges[bin])) + 1;
      const wide = Math.max(1, Math.round(this.at(bins.edges[bin + 1])) - x);
      const told = contested ? sums.told[bin] : all;
      const [disputed, plain, none] = piled([sums.disputed[bin], told - sums.disputed[bin], all - told], tall);
      ctx.fillStyle = palette.accent;
      ctx.fillRect(x, base - disputed[1], wide, disputed[1]);
      ctx.globalAlpha = TOLD;
      ctx.fillStyle = palette.muted;
      ctx.fillRect(x, base - plain[1], wide, plain[1] - plain[0]);
      ctx.globalAlpha = UNTOLD;
      ctx.strokeStyle = palette.muted;
      if (none[1] > none[0]) ctx.strokeRect(x + 0.5, base - none[1] + 0.5, wide - 1, none[1] - none[0]);
      ctx.globalAlpha = 1;
    });
    this.explain(bins.name, thickest(bins, sums, contested), contested);
  }

  /**
   * The legend beside the bars, and where they are thickest for who cannot see them.
   * @param {string} name of a bin
   * @param {string} where
   * @param {boolean} contested
   */
  explain(name, where, contested) {
    const { parts, palette } = this.drawing;
    const words = [name, where, contested, palette.accent, palette.muted].join();
    if (words === this.explained) return;
    this.explained = words;
    this.summary.textContent = where;
    /** @param {string} sign @param {string} color @param {number} alpha @param {string} text */
    const line = (sign, color, alpha, text) => {
      const sample = make("span", "", { "aria-hidden": "true" }, [`${sign} `]);
      sample.style.color = color;
      sample.style.opacity = String(alpha);
      return make("div", "", {}, [sample, text]);
    };
    const samples = [
      line("■", palette.accent, 1, "contradicted"),
      line("■", palette.muted, TOLD, "told"),
      line("□", palette.muted, 1, "told by none"),
    ];
    const each = /^\d/.test(name) ? `events in ${name}` : `events a ${name}`;
    parts.legend.replaceChildren(make("div", "", {}, [each]), ...(contested ? samples : []), this.summary);
  }

  /** Paint years and bars, where they stand for as long as data, filter, size and theme are the same. */
  paint() {
    const { parts, metrics, palette } = this.drawing;
    this.width = parts.overview.clientWidth;
    const height = parts.overview.clientHeight;
    if (!this.width || !palette) return;
    this.stale = false;
    const ratio = window.devicePixelRatio || 1;
    const canvas = parts.density;
    canvas.width = Math.round(this.width * ratio);
    canvas.height = Math.round(height * ratio);
    const ctx = pencil(canvas);
    ctx.scale(ratio, ratio);
    this.years(ctx, height);
    this.bars(ctx, Math.round(height - YEARS * metrics.scale));
  }

  /** Say in a tip what is in the bar under the pointer. @param {PointerEvent} event */
  hover(event) {
    const { drawing, counted } = this;
    if (event.pointerType === "touch" || drawing.held || !counted) return;
    const { bins, sums } = counted;
    const x = event.clientX - drawing.parts.overview.getBoundingClientRect().left;
    const bin = binAt(bins.edges, drawing.limit.first + (x - EDGE) / this.scale());
    if (bin === this.pointed) return;
    hideTip(drawing);
    this.pointed = bin;
    if (sums.all[bin] < 0.5) return;
    const lines = [
      { text: binText(bins, bin), kind: "timeline-tip-title" },
      { text: binSaid(sums, bin, drawing.props.documents.length > 0) },
    ];
    showTip(drawing, lines, event.clientX + 10, event.clientY);
  }

  /** Say no more of any bar. */
  leave() {
    this.pointed = -1;
    hideTip(this.drawing);
  }

  /** Put window and handles where the view is. */
  place() {
    if (this.stale) this.paint();
    if (!this.width) return;
    const { parts, view } = this.drawing;
    const from = this.at(view.start);
    const wide = Math.max(SMALLEST, view.span * this.scale());
    parts.window.style.transform = `translateX(${from}px)`;
    parts.window.style.width = `${wide}px`;
    parts.fromHandle.style.transform = `translateX(${from}px)`;
    parts.toHandle.style.transform = `translateX(${from + wide}px)`;
    this.speak();
  }

  /** Values for assistive technology. */
  speak() {
    const { parts, view, limit } = this.drawing;
    const end = view.start + view.span;
    const whole = `${Math.floor(view.start)} ${Math.ceil(end)}`;
    if (whole === this.spoken) return;
    this.spoken = whole;
    /** @param {HTMLElement} node @param {number} low @param {number} high @param {number} now @param {string} text */
    const say = (node, low, high, now, text) => {
      node.setAttribute("aria-valuemin", String(Math.floor(low)));
      node.setAttribute("aria-valuemax", String(Math.ceil(high)));
      node.setAttribute("aria-valuenow", String(Math.round(now)));
      node.setAttribute("aria-valuetext", text);
    };
    say(parts.window, limit.first, limit.last - view.span, view.start, spanText(view.start, end));
    say(parts.fromHandle, limit.first, end, view.start, dayText(view.start));
    say(parts.toHandle, view.start, limit.last, end, dayText(Math.ceil(end) - 1));
  }

  /**
   * Stretch by days at the start, the end, or (both) move.
   * @param {string} part
   * @param {number} days
   * @param {View} from
   */
  change(part, days, from) {
    const { drawing } = this;
    const { limit } = drawing;
    const end = from.start + from.span;
    if (part === "window") return drawing.show({ start: from.start + days, span: from.span });
    if (part === "from") {
      const start = Math.max(limit.first, Math.min(end - limit.least, from.start + days));
      return drawing.show({ start, span: end - start });
    }
    const stop = Math.min(limit.last, Math.max(from.start + limit.least, end + days));
    return drawing.show({ start: from.start, span: stop - from.start });
  }

  /** Pointer and keyboard. */
  listen() {
    const { drawing } = this;
    const { overview, window: seen, fromHandle, toHandle } = drawing.parts;
    const { signal } = drawing;
    /** @param {EventTarget|null} target */
    const partOf = (target) => (target === fromHandle ? "from" : target === toHandle ? "to" : "window");
    /** @type {{part: string, x: number, view: View}|null} */
    let drag = null;
    overview.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button > 0) return;
        this.leave();
        cancelAnimationFrame(drawing.gliding);
        if (event.target === overview || event.target === drawing.parts.density) {
          const x = event.clientX - overview.getBoundingClientRect().left;
          drawing.show({
            start: drawing.limit.first + (x - EDGE) / this.scale() - drawing.view.span / 2,
            span: drawing.view.span,
          });
        }
        drag = { part: partOf(event.target), x: event.clientX, view: drawing.view };
        drawing.held = true;
        overview.setPointerCapture(event.pointerId);
      },
      { signal },
    );
    overview.addEventListener(
      "pointermove",
      (event) => {
        if (drag) this.change(drag.part, (event.clientX - drag.x) / this.scale(), drag.view);
        else this.hover(event);
      },
      { signal },
    );
    overview.addEventListener("pointerleave", () => this.leave(), { signal });
    for (const name of ["pointerup", "pointercancel"]) {
      overview.addEventListener(
        name,
        () => {
          if (!drag) return;
          drag = null;
          drawing.held = false;
          drawing.show(drawing.view);
        },
        { signal },
      );
    }
    for (const node of [seen, fromHandle, toHandle]) {
      node.addEventListener("keydown", (event) => this.key(partOf(node), event), { signal });
    }
  }

  /**
   * Arrow keys move or stretch by a tenth of what is seen, with Shift by half of it.
   * @param {string} part
   * @param {KeyboardEvent} event
   */
  key(part, event) {
    /** @type {Record<string, number>} */
    const ways = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
    const way = ways[event.key];
    const { view } = this.drawing;
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.change(part, way * view.span * (event.shiftKey ? 0.5 : 0.1), view);
  }
}
