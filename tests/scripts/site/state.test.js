/** The address as the state: what is written, and who hears of it in which order. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

/** A window with an address and a history, as far as the module looks at them. */
const page = {
  location: { search: "", pathname: "/" },
  pushed: [],
  replaced: [],
  history: {
    state: { down: 7 },
    pushState: (state, _, address) => page.move(page.pushed, address),
    replaceState: (state, _, address) => page.move(page.replaced, address),
  },
  move(kind, address) {
    kind.push(address);
    page.location.search = address.slice(1);
  },
  heard: {},
  addEventListener: (name, listener) => (page.heard[name] = listener),
  dash_clientside: { set_props: (id, props) => page.told.push([id, props.data]) },
  told: [],
};
globalThis.window = page;
document.body = { dataset: { axis: "-13880/-10593" } };
let stands = true; // whether Dash does
const dash = { querySelector: () => (stands ? {} : null) };
const data = document.getElementById("page-data");
document.getElementById = (id) => (id === "page-data" ? data : dash);

const state = await import("../../../assets/site/state.js");
const calls = [];
let picture = null; // what the picture's listener answers
state.subscribe("dash", () => void calls.push("dash"));
state.subscribe("page", () => void calls.push("page"));
state.subscribe("picture", () => {
  calls.push("picture");
  return picture;
});
state.start();

beforeEach(() => {
  page.location.search = "";
  for (const list of [calls, page.pushed, page.replaced, page.told]) list.length = 0;
  picture = null;
  stands = true;
});

const soon = () => new Promise((done) => setImmediate(done));

test("a change is an entry in the history, and all hear of it in their order", () => {
  state.write({ person: ["kirov"], lanes: "source" });
  assert.deepEqual(page.pushed, ["/?person=kirov&lanes=source"]);
  assert.deepEqual(calls, ["picture", "page", "dash"]);
  assert.deepEqual(page.told, [["address", "person=kirov&lanes=source"]]);
});

test("before Dash stands all hear but Dash, which reads the address when it comes", () => {
  stands = false;
  state.write({ q: "a" });
  assert.deepEqual(calls, ["picture", "page", "dash"]);
  assert.deepEqual(page.told, []);
});

test("what asks for nothing new is not written, however the address says it", () => {
  page.location.search = "?lanes=theme&colour=red&event=a";
  state.write({ event: "a" });
  state.write({ as: "record", match: "any" });
  assert.deepEqual([page.pushed, calls], [[], []]);
});

test("a link is followed also where it only leaves out what nobody knows", () => {
  page.location.search = "?person=kirov&colour=red";
  state.go("?person=kirov");
  state.go("?person=kirov");
  assert.deepEqual(page.pushed, ["/?person=kirov"]);
  assert.equal(calls.length, 3);
});

test("a replacement leaves the history and its state, and tells nobody", () => {
  state.write({ start: "1934-12-01", end: "1935-01-01" }, { replace: true });
  assert.deepEqual(page.replaced, ["/?start=1934-12-01&end=1935-01-01"]);
  assert.deepEqual([page.pushed, calls], [[], []]);
});

test("back and forward are told too", () => {
  page.location.search = "?q=a";
  page.heard.popstate();
  assert.deepEqual(calls, ["picture", "page", "dash"]);
});

test("the rest of the page waits for the picture", async () => {
  let drawn = () => {};
  picture = new Promise((done) => (drawn = done));
  state.write({ q: "a" });
  await soon();
  assert.deepEqual(calls, ["picture"]);
  drawn();
  await soon();
  assert.deepEqual(calls, ["picture", "page", "dash"]);
});

test("but not for long", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  picture = new Promise(() => {});
  state.write({ q: "a" });
  mock.timers.tick(99);
  await soon();
  assert.deepEqual(calls, ["picture"]);
  mock.timers.tick(1);
  await soon();
  assert.deepEqual(calls, ["picture", "page", "dash"]);
  mock.timers.reset();
});

test("who was overtaken while the picture was drawn tells nothing", async () => {
  let drawn = () => {};
  picture = new Promise((done) => (drawn = done));
  state.write({ q: "a" });
  picture = null;
  state.write({ q: "b" });
  drawn();
  await soon();
  assert.deepEqual(calls, ["picture", "picture", "page", "dash"]);
  assert.deepEqual(page.told, [["address", "q=b"]]);
});
