/** What a drawing must notice: its size, the theme, the kind of pointer, the scrollbar of the lanes. */

/** Make the scrollbar show where the lanes are. @param {Drawing} drawing */
export function showScroll(drawing) {
  const { scroll, spacer, root, stage } = drawing.parts;
  const over = drawing.scene.height > drawing.area() + 0.5;
  if (drawing.overflows !== over) {
    drawing.overflows = over;
    root.classList.toggle("overflows", over);
    stage.style.touchAction = over ? "none" : "pan-y";
  }
  if (!over) return;
  const tall = `${drawing.scene.height + drawing.metrics.axis}px`;
  if (spacer.style.height !== tall) spacer.style.height = tall;
  if (Math.abs(scroll.scrollTop - drawing.scroll) > 1) scroll.scrollTop = drawing.scroll;
  scroll.setAttribute(
    "aria-valuenow",
    String(Math.round((100 * drawing.scroll) / (drawing.scene.height - drawing.area()))),
  );
}

/** The size of a drawing, as a text. @param {Drawing} drawing */
function sizeOf({ parts: { root, stage } }) {
  return `${root.clientWidth} ${stage.clientWidth} ${stage.clientHeight}`;
}

/** Take a new size and draw at once, or the emptied canvas would be seen. @param {Drawing} drawing */
function resized(drawing, anyway = false) {
  const size = sizeOf(drawing);
  if (size === drawing.sized && !anyway) return;
  drawing.sized = size;
  // Type grows with the window: see site/theme.css.
  const scale = parseFloat(getComputedStyle(drawing.parts.root).getPropertyValue("--type-scale"));
  if (scale && scale !== drawing.palette.scale) drawing.restyle();
  else drawing.measure();
  drawing.overview.stale = true;
  drawing.dirty.chips = true;
  drawing.draw();
}

/** Listen. @param {Drawing} drawing */
export function attachWatch(drawing) {
  const { signal } = drawing;
  const { stage, root, scroll } = drawing.parts;
  drawing.sized = sizeOf(drawing); // it was measured when it was made
  const size = new ResizeObserver(() => resized(drawing));
  size.observe(stage);
  size.observe(root);
  let theme = document.documentElement.dataset.theme;
  const look = new MutationObserver(() => {
    if (document.documentElement.dataset.theme === theme) return;
    theme = document.documentElement.dataset.theme;
    drawing.restyle();
    drawing.dirty.chips = true;
  });
  look.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  window.matchMedia("(pointer: coarse)").addEventListener("change", () => resized(drawing, true), { signal });
  scroll.addEventListener(
    "scroll",
    () => {
      if (Math.abs(scroll.scrollTop - drawing.scroll) <= 1) return;
      drawing.scroll = scroll.scrollTop;
      drawing.dirty.chips = true;
      drawing.request();
    },
    { signal },
  );
  signal.addEventListener("abort", () => {
    size.disconnect();
    look.disconnect();
  });
}
