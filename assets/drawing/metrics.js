/** Sizes in CSS pixels and fonts, from the width there is, the type scale and the kind of pointer. */

const PHONE = 640;
/** The sans is set in its condensed cut where the reader's system has one: more names find room. */
const CUT = "semi-condensed";

/**
 * @param {{width: number, scale: number, coarse: boolean, sans: string, serif: string}} given
 * @returns sizes and fonts; every other file takes its measures from here
 */
export function makeMetrics({ width, scale, coarse, sans, serif }) {
  /** @param {number} n */
  const px = (n) => Math.round(n * scale);
  const phone = width < PHONE;
  const size = 13 * scale;
  return {
    width,
    scale,
    phone,
    coarse,
    sans,
    serif,
    size,
    row: coarse ? Math.max(28, px(17.4)) : px(17.4),
    roomy: coarse ? Math.max(32, px(23)) : px(23),
    strip: coarse ? Math.max(24, px(7)) : px(7),
    head: phone ? px(21) : 0,
    pad: px(3),
    name: px(40), // of a lane whose name has two lines
    axis: px(36),
    axisMajor: px(14),
    axisMinor: px(30),
    pin: 3.5 * scale,
    stem: px(16),
    bar: px(3),
    hook: px(4),
    narrow: px(30),
    gap: px(5),
    inset: px(3),
    place: 8.5 * scale,
    placesEnd: px(4),
    sign: px(12),
    glyph: px(16),
    fade: px(56),
    minBar: px(6),
    begin: 2,
    least: phone ? 1 : 2,
    labelMax: Math.round(phone ? width * 0.6 : 320 * scale),
    fonts: {
      normal: `400 ${CUT} ${size}px ${sans}`,
      strong: `600 ${CUT} ${size}px ${sans}`,
      normalItalic: `italic 400 ${CUT} ${size}px ${sans}`,
      strongItalic: `italic 600 ${CUT} ${size}px ${sans}`,
      date: `italic 400 ${CUT} ${11 * scale}px ${sans}`,
      place: `400 ${9 * scale}px ${sans}`,
      minor: `400 ${CUT} ${11 * scale}px ${sans}`,
      major: `600 ${14.5 * scale}px ${serif}`,
      lane: `600 ${13.5 * scale}px ${serif}`,
      small: `400 ${CUT} ${11 * scale}px ${sans}`,
    },
  };
}
