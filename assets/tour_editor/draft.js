/**
 * The draft of tours, kept in this browser. Every change reads what is kept, changes that, and writes it back: of two
 * tabs none overwrites what the other has done. Tours and steps have keys of their own, so that a change finds what it
 * is for wherever another tab has moved it.
 */
import { findOne, readJson } from "../site/dom.js";

const KEY = "timeline-tours: ";
/** @type {Draft|null} */
let alone = null; // the draft itself where the browser keeps nothing

/** Another folder has other events: its drafts are kept apart. @returns {string} */
export function place() {
  return KEY + findOne(".masthead-title").textContent.trim();
}

/** @returns {Draft} */
export function read() {
  /** @type {Draft} */
  const nothing = { tours: [], current: "", changed: 0, downloaded: 0 };
  if (alone) return alone;
  try {
    const found = readJson(window.localStorage.getItem(place()));
    return found && Array.isArray(found.tours) ? Object.assign(nothing, found) : nothing;
  } catch (unreadable) {
    return nothing;
  }
}

/** @param {Draft} draft */
function write(draft) {
  try {
    window.localStorage.setItem(place(), JSON.stringify(draft));
    alone = null;
  } catch (refused) {
    alone = draft; // storage is full or forbidden: it lives as long as the page
  }
}

/**
 * @template T
 * @param {(draft: Draft) => T} how changes the draft that is handed to it
 * @param {boolean} [same] true if what is changed is not the tours themselves
 * @returns {T} what `how` returns
 */
function change(how, same = false) {
  const draft = read();
  const found = how(draft);
  if (!same) draft.changed = Date.now();
  write(draft);
  return found;
}

/** @returns {string} a key that no other tab makes too */
function key() {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
}

/** @param {Draft} draft @param {string} which */
const tourIn = (draft, which) => draft.tours.find((tour) => tour.key === which);
/** @param {Draft} draft */
export const current = (draft) => tourIn(draft, draft.current) || draft.tours[0];

/** A name that no tour of the draft has. @param {Draft} draft @param {string} name */
function freeName(draft, name) {
  const taken = draft.tours.map((tour) => tour.name);
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${name} (${number})`;
  return free;
}

/**
 * Put a tour into the draft and open it.
 * @param {Draft} draft
 * @param {Partial<Tour> & {name: string}} tour
 * @returns {string} its key
 */
function put(draft, { name, question = "", tour_id: id = "", steps = [] }) {
  const tour = { key: key(), tour_id: id, name, question, steps: steps.map((step) => ({ ...step, key: key() })) };
  draft.tours.push(tour);
  draft.current = tour.key;
  return tour.key;
}

export const newTour = () => change((draft) => put(draft, { name: freeName(draft, "My tour") }));
/** @param {Tour} tour */
export const copyTour = (tour) =>
  change((draft) => put(draft, { ...tour, tour_id: "", name: freeName(draft, `Copy of ${tour.name}`) }));
/** @param {string} which */
export const open = (which) => change((draft) => (draft.current = which), true);

/** What can be told of a tour, without what only this page needs. @param {Tour} tour */
export function plain({ tour_id: id, name, question, steps }) {
  const told = steps.map(({ event_id: event, heading, note, view }) => ({ event_id: event, heading, note, view }));
  return { tour_id: id, name, question, steps: told };
}

/**
 * Put the tours of a file beside those that are here; one that is here already, word for word, is not put twice.
 * @param {Tour[]} tours
 * @returns {number} how many are new
 */
export function putFile(tours) {
  /** @param {Tour} tour */
  const text = (tour) => JSON.stringify(plain(tour));
  return change(function (draft) {
    const here = draft.tours.map(text);
    const fresh = tours.filter((tour) => !here.includes(text(tour)));
    fresh.forEach((tour) => put(draft, tour));
    draft.current = draft.tours.find((tour) => text(tour) === text(tours[0]))?.key || "";
    return fresh.length;
  });
}

/**
 * A new step at the end of the open tour, or of a first one.
 * @param {Pick<Step, "event_id" | "title" | "date"> & Partial<Step>} step
 * @returns {{number: number, tour: string, key: string}}
 */
export function addStep(step) {
  return change(function (draft) {
    if (!draft.tours.length) put(draft, { name: "My tour" });
    const tour = current(draft);
    const made = { heading: "", note: "", view: "", seen: "", ...step, key: key() };
    tour.steps.push(made);
    return { number: tour.steps.length, tour: tour.name, key: made.key };
  });
}

/**
 * Change one field of a tour, or of the step of this key.
 * @param {string} which
 * @param {string} field
 * @param {string} text
 */
export function set(which, field, text) {
  change(function (draft) {
    /** @type {(Tour|Step)[]} */
    const all = draft.tours.flatMap((tour) => [tour, ...tour.steps]);
    const found = all.find((item) => item.key === which);
    if (found) Object.assign(found, { [field]: text });
  });
}

/** Where a step stands. @param {Draft} draft @param {string} which @returns {{tour: Tour, at: number}|undefined} */
function find(draft, which) {
  const tour = draft.tours.find((each) => each.steps.some((step) => step.key === which));
  return tour && { tour, at: tour.steps.findIndex((step) => step.key === which) };
}

/**
 * Move a step by so many places.
 * @param {string} which
 * @param {number} by
 * @returns {number} its new number, 0 if it has not moved
 */
export function move(which, by) {
  return change(function (draft) {
    const there = find(draft, which);
    const to = there ? there.at + by : -1;
    if (!there || to < 0 || to >= there.tour.steps.length) return 0;
    there.tour.steps.splice(to, 0, ...there.tour.steps.splice(there.at, 1));
    return to + 1;
  });
}

/** Take a step out. @param {string} which @returns {() => void} what puts it back */
export function removeStep(which) {
  return change(function (draft) {
    const there = find(draft, which);
    if (!there) return () => {};
    const { tour, at } = there;
    const [step] = tour.steps.splice(at, 1);
    return () => change((later) => (tourIn(later, tour.key) || current(later)).steps.splice(at, 0, step));
  });
}

/** Take a tour out. @param {string} which @returns {() => void} what puts it back */
export function removeTour(which) {
  return change(function (draft) {
    const at = draft.tours.findIndex((tour) => tour.key === which);
    const [tour] = draft.tours.splice(at, 1);
    return () =>
      change(function (later) {
        later.tours.splice(at, 0, tour);
        later.current = tour.key;
      });
  });
}

/**
 * The tours have been saved as a file, as they were at a moment.
 * @param {number} moment
 * @param {Object<string, string>} ids by key of the tour: what the file calls it
 */
export function downloaded(moment, ids) {
  change(function (draft) {
    draft.downloaded = moment;
    draft.tours.forEach((tour) => (tour.tour_id = ids[tour.key] || tour.tour_id));
  }, true);
}

/** @returns {boolean} whether the browser keeps the draft */
export function kept() {
  return alone === null;
}
