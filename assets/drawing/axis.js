/**
 * The axis: which calendar step to write, and the ticks of a window. Steps go by the calendar, never by
 * "thirty days"; a step is taken only when its widest label, measured, fits.
 */
import { MONTHS, civil, dayNumber, weekday } from "./calendar.js";

/** @param {Civil} c */
const SHORT = (c) => MONTHS[c.month - 1].slice(0, 3);
const CENTURY = 36524;

/**
 * From fine to coarse. `days` is the shortest a step can be, `samples` are its widest labels.
 * A label function receives the calendar day and the day number.
 * @type {(CalendarStep & {major: string, samples: string[], text: (c: Civil, n: number) => string})[]}
 */
export const LADDER = [
  { unit: "day", count: 1, days: 1, major: "month", samples: ["Wed 28"], text: (c, n) => `${weekday(n)} ${c.day}` },
  { unit: "day", count: 1, days: 1, major: "month", samples: ["28"], text: (c) => String(c.day) },
  { unit: "week", count: 1, days: 7, major: "month", samples: ["28"], text: (c) => String(c.day) },
  {
    unit: "month",
    count: 1,
    days: 28,
    major: "year",
    samples: ["September", "December"],
    text: (c) => MONTHS[c.month - 1],
  },
  { unit: "month", count: 1, days: 28, major: "year", samples: ["Mar", "Nov", "Aug"], text: SHORT },
  { unit: "month", count: 3, days: 90, major: "year", samples: ["Apr", "Jul", "Oct"], text: SHORT },
  { unit: "month", count: 6, days: 181, major: "year", samples: ["Jan", "Jul"], text: SHORT },
  ...[1, 2, 5, 10, 25, 50, 100, 250, 500, 1000].map((count) => ({
    unit: "year",
    count,
    days: 365 * count,
    major: count < 5 ? "decade" : count < 50 ? "century" : "",
    samples: ["8888"],
    text: (/** @type {Civil} */ c) => String(c.year),
  })),
];

/** @type {Record<string, CalendarStep & {long: (c: Civil) => string, short: (c: Civil) => string, sample: string}>} */
const MAJOR = {
  month: {
    unit: "month",
    count: 1,
    days: 28,
    long: (c) => `${MONTHS[c.month - 1]} ${c.year}`,
    short: (c) => `${SHORT(c)} ${c.year}`,
    sample: "September 8888",
  },
  year: {
    unit: "year",
    count: 1,
    days: 365,
    long: (c) => String(c.year),
    short: (c) => String(c.year),
    sample: "8888",
  },
  decade: {
    unit: "year",
    count: 10,
    days: 3652,
    long: (c) => `${c.year}s`,
    short: (c) => `${c.year}s`,
    sample: "8888s",
  },
  century: {
    unit: "year",
    count: 100,
    days: CENTURY,
    long: (c) => `${ordinal(c.year / 100 + 1)} century`,
    short: (c) => ordinal(c.year / 100 + 1),
    sample: "18th century",
  },
};

/** @param {number} n @returns {string} "19th" */
function ordinal(n) {
  const tail = n % 100 > 10 && n % 100 < 14 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
  return `${n}${tail}`;
}

/** The last tick of a step at or before a day. @param {number} day @param {CalendarStep} step */
export function floorTick(day, step) {
  const c = civil(day);
  if (step.unit === "day") return Math.floor(day);
  if (step.unit === "week") return Math.floor((day + 3) / 7) * 7 - 3;
  if (step.unit === "month") {
    const month = c.month - 1 - ((c.month - 1) % step.count);
    return dayNumber(c.year, month + 1, 1);
  }
  return dayNumber(Math.floor(c.year / step.count) * step.count, 1, 1);
}

/** The tick after one that `floorTick` gave. @param {number} day @param {CalendarStep} step */
export function nextTick(day, step) {
  if (step.unit === "day") return day + 1;
  if (step.unit === "week") return day + 7;
  const c = civil(day);
  return step.unit === "month" ? dayNumber(c.year, c.month + step.count, 1) : dayNumber(c.year + step.count, 1, 1);
}

/**
 * The finest step whose labels fit.
 * @param {number} perDay pixels per day
 * @param {(text: string) => number} width measured width of a minor label
 * @param {number} gap pixels wanted between labels
 * @returns an entry of the ladder
 */
export function stepFor(perDay, width, gap) {
  /** @param {(typeof LADDER)[number]} step */
  const fits = (step) => Math.max(...step.samples.map(width)) + gap <= step.days * perDay;
  return LADDER.find(fits) || LADDER[LADDER.length - 1];
}

/**
 * Ticks of one step from the one at or before `start` to `end`.
 * @param {number} start
 * @param {number} end
 * @param {CalendarStep} step
 * @param {(c: Civil, n: number) => string} text
 */
function ticksOf(start, end, step, text) {
  const ticks = [];
  for (let day = floorTick(start, step); day < end; day = nextTick(day, step)) {
    ticks.push({ day, text: text(civil(day), day) });
  }
  return ticks;
}

/**
 * Both rows of the axis for a window.
 * @param {number} start day number
 * @param {number} end day number
 * @param {number} perDay pixels per day
 * @param {{minor: (text: string) => number, major: (text: string) => number, gap: number}} type measures
 * @returns {{unit: string, minor: {day: number, text: string}[], major: {day: number, text: string}[]}} `unit` is that
 *   of the minor steps; the first tick of each row may lie before the window, so that its label can be pinned
 */
export function axisTicks(start, end, perDay, type) {
  const step = stepFor(perDay, type.minor, type.gap);
  const minor = ticksOf(start, end, step, step.text);
  if (!step.major) return { unit: step.unit, minor: [], major: minor };
  const major = MAJOR[step.major];
  const roomy = type.major(major.sample) + type.gap <= major.days * perDay;
  return { unit: step.unit, minor, major: ticksOf(start, end, major, roomy ? major.long : major.short) };
}
