/** Feeding drawings that stand, and those that do not yet. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { feed, hear, holdMouth, tell } from "../../../assets/drawing/feed.js";

test("what is fed reaches the drawing of that id at once", async () => {
  const eaten = [];
  const letGo = holdMouth("a", (change) => eaten.push(change));
  const done = feed("a", { selected: "x" });
  feed("b", { selected: "y" });
  assert.deepEqual(eaten, [{ selected: "x" }]);
  await done;
  letGo();
});

test("what is fed before the drawing stands is kept for it, in its order", async () => {
  const eaten = [];
  const waits = [feed("c", { selected: "x" }), feed("c", { label: "y" })];
  holdMouth("c", (change) => eaten.push(change));
  assert.deepEqual(eaten, [{ selected: "x" }, { label: "y" }]);
  await Promise.all(waits);
});

test("a drawing that has gone takes nothing any more, and does not let go of the one after it", () => {
  const [first, second] = [[], []];
  const letGo = holdMouth("d", (change) => first.push(change));
  holdMouth("d", (change) => second.push(change));
  letGo();
  feed("d", { selected: "x" });
  assert.deepEqual([first, second], [[], [{ selected: "x" }]]);
});

test("what a drawing tells is heard by all who listen to it, whether it stood then or not", () => {
  const heard = [];
  tell("e", { selected: "lost" });
  hear("e", (change) => heard.push(["one", change]));
  hear("e", (change) => heard.push(["two", change]));
  hear("f", (change) => heard.push(["other", change]));
  tell("e", { selected: "x" });
  assert.deepEqual(heard, [
    ["one", { selected: "x" }],
    ["two", { selected: "x" }],
  ]);
});
