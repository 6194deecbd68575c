/** Widths of texts in the real font, measured once each. */

const KEEP = 60000;
const caches = new Map();
let pen = null;

/** The cache of one font, emptied when it has grown beyond reason. */
function cacheOf(font) {
  let cache = caches.get(font);
  if (!cache || cache.size > KEEP) caches.set(font, (cache = new Map()));
  return cache;
}

/**
 * @param {string} font CSS font shorthand
 * @returns {(text: string) => number} width in CSS pixels
 */
export function ruler(font) {
  const cache = cacheOf(font);
  pen = pen || document.createElement("canvas").getContext("2d");
  return (text) => {
    let width = cache.get(text);
    if (width === undefined) {
      if (pen.font !== font) pen.font = font;
      width = pen.measureText(text).width;
      cache.set(text, width);
    }
    return width;
  };
}

/**
 * A text cut to a width, with an ellipsis when it had to be cut.
 * @param {string} text
 * @param {number} max CSS pixels
 * @param {string} font
 * @returns {string}
 */
export function cutText(text, max, font) {
  const width = ruler(font);
  if (width(text) <= max) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(`${letters.slice(0, middle).join("")}…`) <= max) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}
