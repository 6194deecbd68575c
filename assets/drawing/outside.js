/** What tests, the bench and readers' own scripts may use of the drawing, as `window.contestedTimeline`. */
import { create, drawingOf } from "./create.js";
import { toPng, toSvg } from "./export.js";
import { markAt, placer } from "./scene.js";
import { pair, pan } from "./view.js";

export const outside = { create, drawingOf, toSvg, toPng, view: { pair, pan }, markAt, placer };
