/**
 * Hands the page data to scripts that are tested in Node, as the page does in a browser, and a canvas on which every
 * letter is equally wide. The runner and each of its tests load this first; Python is asked once, by the runner.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OURS = `${ROOT}.venv/bin/python`; // as `make` sets it up
const PYTHON = existsSync(OURS) ? OURS : "python";
/** Pixels of a letter, whatever the font. */
const LETTER = 6;

process.env.PAGE_DATA ||= execFileSync(PYTHON, ["-m", "timeline.web.site.page_data"], {
  cwd: ROOT,
  encoding: "utf-8",
});

const element = { textContent: process.env.PAGE_DATA };
const pen = { font: "", measureText: (text) => ({ width: LETTER * text.length }) };
globalThis.document = /** @type {any} */ ({
  getElementById: (id) => (id === "page-data" ? element : null),
  createElement: () => ({ getContext: () => pen }),
});
