/** The elements of a drawing, as one tree. */

const HELP =
  "Events in lanes over time. Arrow keys go from event to event in time and between lanes, Enter opens one, " +
  "Escape closes it. Plus and minus zoom, Page Up and Page Down move, 0 shows everything.";
let count = 0;

/** An element with a class, attributes and children. */
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

/** A handle or the window of the overview: a slider in all but the name. */
function slider(name, label) {
  return make("div", name, { role: "slider", tabindex: "0", "aria-label": label, "aria-orientation": "horizontal" });
}

/**
 * Build the tree inside a node.
 * @param {HTMLElement} root
 * @returns {object} the elements by name
 */
export function buildParts(root) {
  const id = `timeline-${++count}`;
  const parts = {
    root,
    help: make("p", "timeline-unseen", { id: `${id}-help` }, [HELP]),
    gutter: make("div", "timeline-gutter"),
    canvas: make("canvas", "timeline-canvas", { "aria-hidden": "true" }),
    clip: make("div", "timeline-clip"),
    layer: make("div", "timeline-layer"),
    hint: make("div", "timeline-hint", { "aria-hidden": "true" }),
    scroll: make("div", "timeline-scroll", {
      role: "scrollbar",
      "aria-orientation": "vertical",
      "aria-controls": `${id}-stage`,
      "aria-label": "Lanes",
      "aria-valuemin": "0",
      "aria-valuemax": "100",
      "aria-valuenow": "0",
      tabindex: "0",
    }),
    spacer: make("div", ""),
    buttons: make("div", "timeline-buttons", { role: "group", "aria-label": "Move through time" }, [
      button("←", "Earlier", "earlier"),
      button("−", "Zoom out", "out"),
      button("All", "Show everything", "all"),
      button("+", "Zoom in", "in"),
      button("→", "Later", "later"),
    ]),
    overview: make("div", "timeline-overview"),
    density: make("canvas", "timeline-density", { "aria-hidden": "true" }),
    window: slider("timeline-window", "Stretch of time seen"),
    fromHandle: slider("timeline-handle", "Start of the stretch seen"),
    toHandle: slider("timeline-handle", "End of the stretch seen"),
    key: make("button", "timeline-button timeline-key-button", { type: "button", "aria-expanded": "false" }, ["Key"]),
    keySheet: make("div", "timeline-key", { role: "group", "aria-label": "Key", tabindex: "0" }),
    tip: make("div", "timeline-tip", { "aria-hidden": "true" }),
    live: make("div", "timeline-unseen", { "aria-live": "polite" }),
    print: make("div", "print-drawing", { "aria-hidden": "true" }),
  };
  parts.clip.append(parts.layer);
  parts.stage = make("div", "timeline-stage", { id: `${id}-stage`, tabindex: "-1" }, [
    parts.canvas,
    parts.clip,
    parts.hint,
  ]);
  parts.scroll.append(parts.spacer);
  parts.main = make("div", "timeline-main", {}, [parts.key, parts.gutter, parts.stage, parts.scroll]);
  parts.overview.append(parts.density, parts.window, parts.fromHandle, parts.toHandle);
  parts.foot = make("div", "timeline-foot", {}, [parts.buttons, parts.overview]);
  parts.keySheet.hidden = true;
  root.classList.add("timeline-drawing");
  root.setAttribute("role", "group");
  root.setAttribute("aria-describedby", parts.help.id);
  root.append(parts.help, parts.main, parts.foot, parts.keySheet, parts.tip, parts.live, parts.print);
  return parts;
}
