/** The keyboard, when the focus is within the drawing. */
import { targetOf } from "../site/dom.js";
import { STEPS } from "./moves.js";
import { hideTip, showChipTip } from "./tips.js";

/** @type {Record<string, string>} */
const ANYWHERE = {
  "+": "in",
  "=": "in",
  "-": "out",
  _: "out",
  0: "all",
  PageUp: "pageBack",
  PageDown: "pageOn",
  Home: "first",
  End: "last",
};

/** What a key does among chips. @type {Record<string, (focus: import("./focus.js").Focus) => void>} */
const AMONG_CHIPS = {
  ArrowLeft: (focus) => focus.alongTime(-1),
  ArrowRight: (focus) => focus.alongTime(1),
  ArrowUp: (focus) => focus.acrossLanes(-1),
  ArrowDown: (focus) => focus.acrossLanes(1),
  Home: (focus) => focus.toEnd(-1),
  End: (focus) => focus.toEnd(1),
};

/** With no chip at hand the arrows move the view. @type {Record<string, string>} */
const ON_STAGE = { ArrowLeft: "earlier", ArrowRight: "later" };

/** @param {Drawing} drawing @param {KeyboardEvent} event @returns {(() => void)|null} what a key press means here */
function meaning(drawing, event) {
  const { focus, parts, model } = drawing;
  if (event.target === parts.scroll) return null;
  const among =
    focus.held() >= 0 || (document.activeElement === parts.stage && focus.cursor >= 0 && focus.cursor < model.cols.n);
  if (among && AMONG_CHIPS[event.key]) return () => AMONG_CHIPS[event.key](focus);
  const move = ANYWHERE[event.key] || (parts.stage.contains(document.activeElement) ? ON_STAGE[event.key] : "");
  return move ? () => STEPS[move](drawing) : null;
}

/** Listen. @param {Drawing} drawing */
export function attachKeys(drawing) {
  const { root, layer } = drawing.parts;
  const { signal } = drawing;
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") {
        hideTip(drawing);
        if (drawing.selected) drawing.select("");
        return;
      }
      const act = meaning(drawing, event);
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
  layer.addEventListener(
    "focusin",
    (event) => {
      const entry = drawing.chips.entryOf(event.target);
      if (entry < 0) return;
      drawing.focus.got(entry);
      drawing.fellows.focus(entry);
      if (targetOf(event).matches(":focus-visible")) showChipTip(drawing, entry, targetOf(event));
    },
    { signal },
  );
  layer.addEventListener(
    "focusout",
    () => {
      hideTip(drawing);
      drawing.fellows.focus(-1);
    },
    { signal },
  );
}
