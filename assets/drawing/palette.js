/**
 * Colours as the style sheets say them, resolved to hex: a canvas and a saved SVG understand no CSS variable.
 * `.timeline-probe` in timeline.css holds the mixing; nothing is mixed here.
 */
import { pencil } from "./measure.js";

/** @type {CanvasRenderingContext2D|undefined} */
let pixel;

/** @param {string} color any CSS colour @returns {string} #rrggbb */
function hex(color) {
  const dot = (pixel ??= pencil(document.createElement("canvas"), { willReadFrequently: true }));
  dot.clearRect(0, 0, 1, 1);
  dot.fillStyle = color;
  dot.fillRect(0, 0, 1, 1);
  const [r, g, b] = dot.getImageData(0, 0, 1, 1).data;
  return `#${((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1)}`;
}

/** Colours of one lane from a probe that carries its `--lane`. @param {HTMLElement} probe */
function laneColours(probe) {
  const style = getComputedStyle(probe);
  return {
    hue: hex(style.color),
    tint: hex(style.backgroundColor),
    ghost: hex(style.borderTopColor),
  };
}

/**
 * @param {HTMLElement} root the drawing
 * @param {{color: string}[]} lanes
 * @returns {Palette} paper, ink, muted, hairline, accent; `lanes` with hue, tint, ghost; fonts; type scale
 */
export function readPalette(root, lanes) {
  const box = document.createElement("div");
  box.className = "timeline-probes";
  const probes = lanes.map((lane) => {
    const probe = document.createElement("span");
    probe.className = "timeline-probe";
    probe.style.setProperty("--lane", lane.color || "var(--muted)");
    return box.appendChild(probe);
  });
  /** @param {string} name of a variable of the style sheets */
  const plain = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    return box.appendChild(probe);
  };
  const seven = ["paper", "ink", "muted", "hairline", "accent", "panel", "pale"].map(plain);
  const serif = box.appendChild(document.createElement("span"));
  serif.style.fontFamily = "var(--serif)";
  root.appendChild(box);
  const [paper, ink, muted, hairline, accent, panel, pale] = seven.map((probe) => hex(getComputedStyle(probe).color));
  const style = getComputedStyle(root);
  const out = {
    ...{ paper, ink, muted, hairline, accent, panel, pale },
    lanes: probes.map(laneColours),
    sans: style.fontFamily,
    serif: getComputedStyle(serif).fontFamily,
    scale: parseFloat(style.getPropertyValue("--type-scale")) || 1,
  };
  box.remove();
  return out;
}

/**
 * The colours as they would be in another theme, for paper.
 * @param {string} theme
 * @param {HTMLElement} root
 * @param {{color: string}[]} lanes
 */
export function readPaletteAs(theme, root, lanes) {
  const page = document.documentElement;
  const now = page.dataset.theme;
  page.dataset.theme = theme;
  const out = readPalette(root, lanes);
  if (now === undefined) delete page.dataset.theme;
  else page.dataset.theme = now;
  return out;
}
