/**
 * Day numbers (days since 1970-01-01, negative before) and the calendar. All of it in the proleptic
 * Gregorian calendar and without time zones: the browser's Date would shift days at midnight.
 */

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/**
 * The calendar day of a day number.
 * @param {number} n day number, floored
 * @returns {{year: number, month: number, day: number}} month 1 to 12
 */
export function civil(n) {
  const z = Math.floor(n) + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/**
 * The day number of a calendar day; months beyond 12 or below 1 run over into other years.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {number}
 */
export function dayNumber(year, month, day) {
  const months = year * 12 + month - 1;
  const y0 = Math.floor(months / 12);
  const m = months - y0 * 12 + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
  return era * 146097 + ofEra - 719468;
}

/** @param {number} n day number @returns {string} "Sat" */
export function weekday(n) {
  return WEEKDAYS[((Math.floor(n) % 7) + 7) % 7];
}

/** @param {number} n day number @returns {string} "1 December 1934" */
export function dayText(n) {
  const c = civil(n);
  return `${c.day} ${MONTHS[c.month - 1]} ${c.year}`;
}

/** @param {number} n day number @returns {string} "December 1934" */
export function monthText(n) {
  const c = civil(n);
  return `${MONTHS[c.month - 1]} ${c.year}`;
}

/**
 * A window in words, as finely as its length asks for.
 * @param {number} start day number
 * @param {number} end day number, exclusive
 * @returns {string} "March 1934 to June 1936"
 */
export function spanText(start, end) {
  const say = end - start > 200 ? monthText : dayText;
  const from = say(start);
  const to = say(Math.max(start, Math.ceil(end) - 1));
  return from === to ? from : `${from} to ${to}`;
}
