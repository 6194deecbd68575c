/* The page's address is its state: controls and drawing write it, and are set from it. Keys as in timeline/selection.py. */
(function () {
  "use strict";

  const DAY = 86400000; // milliseconds
  const ORDER = ["person", "match", "source", "theme", "q", "from", "to", "as", "lanes", "ghosts", "start", "end", "event", "question"];
  const DEFAULTS = { match: "any", lanes: "theme" };
  const same = () => window.dash_clientside.no_update;

  /** @returns {URLSearchParams} what the address asks for now */
  function asked() {
    return new URLSearchParams(window.location.search);
  }

  /**
   * The query string of what is asked for, in one order and without what goes without saying.
   * @param {URLSearchParams} query
   * @returns {string} "" or "?..."
   */
  function written(query) {
    const clean = new URLSearchParams();
    ORDER.forEach((key) =>
      query.getAll(key).forEach((value) => {
        if (value !== "" && value !== DEFAULTS[key]) clean.append(key, value);
      }),
    );
    const text = clean.toString();
    return text ? "?" + text : "";
  }

  /**
   * @param {URLSearchParams} query
   * @param {Object<string, string|string[]>} changes new values by key; "" or [] takes the key away
   * @returns {URLSearchParams}
   */
  function changed(query, changes) {
    const next = new URLSearchParams(query);
    Object.keys(changes).forEach((key) => {
      next.delete(key);
      [].concat(changes[key]).forEach((value) => next.append(key, value || ""));
    });
    return next;
  }

  /**
   * Go to another view of this screen: a new entry in the history, and everybody who reads the address is told.
   * @param {URLSearchParams} query
   */
  function go(query) {
    const search = written(query);
    if (search === written(asked())) return;
    window.history.pushState({}, "", window.location.pathname + search);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  /** @param {number} day days since 1970-01-01 @returns {string} ISO day */
  function isoDay(day) {
    return new Date(Math.round(day) * DAY).toISOString().slice(0, 10);
  }

  /** @param {string|null} text ISO day @returns {number|null} days since 1970-01-01, or null if it is none */
  function dayNumber(text) {
    const time = /^\d{4}-\d\d-\d\d$/.test(text || "") ? Date.parse(text + "T00:00:00Z") : NaN;
    return isNaN(time) ? null : time / DAY;
  }

  /** The controls of the filter bar, in the order of CONTROLS in timeline/web/filters.py, into the address. */
  function writeFilter(people, match, sources, themes, words, since, until, perspective, lanes, ghosts) {
    const query = asked();
    go(
      changed(query, {
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
   * The address into the controls of the filter bar, and the part of it that the filter is made of.
   * @param {string} search @param {string|undefined} kept the filter that was asked for last
   */
  function readFilter(search, kept) {
    const query = asked();
    const one = (key) => query.get(key) || DEFAULTS[key] || "";
    const filter = written(changed(query, { start: "", end: "", event: "", question: "" })).slice(1);
    return [
      query.getAll("person"),
      one("match"),
      query.getAll("source"),
      query.getAll("theme"),
      one("q"),
      one("from"),
      one("to"),
      one("as"),
      one("lanes"),
      query.get("ghosts") === "1",
      filter === kept ? same() : filter,
    ];
  }

  /** The drawn window into the address, without a new entry in the history; gives the period that it is, if any. */
  function writeWindow(drawn, bounds, period) {
    const all = drawn[0] <= bounds[0] && drawn[1] >= bounds[1];
    const first = isoDay(drawn[0]);
    const last = isoDay(drawn[1]);
    const search = written(changed(asked(), { start: all ? "" : first, end: all ? "" : last }));
    window.history.replaceState(window.history.state, "", window.location.pathname + search);
    return period && period !== first + "/" + last ? "" : same();
  }

  /** The event pressed in the drawing into the address; Back closes it. */
  function writeEvent(event) {
    go(changed(asked(), { event: event || "" }));
  }

  /** Go to a window given as "first/last" in ISO days. */
  function jump(span) {
    if (!span) return;
    const days = span.split("/");
    go(changed(asked(), { start: days[0], end: days[1] }));
  }

  /** The address into the drawing: the open event, and the window if it is not drawn yet. */
  function readView(search, drawn, selected) {
    const query = asked();
    const event = query.get("event") || "";
    const wanted = [dayNumber(query.get("start")), dayNumber(query.get("end"))];
    const given = wanted[0] !== null && wanted[1] !== null && wanted[0] < wanted[1];
    const there = given && drawn && Math.abs(drawn[0] - wanted[0]) <= 1 && Math.abs(drawn[1] - wanted[1]) <= 1;
    return [event === selected ? same() : event, given && !there ? { window: wanted, n: Date.now() } : same()];
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, {
    address: { writeFilter, readFilter, writeWindow, writeEvent, jump, readView },
  });
  window.timelineAddress = { asked, changed, go, written };
})();
