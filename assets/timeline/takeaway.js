/* The menu "Take away": a link, an image, a table, a printed sheet of what is seen. */
import { around, byId, findOne, aroundOf, tokenTexts } from "../site/dom.js";
import { pageData } from "../site/page_data.js";
import { drawingOf } from "../drawing/create.js";
import { toPng, toSvg } from "../drawing/export.js";
import { read, written } from "../site/state.js";
import { changed } from "../site/links.js";

/** @param {string} text told to everybody, also to those who only hear the page */
function say(text) {
  const place = byId("taken");
  place.textContent = text;
  place.classList.remove("visually-hidden");
  window.setTimeout(() => place.classList.add("visually-hidden"), 4000);
}

/** @param {Blob} blob @param {string} name of the file */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say("Saved as " + name);
}

/** @returns {{title: string, subtitle: string, footer: string}} what stands above and below the image */
function caption() {
  const tokens = tokenTexts();
  const result = byId("result").textContent;
  return {
    title: findOne(".masthead-title").textContent.trim(),
    subtitle: [result].concat(tokens).join(" · "),
    footer: document.body.dataset.footer || "",
  };
}

/** @type {Record<string, () => Promise<void>>} */
const WAYS = {
  link: async function () {
    try {
      await navigator.clipboard.writeText(window.location.href);
      say("The link is copied");
    } catch (refused) {
      window.prompt("Copy this link", window.location.href);
    }
  },
  svg: async function () {
    const svg = toSvg(drawing(), caption());
    save(new Blob([svg], { type: "image/svg+xml" }), "timeline.svg");
  },
  png: async function () {
    save(await toPng(drawing(), caption()), "timeline.png");
  },
  csv: async function () {
    const link = document.createElement("a");
    link.href = pageData.paths["events.csv"] + written(read());
    link.download = "events.csv";
    link.click();
  },
  present: async function () {
    window.location.assign(pageData.paths.present + written(read()));
  },
  print: async () => window.print(),
};

/** @returns {Drawing} the drawing on this page */
function drawing() {
  const found = drawingOf(byId("drawing"));
  if (!found) throw new Error("nothing is drawn on this page");
  return found;
}

/** @param {MouseEvent} press */
function take(press) {
  const item = around(press, "[data-take]");
  if (!item || !document.getElementById("drawing")) return;
  press.preventDefault();
  aroundOf(press, "details", HTMLDetailsElement)?.removeAttribute("open");
  WAYS[item.dataset.take || "link"]();
}

/** A sheet is made of the events in the present filter: its link says which. @param {Event} press */
function ask(press) {
  const link = aroundOf(press, "a[data-take-sheet]", HTMLAnchorElement);
  if (!link) return;
  link.search = written(changed(read(), { event: "", question: "" }));
}

/** Listen. */
export function start() {
  document.addEventListener("click", take);
  ["pointerdown", "click", "focusin"].forEach((kind) => document.addEventListener(kind, ask, true));
}
