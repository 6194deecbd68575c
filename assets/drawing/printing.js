/** On paper the drawing is an SVG of what is seen, in light colours and sized for the sheet. */
import { picture } from "./export.js";
import { readPaletteAs } from "./palette.js";

/** Pixels across a sheet, and for the lanes from top to bottom. */
const SHEET = 1040;
const TALL = 560;

/** Put the picture where the print styles show it. @param {Drawing} drawing */
function fill(drawing) {
  if (!drawing.scene) return;
  const { root, print } = drawing.parts;
  const palette = { ...readPaletteAs("light", root, drawing.props.lanes), scale: 1 };
  const { svg } = picture(drawing, { width: SHEET, height: TALL, palette });
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  parsed.removeAttribute("height");
  parsed.setAttribute("width", "100%");
  print.replaceChildren(document.importNode(parsed, true));
}

/** Listen. @param {Drawing} drawing */
export function attachPrinting(drawing) {
  const { signal } = drawing;
  const empty = () => drawing.parts.print.replaceChildren();
  window.addEventListener("beforeprint", () => fill(drawing), { signal });
  window.addEventListener("afterprint", empty, { signal });
  window
    .matchMedia("print")
    .addEventListener("change", (event) => (event.matches ? fill(drawing) : empty()), { signal });
}
