/**
 * Colours as the style sheets say them, resolved to hex: a canvas and a saved SVG understand no CSS variable.
 * `.timeline-probe` in timeline.css holds the mixing; nothing is mixed here.
 */

let pixel = null;

/** @param {string} color any CSS colour @returns {string} #rrggbb */
function hex(color) {
  pixel = pixel || document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b] = pixel.getImageData(0, 0, 1, 1).data;
  return `#${((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1)}`;
}

/** Colours of one lane from a probe that carries its `--lane`. */
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
 * @returns {object} paper, ink, muted, hairline, accent; `lanes` with hue, tint, ghost; fonts; type scale
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
  const plain = {};
  for (const name of ["paper", "ink", "muted", "hairline", "accent", "panel"]) {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    plain[name] = box.appendChild(probe);
  }
  const serif = box.appendChild(document.createElement("span"));
  serif.style.fontFamily = "var(--serif)";
  root.appendChild(box);
  const out = { lanes: probes.map(laneColours) };
  for (const name of Object.keys(plain)) out[name] = hex(getComputedStyle(plain[name]).color);
  const style = getComputedStyle(root);
  out.sans = style.fontFamily;
  out.serif = getComputedStyle(serif).fontFamily;
  out.scale = parseFloat(style.getPropertyValue("--type-scale")) || 1;
  box.remove();
  return out;
}

/**
 * The colours as they would be in another theme, for paper.
 * @param {string} theme
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
