/** The controls of the filter bar: whose wish a value is. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const context = { triggered: [], states_list: [] };
const given = [];
globalThis.window = {
  location: { search: "", pathname: "/" },
  history: { pushState: (state, _, address) => (window.location.search = address.slice(1)) },
  dash_clientside: {
    no_update: "same",
    callback_context: context,
    set_props: (id, props) => given.push([id, props]),
  },
};
document.body = { dataset: { axis: "-13880/-10593" } };

const { callbacks } = await import("../../../assets/timeline/controls.js");

/** A reader sets controls: [id, value] of each. */
function set(...controls) {
  context.triggered = controls.map(([id, value]) => ({ prop_id: `${id}.value`, value }));
  callbacks.write();
}

/** Dash hears of an address while the controls have these values. */
function take(search, values = {}) {
  window.location.search = search;
  const all = { "filter-people": [], "filter-words": "", "show-lanes": "theme", "show-ghosts": false, ...values };
  context.states_list = Object.entries(all).map(([id, value]) => ({ id, property: "value", value }));
  context.states_list.push({ id: "filter-query", property: "data", value: "" });
  given.length = 0;
  return callbacks.read();
}

beforeEach(() => take(""));

test("a control writes its own key and leaves the others to the address", () => {
  window.location.search = "?q=a";
  set(["filter-people", ["kirov"]]);
  assert.equal(window.location.search, "?person=kirov&q=a");
});

test("what is as usual, or only spaces, takes the key away", () => {
  take("?q=a&lanes=source&ghosts=1");
  set(["filter-words", "  "], ["show-lanes", "theme"], ["show-ghosts", false]);
  assert.equal(window.location.search, "");
});

test("the address goes into the controls that say something else, and only into them", () => {
  const answer = take("?person=kirov&lanes=source&event=x", { "show-lanes": "source" });
  assert.deepEqual(given, [["filter-people", { value: ["kirov"] }]]);
  assert.equal(answer, "person=kirov&lanes=source");
});

test("what the page gave a control is nobody's wish, even when the address has gone on", () => {
  take("?person=kirov");
  window.location.search = "?q=b";
  set(["filter-people", ["kirov"]]);
  assert.equal(window.location.search, "?q=b");
});

test("what a reader sets while others are still being set is kept, and nothing else is changed by it", () => {
  take("?person=kirov&lanes=source");
  set(["filter-people", ["kirov"]], ["filter-words", "shot"], ["show-lanes", "source"]);
  assert.equal(window.location.search, "?person=kirov&q=shot&lanes=source");
});

test("a choice that is taken back at once is taken back", () => {
  set(["filter-people", ["kirov"]]);
  set(["filter-people", []]);
  assert.equal(window.location.search, "");
});
