/* The panel of the open event and the list, which the server writes: asked for when the address says something new. */
import { byId } from "../site/dom.js";
import { sayFault } from "../site/fault.js";
import { showFragment } from "../site/fragment.js";
import { pageData } from "../site/page_data.js";
import { read, subscribe } from "../site/state.js";

/** What each part shows or waits for, as the query string that asks for it. @type {Record<string, string|null>} */
const asked = { panel: "", list: "" };

/**
 * Show what the server writes for a query in a part of the page; an answer that was overtaken is not shown.
 * @param {"panel" | "list"} part
 * @param {string} path
 * @param {string} query without "?"
 */
async function show(part, path, query) {
  if (asked[part] === query) return;
  asked[part] = query;
  try {
    const response = await window.fetch(`${path}?${query}`);
    if (!response.ok) throw new Error(response.statusText);
    const html = await response.text();
    if (asked[part] === query) showFragment(byId(part), html);
  } catch (fault) {
    if (asked[part] !== query) return;
    asked[part] = null;
    sayFault(fault);
  }
}

/** @returns {string} the query string while an event is open, else "" */
function openNow() {
  const query = read();
  return query.get("event") ? query.toString() : "";
}

/** The panel follows the address. */
function showPanel() {
  const query = openNow();
  if (query) show("panel", pageData.paths.panel, query);
  else showFragment(byId("panel"), (asked.panel = ""));
}

/** The events of a filter as a list. @param {string} filter query string without "?" */
export function showList(filter) {
  show("list", pageData.paths.listed, filter);
}

/** Listen; the page was opened with both. @param {string} filter that the list has */
export function start(filter) {
  Object.assign(asked, { panel: openNow(), list: filter });
  subscribe("page", showPanel);
}
