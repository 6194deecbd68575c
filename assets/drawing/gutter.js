/** Lane names beside the drawing (above each lane on a phone), with the number of events that are only marks. */
import { grouped } from "./numbers.js";
import { make } from "./parts.js";

export class Gutter {
  /**
   * @param {HTMLElement} node
   * @param {(lane: number) => void} open called when a count is pressed
   */
  constructor(node, open) {
    this.node = node;
    this.open = open;
    /** @type {{row: HTMLElement, more: HTMLElement, name: string, count: number, top: number, height: number}[]} */
    this.rows = [];
    /** @type {Lane[]|null} */
    this.lanes = null;
  }

  /** One row per lane; made again only when the lanes change. @param {Lane[]} lanes */
  name(lanes) {
    if (lanes === this.lanes) return;
    this.lanes = lanes;
    this.rows = lanes.map((lane, k) => {
      const more = make("button", "timeline-more", { type: "button", "data-lane": String(k) });
      more.addEventListener("click", () => this.open(k));
      const note = make("span", "timeline-lane-note", {}, [lane.note || ""]);
      const whole = [lane.name, lane.note].filter(Boolean).join(": "); // a low lane cuts it
      const row = make("div", "timeline-lane", { title: whole }, [
        make("span", "timeline-swatch"),
        make("span", "timeline-lane-name", { dir: "auto" }, [lane.name || ""]),
        more,
        note,
      ]);
      row.style.setProperty("--lane", lane.color || "var(--muted)");
      return { row, more, name: lane.name, count: -1, top: NaN, height: NaN };
    });
    this.node.replaceChildren(...this.rows.map(({ row }) => row));
  }

  /** Put the rows beside their lanes. @param {Scene} scene @param {number} scroll */
  place(scene, scroll) {
    this.rows.forEach((row, k) => {
      const lane = scene.lanes[k];
      const top = lane.top - scroll;
      if (row.top !== top) row.row.style.transform = `translateY(${(row.top = top)}px)`;
      const height = lane.bottom - lane.top;
      if (row.height !== height) row.row.style.height = `${(row.height = height)}px`;
    });
  }

  /** @param {number[]} counts hidden events per lane */
  count(counts) {
    this.rows.forEach((row, k) => {
      if (row.count === counts[k]) return;
      row.count = counts[k];
      row.more.textContent = counts[k] ? `+${grouped(counts[k])}` : "";
      row.more.hidden = !counts[k];
      row.more.setAttribute("aria-label", `${counts[k]} more in ${row.name}: zoom in`);
    });
  }
}
