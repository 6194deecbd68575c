/** Numbers as they are read. */

/**
 * With commas between thousands. By hand: a browser that has not yet said a number in any language takes as long to
 * learn how as for the rest of the first drawing's names.
 * @param {number} number whole
 * @returns {string}
 */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
