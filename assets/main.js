/**
 * The scripts of every page, from here on. Nothing is done when a module is loaded: the timeline draws as soon as its
 * place is there, while the browser still reads the list below it; each screen's `start` listens once the page is there,
 * and takes over what of it stands. The order is that in which they hear of a press and of a new address. Dash comes
 * last, and takes over what they have drawn.
 *
 * Three names stand in `window`, and no other: `contested_timeline` has the components that Dash looks for,
 * `dash_clientside` what its callbacks name, and `contestedTimeline` what tests, the bench and readers' own scripts use.
 */
import { callbacks as compare, start as startCompare } from "./compare/compare.js";
import { Timeline } from "./drawing/component.js";
import { callbacks as drawing } from "./drawing/feed.js";
import { outside } from "./drawing/outside.js";
import { start as startPoster } from "./drawing/poster.js";
import { start as startFind } from "./find/find.js";
import { start as startHandouts } from "./handouts/handouts.js";
import { callbacks as people, sound, start as startPeople, words } from "./people/people.js";
import { here } from "./present/lesson.js";
import { count } from "./present/pages.js";
import { start as startPresent } from "./present/present.js";
import { start as startCopying } from "./site/copying.js";
import { start as startFault } from "./site/fault.js";
import { Fragment } from "./site/fragment.js";
import { start as startDash } from "./site/later.js";
import { callbacks as address, go, start as startState } from "./site/state.js";
import { start as startTakeover } from "./site/takeover.js";
import { callbacks as sources, start as startSources } from "./sources/sources.js";
import { draw, callbacks as timeline, start as startTimeline } from "./timeline/timeline.js";
import { start as startTourEditor } from "./tour_editor/tour_editor.js";

window.contested_timeline = { Fragment, Timeline };
window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  address,
  compare,
  drawing,
  people,
  sources,
  ...timeline,
});
window.contestedTimeline = { ...outside, lesson: { here, count }, address: { go }, folding: { words, sound } };

/** What needs the whole page. */
function startAll() {
  startTakeover();
  startFault();
  startFind();
  startCompare();
  startPoster();
  startHandouts();
  startPeople();
  startPresent();
  startCopying();
  startSources();
  startTimeline();
  startTourEditor();
  startDash();
}

startState();
draw();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
else startAll();
