/** What is seen, as a stand-alone SVG or PNG with a title and a footer. */
import { spanText } from "./calendar.js";
import { makeScene } from "./compose.js";
import { FLAGS, GHOST, labelFont, labelWidths } from "./entries.js";
import { cutText, pencil, ruler } from "./measure.js";
import { makeMetrics } from "./metrics.js";
import { grouped } from "./numbers.js";
import { paintScene } from "./paint.js";
import { escapeXml, svgPen } from "./pens.js";
import { hiddenCounts, labelPush, labelRoom, placer } from "./scene.js";
import { tellers } from "./told.js";

const EDGE = 24;

/**
 * Lane names beside the lanes (above them where the drawing is narrow), as text.
 * @param {SvgPen} pen
 * @param {Scene} scene
 * @param {Lane[]} lanes
 * @param {Palette} palette
 * @param {number[]} counts
 * @param {number} gutter
 */
function names(pen, scene, lanes, palette, counts, gutter) {
  const { fonts, metrics, phone, axis, pad, scale } = { ...scene.metrics, metrics: scene.metrics };
  lanes.forEach((lane, k) => {
    const top = scene.lanes[k].top + axis + pad;
    const size = parseFloat(fonts.lane.split(" ")[1]);
    const more = counts[k] ? `+${grouped(counts[k])}` : "";
    const room = phone ? metrics.width / 2 : gutter - 24 * scale;
    const high = scene.lanes[k].bottom - scene.lanes[k].top - pad;
    const most = phone ? 1 : Math.max(1, Math.floor((high - (more ? size * 1.3 : 0)) / (size * 1.2)));
    const words = lines(lane.name, room, fonts.lane);
    const rows = [...words.slice(0, most - 1), words.slice(most - 1).join(" ")].map((row) =>
      cutText(row, room, fonts.lane),
    );
    const last = Math.max(0, rows.filter(Boolean).length - 1) * size * 1.2;
    pen.rect(0, top + 2, 3 * scale, size, palette.lanes[k].hue);
    rows.forEach((row, n) => row && pen.text(8 * scale, top + size + n * size * 1.2, row, fonts.lane, palette.ink));
    if (phone) pen.text(16 * scale + ruler(fonts.lane)(rows[0]), top + size, more, fonts.small, palette.muted);
    else pen.text(8 * scale, top + size * 2.3 + last, more, fonts.small, palette.muted);
  });
}

/**
 * Room beside the lanes for the longest of their names, or a fifth of the whole.
 * @param {Lane[]} lanes
 * @param {Metrics} metrics
 */
function widest(lanes, metrics) {
  const wide = ruler(metrics.fonts.lane);
  const longest = Math.max(0, ...lanes.map((lane) => wide(lane.name || "")));
  return Math.min(longest + 26 * metrics.scale, metrics.width / 5);
}

/**
 * The label of an entry, cut as on the screen, with the sign of a contradiction.
 * @param {SvgPen} pen
 * @param {Scene} scene
 * @param {Sight} view
 * @param {Palette} palette
 * @param {number} i
 * @param {number} y the middle of its row
 */
export function paintLabel(pen, scene, view, palette, i, y) {
  const { cols, status } = scene.model;
  const { metrics } = scene;
  const font = labelFont(cols, i, metrics.fonts);
  const faint = status[i] === GHOST || (cols.contest[i] && !tellers(cols.contest[i]));
  const pushed = labelPush(scene, i, view.start * scene.perDay);
  const room = labelRoom(scene, i, pushed);
  if (!room) return;
  const left = placer(view)(scene.text[i]) + pushed;
  const base = y + metrics.size * 0.35;
  const text = cutText(cols.label[i], room, font);
  const wide = ruler(font)(text);
  pen.text(left, base, text, font, faint ? palette.muted : palette.ink, wide);
  if (cols.flags[i] & FLAGS.DISPUTED)
    pen.text(left + wide + metrics.gap / 2, base, "≠", metrics.fonts.strong, palette.accent);
}

/** The words of the silences. @param {SvgPen} pen @param {Scene} scene @param {Sight} view @param {Palette} palette */
function silences(pen, scene, view, palette) {
  const { metrics } = scene;
  for (const { from, y, text } of scene.silences) {
    const top = y - view.scroll + metrics.axis;
    const x = Math.max(0, placer(view)(from)) + 2 * metrics.inset;
    const wide = ruler(metrics.fonts.small)(text);
    pen.rect(x - metrics.inset, top, wide + 2 * metrics.inset, metrics.row, palette.paper);
    pen.text(x, top + metrics.row / 2 + metrics.size * 0.35, text, metrics.fonts.small, palette.muted, wide);
  }
}

