/** Sizes in CSS pixels and fonts, from the width there is, the type scale and the kind of pointer. */

const PHONE = 640;

/**
 * @param {{width: number, scale: number, coarse: boolean, sans: string, serif: string}} given
 * @returns sizes and fonts; every other file takes its measures from here
 */
export function makeMetrics({ width, scale, coarse, sans, serif }) {
  /** @param {number} n */
  const px = (n) => Math.round(n * scale);
  const phone = width < PHONE;
  const chip = coarse ? Math.max(32, px(21)) : px(21);
  const size = 13 * scale;
  return {
    width,
    scale,
    phone,
    coarse,
    chip,
    sans,
    serif,
    size,
    row: chip + px(4),
    strip: coarse ? Math.max(24, px(13)) : px(13),
    head: phone ? px(21) : 0,
    pad: px(6),
    axis: px(42),
    axisMajor: px(16),
    axisMinor: px(35),
    dotCentre: px(10),
    dotInset: px(19),
    dot: 4 * scale,
    barInset: px(8),
    bar: px(3),
    symbol: px(17),
    fade: px(56),
    minBar: px(10),
    least: phone ? 2 : 1,
    labelMax: Math.round(phone ? width * 0.6 : 320 * scale),
    fonts: {
      normal: `400 ${size}px ${sans}`,
      strong: `600 ${size}px ${sans}`,
      minor: `400 ${11.5 * scale}px ${sans}`,
      major: `600 ${14.5 * scale}px ${serif}`,
      lane: `600 ${14 * scale}px ${serif}`,
      small: `400 ${11.5 * scale}px ${sans}`,
    },
  };
}
