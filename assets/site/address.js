/* The page's address is its state: controls and drawing write it, and are set from it. Keys as in links.js. */
import * as links from "./links.js";
import { byId, targetOf } from "./dom.js";

const same = () => window.dash_clientside.no_update;

/** @returns {URLSearchParams} what the address asks for now */
export function asked() {
  return new URLSearchParams(window.location.search);
}

/** @returns {links.Days} first and last day of the timeline */
function axis() {
  const [first, last] = (document.body.dataset.axis || "").split("/").map(Number);
  return [first, last];
}

/** @returns {string} the canonical query string of what is asked for, "" or "?..." @param {URLSearchParams} query */
export const written = (query) => links.written(query, axis());

/** @returns {links.Days|null} the window asked for @param {URLSearchParams} query */
export const windowOf = (query) => links.windowOf(query, axis());

/**
 * Go to another view of this screen: a new entry in the history, and everybody who reads the address is told.
 * @param {URLSearchParams} query
 */
export function go(query) {
  const search = written(query);
  if (search === written(asked())) return;
  window.history.pushState({}, "", window.location.pathname + search);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/**
 * The controls of the filter bar, in the order of CONTROLS in timeline/web/timeline/filter_bar.py, into the address.
 * @param {Lane[]} lanes
 * @param {boolean} ghosts
 */
function writeFilter(people, match, sources, themes, words, since, until, perspective, lanes, ghosts) {
  if (setting) {
    if (!told) return;
    said = arguments; // a reader may have been quicker: what they say last is looked at when all are set
    rest();
    return;
  }
  const query = asked();
  go(
    links.changed(query, {
      person: people || [],
      match: match,
      source: sources || [],
      theme: themes || [],
      q: (words || "").trim(),
      from: (since || "").trim(),
      to: (until || "").trim(),
      as: perspective,
      lanes: lanes,
      ghosts: ghosts ? "1" : "",
    }),
  );
}

/**
 * The address into the controls of the filter bar; gives the filter, then the query while an event is open. Only what
 * differs from what stands there (`kept`, in the same order) is written anew.
 */
function readFilter(search, ...kept) {
  const query = asked();
  /** @param {string} key */
  const one = (key) => links.one(query, key);
  const lists = ["person", "source", "theme"].map((key) => links.many(query, key));
  const values = [
    lists[0],
    one("match"),
    lists[1],
    lists[2],
    one("q"),
    one("from"),
    one("to"),
    one("as"),
    one("lanes"),
    one("ghosts") === "1",
  ];
  const controls = window.dash_clientside.callback_context.states_list;
  const all = values.map((value, place) => ({ ...controls[place], value: value, says: kept[place] }));
  setControls(all.filter(({ value, says }) => JSON.stringify(value) !== JSON.stringify(says)));
  return [links.filterOf(query, axis()), query.get("event") ? query.toString() : ""].map((value, place) =>
    value === kept[kept.length - 2 + place] ? same() : value,
  );
}

const AFTER = 50; // milliseconds that the controls leave to the picture, which readers wait for
let setting = 0; // timer that runs while the controls take over what the address says
let told = true; // all of them have been told; some may not have heard yet
let said = null; // what they said meanwhile
let taken = ""; // the filter that they take over

/**
 * Set the controls that say something else, once the picture had its time; and take away what went wrong in the view
 * before. Until all of them are set, what they say together is nobody's wish.
 * @param {Array<{id: string, property: string, value: *}>} wrong
 */
function setControls(wrong) {
  const set = window.dash_clientside.set_props;
  if (byId("fault").textContent) set("fault", { children: "" });
  if (!wrong.length) return;
  window.clearTimeout(setting);
  told = false;
  said = null;
  taken = links.filterOf(asked(), axis());
  setting = window.setTimeout(function () {
    wrong.forEach(({ id, property, value }) => set(id, { [property]: value }));
    told = true;
    rest();
  }, AFTER);
}

/** Wait until none of the controls says anything any more. */
function rest() {
  window.clearTimeout(setting);
  setting = window.setTimeout(settled, AFTER);
}

/** All controls are set: from now on what they say is the reader's wish. */
function settled() {
  const last = said;
  setting = 0;
  said = null;
  if (last && taken === links.filterOf(asked(), axis())) writeFilter(...last);
}

/** @param {Event} toggled @returns {string} the filter that the address asks for */
export function filterNow() {
  return links.filterOf(asked(), axis());
}

/** Beside the name of each menu: how many of its choices are chosen. */
export function countChosen() {
  const menus = { people: "person", sources: "source", themes: "theme" };
  Object.keys(menus).forEach(function (menu) {
    const number = document.getElementById("number-" + menu);
    const chosen = String(asked().getAll(menus[menu]).length || "");
    if (number && number.textContent !== chosen) number.textContent = chosen;
  });
}

/** Which choices to count: those of the open menu, for the present filter; none while all menus are closed. */
function askChoices(menu, filter) {
  return menu ? { menu: menu, query: filter || "" } : same();
}

let openMenu = ""; // name of the open menu of the filter bar

/** Tell Dash which menu of the filter bar is open. */
function noteMenu(toggled) {
  const menu = targetOf(toggled).dataset.drop;
  if (!menu || (!targetOf(toggled).open && openMenu !== menu)) return;
  openMenu = targetOf(toggled).open ? menu : "";
  window.dash_clientside.set_props("open-menu", { data: openMenu });
}

/** The drawn window into the address, without a new entry in the history; gives the period that it is, if any. */
function writeWindow(drawn, bounds, period) {
  const all = drawn[0] <= bounds[0] && drawn[1] >= bounds[1];
  const first = links.isoDay(drawn[0]);
  const last = links.isoDay(drawn[1]);
  const search = written(links.changed(asked(), { start: all ? "" : first, end: all ? "" : last }));
  window.history.replaceState(window.history.state, "", window.location.pathname + search);
  return period && period !== first + "/" + last ? "" : same();
}

/** The event pressed in the drawing into the address; Back closes it. @param {Event} event */
function writeEvent(event) {
  go(links.changed(asked(), { event: event || "" }));
}

/** Go to a window given as "first/last" in ISO days. */
function jump(span) {
  if (!span) return;
  const days = span.split("/");
  go(links.changed(asked(), { start: days[0], end: days[1] }));
}

/** The address into the drawing: the open event, and the window if it is not drawn yet. @param {string} selected */
function readView(search, drawn, selected) {
  const query = asked();
  const event = query.get("event") || "";
  const wanted = windowOf(query);
  const there = wanted && drawn && Math.abs(drawn[0] - wanted[0]) <= 1 && Math.abs(drawn[1] - wanted[1]) <= 1;
  return [event === (selected || "") ? same() : event, wanted && !there ? { window: wanted, n: Date.now() } : same()];
}

/** What Dash calls by name. */
export const callbacks = { writeFilter, readFilter, askChoices, writeWindow, writeEvent, jump, readView };

/** Listen. */
export function start() {
  document.addEventListener("toggle", noteMenu, true);
}