/** Text broken into lines that fit. @param {string} text @param {number} width @param {string} font */
function lines(text, width, font) {
  const wide = ruler(font);
  /** @type {string[]} */
  const out = [];
  for (const word of String(text || "")
    .split(/\s+/)
    .filter(Boolean)) {
    const longer = out.length ? `${out[out.length - 1]} ${word}` : word;
    if (out.length && wide(longer) <= width) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out;
}

/**
 * Title and subtitle, or footer, from y down.
 * @param {SvgPen} pen
 * @param {{text: string|undefined, font: string, size: number, color: string}[]} texts
 * @param {number} width
 * @param {number} y
 * @returns {number} the y below them
 */
function block(pen, texts, width, y) {
  let at = y;
  for (const { text, font, size, color } of texts) {
    for (const line of lines(text || "", width, font)) {
      at += size * 1.35;
      pen.text(EDGE, at, line, font, color);
    }
  }
  return at;
}

/**
 * @param {Drawing} drawing from `drawingOf` or `create(...).drawing`
 * @param {PictureOptions} options width of the whole and height for the lanes in pixels; `bare` leaves out
 *   title, footer and edge
 * @returns {{svg: string, width: number, height: number, hidden: number}} `hidden` is how many events are only marks
 */
export function picture(drawing, options = {}) {
  const palette = options.palette || drawing.palette;
  const { scale, sans, serif } = palette;
  const whole = options.width || drawing.parts.root.clientWidth;
  const edge = options.bare ? 0 : EDGE;
  const metrics = makeMetrics({ width: whole - 2 * edge, scale, coarse: false, sans, serif });
  if (options.labelMax) metrics.labelMax = options.labelMax;
  const gutter = metrics.phone ? 0 : Math.round(options.bare ? widest(drawing.props.lanes, metrics) : 136 * scale);
  const width = whole - 2 * edge - gutter;
  const widths = labelWidths(drawing.model.cols, metrics.fonts, metrics.labelMax);
  const area = Math.max(options.height || drawing.area(), 120);
  const { start, span } = drawing.view;
  const { model } = drawing;
  const scene = makeScene({ model, widths, perDay: width / span, start, end: start + span, area, metrics });
  const height = scene.height + metrics.axis;
  const view = {
    start,
    end: start + span,
    origin: start * scene.perDay,
    shift: 0,
    width,
    height,
    scroll: 0,
    rest: drawing.props.rest,
    selected: drawing.selected,
    lit: "",
  };
  const pen = svgPen();
  /** @param {number} size @param {number} weight @param {string} family @param {string} color */
  const type = (size, weight, family, color) => ({
    font: `${weight} ${size * scale}px ${family}`,
    size: size * scale,
    color,
  });
  const counts = hiddenCounts(scene, start, start + span, drawing.props.rest);
  const said = spanText(start, start + span);
  const { first, last } = drawing.model.limit;
  const part =
    options.subtitle && span < last - first - 1 ? `${options.subtitle} · seen here: ${said}` : options.subtitle;
  const top = options.bare
    ? 0
    : block(
        pen,
        [
          { text: options.title, ...type(22, 600, serif, palette.ink) },
          { text: part, ...type(13, 400, sans, palette.muted) },
        ],
        whole - 2 * EDGE,
        EDGE - 8,
      ) + 12;
  pen.shift(edge, top);
  names(pen, scene, drawing.props.lanes, palette, counts, gutter);
  pen.unshift();
  pen.shift(edge + gutter, top);
  paintScene(pen, scene, view, palette, (i, y) => paintLabel(pen, scene, view, palette, i, y));
  silences(pen, scene, view, palette);
  pen.unshift();
  const signs = new Set(model.cols.contest.flatMap((places) => [...places]));
  const used = drawing.props.stances.filter((_, k) => model.cols.stance.includes(k) || signs.has(k.toString(36)));
  const bottom = options.bare
    ? height
    : block(
        pen,
        [
          {
            text: used.map(({ symbol, name }) => `${symbol} ${name}`).join(" · "),
            ...type(11, 400, sans, palette.ink),
          },
          { text: said + (options.footer ? ` · ${options.footer}` : ""), ...type(11, 400, sans, palette.muted) },
        ],
        whole - 2 * EDGE,
        top + height + 8,
      ) + EDGE;
  const tall = Math.ceil(bottom);
  const name = escapeXml(options.title || drawing.props.label);
  return {
    width: whole,
    height: tall,
    hidden: counts.reduce((sum, n) => sum + n, 0),
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${tall}" viewBox="0 0 ${whole} ${tall}" role="img" aria-label="${name}">` +
      `<title>${name}</title><rect width="${whole}" height="${tall}" fill="${palette.paper}"/>${pen.body()}</svg>`,
  };
}

/** What is seen as a stand-alone SVG. @param {Drawing} drawing @param {PictureOptions} options @returns {string} */
export function toSvg(drawing, options) {
  return picture(drawing, options).svg;
}

/**
 * What is seen as a PNG at twice the size.
 * @param {Drawing} drawing
 * @param {PictureOptions} options
 * @returns {Promise<Blob>}
 */
export async function toPng(drawing, options) {
  const { svg, width, height } = picture(drawing, options);
  const image = new Image(width * 2, height * 2);
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    pencil(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the image is too large"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
