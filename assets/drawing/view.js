/** The view: which stretch of time is seen. Pure functions on {start, span} in days. */
import { pageData } from "../site/page_data.js";

/** Part of the axis left free beyond its ends. */
const MARGIN = pageData.margin;
const SMALLEST = 3;

/**
 * @param {[number, number]} bounds first and last day of the axis, inclusive
 * @returns {{first: number, last: number, least: number, most: number}} in days; `last` is exclusive
 */
export function limits(bounds) {
  const length = Math.max(1, bounds[1] + 1 - bounds[0]);
  const margin = Math.max(MARGIN * length, (SMALLEST - length) / 2);
  return {
    first: bounds[0] - margin,
    last: bounds[1] + 1 + margin,
    least: SMALLEST,
    most: length + 2 * margin,
  };
}

/** A view shifted (and only if it is too long, cut) into the limits. @param {View} view @param {Limit} limit */
export function clamp(view, limit) {
  const span = Math.min(limit.most, Math.max(limit.least, view.span));
  const start = Math.min(limit.last - span, Math.max(limit.first, view.start));
  return { start, span };
}

/**
 * A view with another length, around a day that stays where it is.
 * @param {View} view
 * @param {number} factor above 1 to see less and larger
 * @param {number} day
 * @param {Limit} limit
 */
export function zoom(view, factor, day, limit) {
  const span = Math.min(limit.most, Math.max(limit.least, view.span / factor));
  return clamp({ start: day - ((day - view.start) * span) / view.span, span }, limit);
}

/** The same length, moved by days. @param {View} view @param {number} days @param {Limit} limit */
export function pan(view, days, limit) {
  return clamp({ start: view.start + days, span: view.span }, limit);
}

/** Between two views, even to the eye: lengths go by ratio. @param {number} t 0 to 1 @param {View} a @param {View} b */
export function between(a, b, t) {
  const ease = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
  const span = a.span * (b.span / a.span) ** ease;
  const even = Math.abs(b.span - a.span) < 1e-9 ? ease : (span - a.span) / (b.span - a.span);
  const centre = a.start + a.span / 2 + (b.start + b.span / 2 - a.start - a.span / 2) * even;
  return { start: centre - span / 2, span };
}

/** @param {[number, number]} days first and last @returns {View} */
export function of([first, last]) {
  return { start: first, span: last - first };
}

/** @param {View} view @returns {[number, number]} to three decimals of a day, as it stands in links */
export function pair(view) {
  return [Math.round(view.start * 1000) / 1000, Math.round((view.start + view.span) * 1000) / 1000];
}
