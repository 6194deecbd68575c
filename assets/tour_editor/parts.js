/* The parts of the page on which tours are made, as elements. */
import { pageData } from "../site/page_data.js";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name of the element
 * @param {Object<string, string|number|null|false>} attributes "" for one without a value; null and false leave it out
 * @param {Array<string|Node>} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(name, attributes = {}, children = []) {
  const node = document.createElement(name);
  Object.entries(attributes).forEach(
    ([key, value]) => value !== null && value !== false && node.setAttribute(key, String(value)),
  );
  node.append(...children);
  return node;
}

/**
 * A field with its label; what is typed in it is kept at once.
 * @param {string} label
 * @param {string} which
 * @param {string} name
 * @param {string} text
 */
export function field(label, which, name, text, { lines = 1, hint = "" } = {}) {
  const id = `${name}-${which}`;
  const common = {
    id,
    class: "form-control form-control-sm",
    "data-key": which,
    "data-field": name,
    placeholder: hint,
    dir: "auto",
    autocomplete: "off",
  };
  const input = lines > 1 ? make("textarea", { ...common, rows: lines }) : make("input", { ...common, type: "text" });
  input.value = text;
  return make("p", { class: "making-field" }, [make("label", { for: id }, [label]), input]);
}

/** @param {string} does what a press does @param {string} text @param {Object<string, string|null>} more attributes */
function button(does, text, more = {}) {
  return make("button", { type: "button", class: "btn btn-sm", "data-do": does, ...more }, [text]);
}

/** One step of the open tour. @param {Step} item @param {number} at @param {number} of how many there are */
export function step(item, at, of) {
  const number = at + 1;
  const name = `step ${number}, ${item.title}`;
  const view = new URLSearchParams(item.view);
  view.set("event", item.event_id);
  return make("li", { class: "making-step", "data-step": item.key }, [
    make("h3", {}, [
      make("span", { class: "making-number" }, [String(number)]),
      " ",
      make("span", { dir: "auto" }, [item.title]),
      " ",
      make("span", { class: "making-date" }, [item.date]),
    ]),
    make("p", { class: "making-view" }, [
      make("a", { href: `${pageData.paths.timeline}?${view}`, target: "_blank" }, ["Its view of the timeline"]),
      item.seen ? `: ${item.seen}` : ": as usual",
    ]),
    field("Heading for the class", item.key, "heading", item.heading, { hint: "The event’s own title, if empty" }),
    field("Note for the teacher", item.key, "note", item.note, { lines: 3 }),
    make("p", { class: "making-moves" }, [
      button("earlier", "↑ Earlier", { "aria-label": `Earlier: ${name}`, disabled: at === 0 ? "" : null }),
      button("later", "↓ Later", { "aria-label": `Later: ${name}`, disabled: number === of ? "" : null }),
      button("remove", "Delete", { "aria-label": `Delete ${name}` }),
    ]),
  ]);
}

/** One tour of the draft, to open. @param {Tour} item @param {boolean} open */
export function tour(item, open) {
  const count = item.steps.length;
  return make(
    "li",
    {},
    [button("open", "", { "data-tour": item.key, "aria-pressed": String(open), class: "btn making-tour" })].map(
      (node) => {
        node.append(
          make("span", { dir: "auto" }, [item.name || "Without a name"]),
          " ",
          make("small", {}, [count === 1 ? "1 step" : `${count} steps`]),
        );
        return node;
      },
    ),
  );
}

/** What is wrong with a file, every fault in a row of a table. @param {import("./files.js").Fault[]} problems */
export function faults(problems) {
  const rows = problems.map((problem) =>
    make("tr", {}, [
      make("th", { scope: "row" }, [
        make("span", { class: `problem-${problem.severity}` }, [problem.severity === "error" ? "Error" : "Warning"]),
        " ",
        [problem.file, problem.line ? `line ${problem.line}` : "", problem.column].filter(Boolean).join(", "),
      ]),
      make("td", {}, [make("code", {}, [problem.value])]),
      make("td", {}, [problem.message]),
      make("td", {}, [problem.hint]),
    ]),
  );
  const heads = ["Where", "Value", "What is wrong", "How to mend it"].map((head) =>
    make("th", { scope: "col" }, [head]),
  );
  return make("table", { class: "table" }, [make("thead", {}, [make("tr", {}, heads)]), make("tbody", {}, rows)]);
}

/** An event that was found, to be added. @param {Pick<Step, "event_id" | "title" | "date">} event */
export function found(event) {
  const add = button("add", "Add", { "aria-label": `Add ${event.title}` });
  add.dataset.event = JSON.stringify(event);
  return make("li", {}, [
    add,
    " ",
    make("span", { dir: "auto" }, [event.title]),
    " ",
    make("span", { class: "making-date" }, [event.date]),
  ]);
}
