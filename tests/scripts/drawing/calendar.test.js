/** Day numbers and the calendar, against the browser's own dates in UTC, which know the same calendar. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { civil, dayNumber, dayText, monthText, spanText, weekday } from "../../../assets/drawing/calendar.js";

const DAY = 86_400_000;

/** @param {number} year @param {number} month @param {number} day */
function fromDate(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC takes the years 0 to 99 for those of 1900
  return date.getTime() / DAY;
}

const KNOWN = [
  ["the first day counted", 1970, 1, 1],
  ["the day before it", 1969, 12, 31],
  ["a leap day", 2000, 2, 29],
  ["a leap day long ago", 1936, 2, 29],
  ["the end of February in a century without a leap day", 1900, 2, 28],
  ["the day after it", 1900, 3, 1],
  ["the first day of our era", 1, 1, 1],
  ["a leap day of the astronomical year 0", 0, 2, 29],
  ["the ides of March", -43, 3, 15],
  ["the last year that a date may have", 9999, 12, 31],
  ["the first year", -9998, 1, 1],
];

for (const [name, year, month, day] of KNOWN) {
  test(`${name} goes to its number and back`, () => {
    const n = dayNumber(year, month, day);
    assert.equal(n, fromDate(year, month, day));
    assert.deepEqual(civil(n), { year, month, day });
  });
}

test("every day of five centuries and of the years around 0 is the calendar's", () => {
  for (const [from, to] of [
    [fromDate(1600, 1, 1), fromDate(2101, 1, 1)],
    [fromDate(-5, 1, 1), fromDate(5, 1, 1)],
  ]) {
    for (let n = from; n < to; n++) {
      const date = new Date(n * DAY);
      const { year, month, day } = civil(n);
      assert.deepEqual([year, month, day], [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      assert.equal(dayNumber(year, month, day), n);
    }
  }
});

test("a moment within a day belongs to that day, also before 1970", () => {
  assert.deepEqual(civil(-0.25), { year: 1969, month: 12, day: 31 });
  assert.deepEqual(civil(0.999), { year: 1970, month: 1, day: 1 });
});

test("months run over into other years", () => {
  assert.equal(dayNumber(1934, 13, 1), dayNumber(1935, 1, 1));
  assert.equal(dayNumber(1935, 0, 1), dayNumber(1934, 12, 1));
  assert.equal(dayNumber(1935, -11, 1), dayNumber(1934, 1, 1));
});

test("weekdays go on without a break over 1970", () => {
  assert.deepEqual([-8, -7, -1, 0, 1, 7].map(weekday), ["Wed", "Thu", "Wed", "Thu", "Fri", "Thu"]);
  assert.equal(weekday(dayNumber(1934, 12, 1)), "Sat");
});

test("days, months and stretches are said as people say them", () => {
  const first = dayNumber(1934, 12, 1);
  assert.equal(dayText(first), "1 December 1934");
  assert.equal(monthText(first), "December 1934");
  assert.equal(spanText(first, first + 1), "1 December 1934");
  assert.equal(spanText(first, first + 1.5), "1 December 1934 to 2 December 1934");
  assert.equal(spanText(first, first + 200), "1 December 1934 to 18 June 1935"); // 200 days are still said in days
  assert.equal(spanText(first, first + 201), "December 1934 to June 1935");
  assert.equal(spanText(first, first), "1 December 1934");
});
