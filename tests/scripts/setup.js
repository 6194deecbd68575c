/**
 * Hands the page data to scripts that are tested in Node, as the page does in a browser. The runner and each of its
 * tests load this first; Python is asked once, by the runner.
 */
import { execFileSync } from "node:child_process";
import process from "node:process";

process.env.PAGE_DATA ||= execFileSync("python", ["-m", "timeline.web.site.page_data"], { encoding: "utf-8" });

const element = { textContent: process.env.PAGE_DATA };
globalThis.document = /** @type {any} */ ({ getElementById: (id) => (id === "page-data" ? element : null) });
