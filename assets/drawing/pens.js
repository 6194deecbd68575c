/**
 * Two pens with the same strokes: one for the canvas on the screen, one that writes SVG. What is exported and
 * printed is thereby what is seen.
 */

/**
 * A pen for one picture: it remembers which font is set, since setting one, and even asking for it, costs more than
 * the text itself.
 * @param {CanvasRenderingContext2D} ctx
 * @returns {Pen} the pen
 */
export function canvasPen(ctx) {
  let set = "";
  return {
    /** @param {number} x @param {number} y @param {number} w @param {number} h @param {string} fill */
    rect(x, y, w, h, fill, alpha = 1) {
      ctx.globalAlpha = alpha;
      ctx.fillStyle = fill;
      ctx.fillRect(x, y, w, h);
      ctx.globalAlpha = 1;
    },
    /** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} r */
    box(x, y, w, h, r, { fill, stroke, dash, alpha = 1 }) {
      ctx.globalAlpha = alpha;
      ctx.beginPath();
      if (stroke) ctx.roundRect(x + 0.5, y + 0.5, w - 1, h - 1, r);
      else ctx.roundRect(x, y, w, h, r);
      if (fill) {
        ctx.fillStyle = fill;
        ctx.fill();
      }
      if (stroke) {
        ctx.setLineDash(dash || []);
        ctx.strokeStyle = stroke;
        ctx.lineWidth = 1;
        ctx.stroke();
      }
      ctx.globalAlpha = 1;
    },
    /**
     * @param {number} x
     * @param {number} y
     * @param {number} w
     * @param {number} h
     * @param {string} fill
     * @param {number[]} dash
     * @param {number} offset
     */
    dashes(x, y, w, h, fill, dash, offset) {
      ctx.beginPath();
      ctx.moveTo(x, y + h / 2);
      ctx.lineTo(x + w, y + h / 2);
      ctx.setLineDash(dash);
      ctx.lineDashOffset = offset;
      ctx.strokeStyle = fill;
      ctx.lineWidth = h;
      ctx.stroke();
      ctx.lineDashOffset = 0;
    },
    /**
     * @param {number} x
     * @param {number} y
     * @param {number} w
     * @param {number} h
     * @param {string} fill
     * @param {number} fromAlpha
     * @param {number} toAlpha
     */
    fade(x, y, w, h, fill, fromAlpha, toAlpha) {
      const wash = ctx.createLinearGradient(x, 0, x + w, 0);
      wash.addColorStop(0, fill + alphaHex(fromAlpha));
      wash.addColorStop(1, fill + alphaHex(toAlpha));
      ctx.fillStyle = wash;
      ctx.fillRect(x, y, w, h);
    },
    /** @param {number} x @param {number} y @param {number} r */
    dot(x, y, r, { fill, stroke, line = 1.5, dash }) {
      ctx.beginPath();
      ctx.arc(x, y, stroke ? r - line / 2 : r, 0, 7);
      if (fill) {
        ctx.fillStyle = fill;
        ctx.fill();
      }
      if (stroke) {
        ctx.setLineDash(dash || []);
        ctx.strokeStyle = stroke;
        ctx.lineWidth = line;
        ctx.stroke();
      }
    },
    /** @param {number} x @param {number} y @param {number} r @param {string} fill */
    half(x, y, r, fill) {
      ctx.beginPath();
      ctx.arc(x, y, r, Math.PI / 2, -Math.PI / 2);
      ctx.fillStyle = fill;
      ctx.fill();
    },
    /** @param {number[][]} points @param {string} fill */
    wedge(points, fill) {
      ctx.beginPath();
      points.forEach(([x, y], k) => (k ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      ctx.fillStyle = fill;
      ctx.fill();
    },
    /** @param {number} x @param {number} y @param {number} w @param {number} h @param {string} color */
    hatch(x, y, w, h, color) {
      ctx.beginPath();
      for (const [x1, y1, x2, y2] of slants(x, y, w, h)) {
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
      }
      ctx.setLineDash([]);
      ctx.strokeStyle = color;
      ctx.lineWidth = 1;
      ctx.stroke();
    },
    /** @param {number} x @param {number} y @param {number} toX @param {number} toY @param {Stroke} style */
    curve(x, y, toX, toY, { stroke = "", line = 1, dash, alpha = 1 }) {
      const bend = (y + toY) / 2;
      ctx.globalAlpha = alpha;
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.bezierCurveTo(x, bend, toX, bend, toX, toY);
      ctx.setLineDash(dash || []);
      ctx.strokeStyle = stroke;
      ctx.lineWidth = line;
      ctx.stroke();
      ctx.globalAlpha = 1;
    },
    /** @param {number} x @param {number} y @param {string} text @param {string} font @param {string} fill */
    text(x, y, text, font, fill) {
      if (font !== set) ctx.font = set = font;
      ctx.fillStyle = fill;
      ctx.fillText(text, x, y);
    },
    /** @param {number} x @param {number} y @param {number} w @param {number} h */
    clip(x, y, w, h) {
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, y, w, h);
      ctx.clip();
    },
    unclip() {
      ctx.restore();
      set = "";
    },
  };
}

/** Pixels between two strokes of a hatching. */
const SLANT = 7;

/**
 * The strokes of a hatching, cut at its edges.
 * @param {number} x
 * @param {number} y
 * @param {number} w
 * @param {number} h
 * @returns {number[][]} from and to: x1, y1, x2, y2
 */
function slants(x, y, w, h) {
  const out = [];
  for (let at = x - ((x + h) % SLANT); at < x + w; at += SLANT) {
    const [from, to] = [Math.max(x, at), Math.min(x + w, at + h)];
    if (to > from) out.push([from, y + h - (from - at), to, y + h - (to - at)]);
  }
  return out;
}

/** @param {number} alpha 0 to 1 @returns {string} two hex digits */
function alphaHex(alpha) {
  return Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0");
}

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML; control characters, which XML refuses, are dropped. @param {string} text */
export function escapeXml(text) {
  return String(text)
    .replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, "")
    .replace(/[&<>"]/g, (c) => ESCAPES[c]);
}

/** @param {number} n @returns {string} at most two decimals */
function short(n) {
  return String(Math.round(n * 100) / 100);
}

/**
 * @returns {SvgPen} the pen; `pen.body()` is what it has written, definitions included
 */
export function svgPen() {
  /** @type {string[]} */
  const out = [];
  /** @type {string[]} */
  const defs = [];
  /** Ids of gradients. @type {Map<string, string>} */
  const washes = new Map();
  /** @param {string} name @param {Record<string, number>} numbers @param {string} rest */
  const shape = (name, numbers, rest) => {
    const place = Object.keys(numbers)
      .map((key) => ` ${key}="${short(numbers[key])}"`)
      .join("");
    out.push(`<${name}${place}${rest}/>`);
  };
  /** @param {Stroke} style */
  const paint = ({ fill, stroke, dash, alpha = 1, line = 1 }) =>
    ` fill="${fill || "none"}"` +
    (stroke ? ` stroke="${stroke}" stroke-width="${line}"` : "") +
    (dash ? ` stroke-dasharray="${dash.join(" ")}"` : "") +
    (alpha < 1 ? ` opacity="${short(alpha)}"` : "");
  /** @param {string} fill @param {number} from @param {number} to */
  const wash = (fill, from, to) => {
    const key = `${fill} ${from} ${to}`;
    if (!washes.has(key)) {
      washes.set(key, `w${washes.size}`);
      defs.push(
        `<linearGradient id="${washes.get(key)}"><stop offset="0" stop-color="${fill}" stop-opacity="${from}"/>` +
          `<stop offset="1" stop-color="${fill}" stop-opacity="${to}"/></linearGradient>`,
      );
    }
    return washes.get(key);
  };
  let clips = 0;
  return {
    rect: (x, y, width, height, fill, alpha) => shape("rect", { x, y, width, height }, paint({ fill, alpha })),
    /**
     * @param {number} x
     * @param {number} y
     * @param {number} w
     * @param {number} h
     * @param {number} rx
     * @param {Stroke} style
     */
    box(x, y, w, h, rx, style) {
      const inset = style.stroke ? 0.5 : 0;
      shape("rect", { x: x + inset, y: y + inset, width: w - 2 * inset, height: h - 2 * inset, rx }, paint(style));
    },
    dashes: (x, y, w, h, stroke, dash, offset) =>
      shape(
        "line",
        { x1: x, y1: y + h / 2, x2: x + w, y2: y + h / 2 },
        `${paint({ stroke, dash, line: h })} stroke-dashoffset="${short(offset)}"`,
      ),
    fade: (x, y, width, height, fill, from, to) =>
      shape("rect", { x, y, width, height }, ` fill="url(#${wash(fill, from, to)})"`),
    /** @param {number} cx @param {number} cy @param {number} r @param {Stroke} style */
    dot(cx, cy, r, style) {
      const line = style.line || 1.5;
      shape("circle", { cx, cy, r: style.stroke ? r - line / 2 : r }, paint({ ...style, line }));
    },
    half: (x, y, r, fill) =>
      out.push(
        `<path d="M${short(x)} ${short(y + r)}a${short(r)} ${short(r)} 0 0 1 0 ${short(-2 * r)}z" fill="${fill}"/>`,
      ),
    hatch: (x, y, w, h, stroke) =>
      out.push(
        `<path d="${slants(x, y, w, h)
          .map(([x1, y1, x2, y2]) => `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`)
          .join("")}"${paint({ stroke })}/>`,
      ),
    curve: (x, y, toX, toY, style) => {
      const bend = short((y + toY) / 2);
      out.push(
        `<path d="M${short(x)} ${short(y)}C${short(x)} ${bend} ${short(toX)} ${bend} ${short(toX)} ${short(toY)}"${paint(style)}/>`,
      );
    },
    wedge: (points, fill) =>
      out.push(`<polygon points="${points.map((p) => p.map(short).join(",")).join(" ")}" fill="${fill}"/>`),
    /**
     * @param {number} x
     * @param {number} y
     * @param {string} text
     * @param {string} font
     * @param {string} fill
     * @param {number} [width]
     */
    text(x, y, text, font, fill, width) {
      const [, italic, weight, cut, size, family] = font.match(/^(italic )?(\S+) (?:(\S+) )?([\d.]+)px (.*)$/) || [];
      const fitted = width ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : "";
      out.push(
        `<text x="${short(x)}" y="${short(y)}" font-family="${escapeXml(family)}" font-size="${size}" font-weight="${weight}"` +
          `${italic ? ' font-style="italic"' : ""}${cut ? ` font-stretch="${cut}"` : ""} fill="${fill}"${fitted}>${escapeXml(text)}</text>`,
      );
    },
    /** @param {number} x @param {number} y @param {number} width @param {number} height */
    clip(x, y, width, height) {
      const id = `c${clips++}`;
      defs.push(
        `<clipPath id="${id}"><rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"/></clipPath>`,
      );
      out.push(`<g clip-path="url(#${id})">`);
    },
    unclip: () => out.push("</g>"),
    shift: (x, y) => out.push(`<g transform="translate(${short(x)} ${short(y)})">`),
    unshift: () => out.push("</g>"),
    body: () => `<defs>${defs.join("")}</defs>${out.join("")}`,
  };
}
