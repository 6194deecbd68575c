/** Which calendar step the axis writes. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { axisTicks, floorTick, LADDER, nextTick } from "../../../assets/drawing/axis.js";
import { dayNumber, weekday } from "../../../assets/drawing/calendar.js";

/** @param {string} text */
const letters = (text) => 7 * text.length;

/** The ticks of a window drawn so many pixels wide, every letter seven pixels wide. */
function ticks(start, end, width) {
  const [from, to] = [dayNumber(...start), dayNumber(...end)];
  return axisTicks(from, to, width / (to - from), { minor: letters, major: letters, gap: 12 });
}

// prettier-ignore
const FINEST = [
  [[1935, 1, 1], [1935, 1, 15], 1000, "day", ["Tue 1", "Wed 2"], ["January 1935"]],
  [[1935, 1, 1], [1935, 2, 10], 1200, "day", ["1", "2"], ["January 1935", "February 1935"]],
  [[1934, 12, 1], [1935, 3, 1], 1000, "week", ["26", "3", "10"], ["December 1934", "January 1935"]],
  [[1935, 1, 1], [1936, 1, 1], 1200, "month", ["January", "February"], ["1935"]],
  [[1935, 1, 1], [1937, 1, 1], 1000, "month", ["Jan", "Feb"], ["1935", "1936"]],
  [[1932, 1, 1], [1941, 1, 1], 1300, "month", ["Jan", "Apr", "Jul"], ["1932", "1933"]],
  [[1932, 1, 1], [1941, 1, 1], 800, "month", ["Jan", "Jul"], ["1932", "1933"]],
  [[1932, 1, 1], [1941, 1, 1], 400, "year", ["1932", "1933"], ["1930s", "1940s"]],
  [[1800, 1, 1], [1950, 1, 1], 800, "year", ["1800", "1810"], ["19th century", "20th century"]],
  [[1000, 1, 1], [2000, 1, 1], 600, "year", [], ["1000", "1100"]],
];

for (const [start, end, width, unit, minor, major] of FINEST) {
  test(`the finest step that fits is written: ${start.join("-")} to ${end.join("-")} in ${width} pixels`, () => {
    const found = ticks(start, end, width);
    const texts = (row) => row.map(({ text }) => text);
    assert.equal(found.unit, unit);
    assert.deepEqual(texts(found.minor).slice(0, minor.length), minor);
    assert.deepEqual(texts(found.major).slice(0, major.length), major);
  });
}

test("months and years step by the calendar", () => {
  const months = ticks([1935, 1, 1], [1937, 1, 1], 1000).minor.map(({ day }) => day);
  assert.deepEqual(
    months,
    Array.from({ length: 24 }, (_, k) => dayNumber(1935, k + 1, 1)),
  );
  const weeks = ticks([1934, 12, 1], [1935, 3, 1], 1000).minor.map(({ day }) => weekday(day));
  assert.deepEqual(new Set(weeks), new Set(["Mon"]));
});

test("a tick stands at the day itself, and the next one after it", () => {
  for (const step of LADDER) {
    const tick = floorTick(dayNumber(1936, 2, 29), step);
    assert.equal(floorTick(tick, step), tick);
    assert.ok(nextTick(tick, step) > dayNumber(1936, 2, 29));
    assert.equal(floorTick(nextTick(tick, step) - 1, step), tick);
  }
});
