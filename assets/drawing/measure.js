/**
 * Widths of texts in the real font. Words are measured, once each, as the browser itself sets a line word by word: a
 * thousand names have some hundred words.
 */

const KEEP = 60000;
/** Widths by text, by font. @type {Map<string, Map<string, number>>} */
const caches = new Map();
/** @type {CanvasRenderingContext2D|undefined} */
let pen;
let held = ""; // the pen's font: asking it for it costs more than the text

/** A canvas's own pen. @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2DSettings} [how] */
export function pencil(canvas, how) {
  const found = canvas.getContext("2d", how);
  if (!found) throw new Error("this browser draws on no canvas");
  return found;
}

/** The cache of one font, emptied when it has grown beyond reason. @param {string} font */
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
  const hand = (pen ??= pencil(document.createElement("canvas")));
  /** @param {string} word */
  const measured = (word) => {
    let width = cache.get(word);
    if (width === undefined) {
      if (held !== font) hand.font = held = font;
      width = hand.measureText(word).width;
      cache.set(word, width);
    }
    return width;
  };
  return (text) => {
    const words = text.split(" ");
    return words.reduce((sum, word) => sum + measured(word), (words.length - 1) * measured(" "));
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
