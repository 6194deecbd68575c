/** The elements of a drawing, as one tree. */

const HELP =
  "Events in lanes over time. Arrow keys go from event to event in time and between lanes, Enter opens one, " +
  "Escape closes it. Plus and minus zoom, Page Up and Page Down move, 0 shows everything.";
let count = 0;

/**
 * An element with a class, attributes and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(string|Node)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, name, attributes = {}, children = []) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

/** @param {string} sign @param {string} name @param {string} what data-move */
function button(sign, name, what) {
  return make("button", "timeline-button", { type: "button", "aria-label": name, "data-move": what }, [sign]);
}

/** A handle or the window of the overview: a slider in all but the name. @param {string} name @param {string} label */
function slider(name, label) {
  return make("div", name, { role: "slider", tabindex: "0", "aria-label": label, "aria-orientation": "horizontal" });
}

/**
 * Build the tree inside a node.
 * @param {HTMLElement} root
 * @returns the elements by name
 */
export function buildParts(root) {
  const id = `timeline-${++count}`;
  const canvas = make("canvas", "timeline-canvas", { "aria-hidden": "true" });
  const layer = make("div", "timeline-layer");
  const clip = make("div", "timeline-clip", {}, [layer]);
  const hint = make("div", "timeline-hint", { "aria-hidden": "true" });
  const stage = make("div", "timeline-stage", { id: `${id}-stage`, tabindex: "-1" }, [canvas, clip, hint]);
  const spacer = make("div", "");
  const range = { "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": "0" };
  const bar = { role: "scrollbar", "aria-orientation": "vertical", "aria-label": "Lanes", ...range };
  const scroll = make("div", "timeline-scroll", { ...bar, "aria-controls": `${id}-stage`, tabindex: "0" }, [spacer]);
  const gutter = make("div", "timeline-gutter");
  const key = make("button", "timeline-button timeline-key-button", { type: "button", "aria-expanded": "false" }, [
    "Key",
  ]);
  const main = make("div", "timeline-main", {}, [key, gutter, stage, scroll]);
  const density = make("canvas", "timeline-density", { "aria-hidden": "true" });
  const seen = slider("timeline-window", "Stretch of time seen");
  const fromHandle = slider("timeline-handle", "Start of the stretch seen");
  const toHandle = slider("timeline-handle", "End of the stretch seen");
  const overview = make("div", "timeline-overview", {}, [density, seen, fromHandle, toHandle]);
  const buttons = make("div", "timeline-buttons", { role: "group", "aria-label": "Move through time" }, [
    button("←", "Earlier", "earlier"),
    button("All", "Show everything", "all"),
    button("→", "Later", "later"),
    button("−", "Zoom out", "out"),
    button("+", "Zoom in", "in"),
  ]);
  const legend = make("div", "timeline-legend");
  const foot = make("div", "timeline-foot", {}, [legend, overview, buttons]);
  const help = make("p", "timeline-unseen", { id: `${id}-help` }, [HELP]);
  const keySheet = make("div", "timeline-key", { role: "group", "aria-label": "Key", tabindex: "0" });
  const tip = make("div", "timeline-tip", { "aria-hidden": "true" });
  const live = make("div", "timeline-unseen", { "aria-live": "polite" });
  const print = make("div", "print-drawing", { "aria-hidden": "true" });
  keySheet.hidden = true;
  root.classList.add("timeline-drawing");
  root.setAttribute("role", "group");
  root.setAttribute("aria-describedby", help.id);
  root.append(help, main, foot, keySheet, tip, live, print);
  return {
    ...{ root, main, gutter, stage, canvas, layer, hint, scroll, spacer, buttons },
    ...{ overview, legend, density, window: seen, fromHandle, toHandle, key, keySheet, tip, live, print },
  };
}
