/* Entry for a page that holds the drawing alone: no Dash, no other screen (tests/browser/drawing_page.py). */
import { outside } from "./outside.js";

window.contestedTimeline = outside;
