/** The chips: real buttons, kept in a pool, moved by transform over one layer that itself moves during a pan. */
import { FLAGS, GHOST, STRONG_RANK } from "./entries.js";
import { isPossible } from "./extents.js";
import { inReading } from "./order.js";
import { spoken } from "./saying.js";
import { chipTop, isChip, labelPush, labelRoom } from "./scene.js";
import { tellers } from "./told.js";

/** Chips longer than this many pixels are not made in their full length. */
const LONG = 1200;

/** A new empty chip. */
function blank() {
  const node = document.createElement("button");
  node.type = "button";
  node.tabIndex = -1;
  const inside = node.appendChild(document.createElement("span"));
  inside.className = "inside";
  const label = inside.appendChild(document.createElement("span"));
  label.className = "label";
  label.dir = "auto";
  const sign = inside.appendChild(document.createElement("span"));
  sign.className = "disputed";
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = "≠";
  return {
    node,
    inside,
    label,
    sign,
    entry: -1,
    x: NaN,
    y: NaN,
    width: NaN,
    stick: NaN,
    pushed: false,
    room: "",
    dress: "",
  };
}

export class Chips {
  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.layer = layer;
    /** Those in the document, by entry. @type {Map<number, Chip>} */
    this.live = new Map();
    /** @type {Chip[]} */
    this.pool = [];
    this.stale = false;
    this.reach = { low: 0, high: 0, top: 0, bottom: 0 }; // what has chips, in pixels of the scene
  }

  /** The chip's button of an entry, if it is in the document. @param {number} entry */
  node(entry) {
    const chip = this.live.get(entry);
    return chip ? chip.node : null;
  }

  /** The entry that a button (or something inside it) stands for, or -1. @param {EventTarget|null} target */
  entryOf(target) {
    const node =
      target instanceof HTMLElement ? /** @type {HTMLElement|null} */ (target.closest("button.event")) : null;
    if (!node || this.stale || !this.layer.contains(node)) return -1;
    return Number(node.dataset.entry);
  }

  /** Entries have new meanings: no chip stands for its entry any more, and the next `sync` begins anew. */
  outdate() {
    this.stale = true;
  }

  /** @param {Chip} chip */
  release(chip) {
    chip.node.remove();
    chip.entry = -1;
    if (this.pool.length < 300) this.pool.push(chip);
  }

  /**
   * Say in words and classes what an entry is; touches only what differs.
   * @param {Chip} chip
   * @param {Scene} scene
   * @param {number} i
   * @param {Stance[]} stances
   */
  dress(chip, scene, i, stances) {
    const { cols, status } = scene.model;
    const ghost = status[i] === GHOST;
    const name = [
      "event",
      ghost && "ghost",
      cols.rank[i] >= STRONG_RANK && "strong",
      isPossible(cols, i) && "possible",
      scene.under[i] && "under",
      cols.contest[i] && !tellers(cols.contest[i]) && "untold",
    ]
      .filter(Boolean)
      .join(" ");
    const speech = spoken(cols, i, status[i], stances);
    if (chip.dress !== name + speech) {
      chip.dress = name + speech;
      chip.node.className = name;
      chip.node.setAttribute("aria-label", speech);
    }
    if (chip.entry === i) return;
    chip.entry = i;
    chip.node.dataset.event = cols.id[i];
    chip.node.dataset.entry = String(i);
    chip.label.textContent = cols.label[i];
    chip.sign.hidden = !(cols.flags[i] & FLAGS.DISPUTED);
  }

  /**
   * Put a chip where the scene has it; a very long one only as far as the layer reaches.
   * @param {Chip} chip
   * @param {Scene} scene
   * @param {number} i
   * @param {Sight} view
   * @param {{left: number, right: number}} reach
   */
  place(chip, scene, i, view, reach) {
    const long = scene.right[i] - scene.left[i] > LONG;
    const from = Math.round(scene.left[i]) - view.origin;
    const to = from + Math.round(scene.right[i] - scene.left[i]);
    const x = long ? Math.max(from, reach.left) : from;
    const words = scene.text[i] - view.origin + scene.label[i] + scene.metrics.sign;
    const width = (long ? Math.min(to, Math.max(reach.right, Math.ceil(words))) : to) - x;
    const y = chipTop(scene, i);
    if (chip.x !== x || chip.y !== y) {
      chip.x = x;
      chip.y = y;
      chip.node.style.transform = `translate(${x}px,${y}px)`;
    }
    if (chip.width !== width) {
      chip.width = width;
      chip.node.style.width = `${width}px`;
    }
    this.stick(chip, scene, i, view);
  }

  /**
   * Keep the label of a chip in view that crosses the left edge.
   * @param {Chip} chip
   * @param {Scene} scene
   * @param {number} i
   * @param {Sight} view
   */
  stick(chip, scene, i, view) {
    const pushed = Math.round(labelPush(scene, i, view.start * scene.perDay));
    const left = labelRoom(scene, i, pushed);
    const room = left < scene.widths[i] ? `${left}px` : "";
    if (chip.room !== room) chip.label.style.maxWidth = chip.room = room;
    const stick = Math.round(scene.text[i]) + pushed - view.origin - chip.x;
    chip.pushed = pushed > 0;
    if (chip.stick === stick) return;
    chip.stick = stick;
    chip.inside.style.transform = `translateX(${stick}px)`;
  }

  /**
   * Make the buttons match the scene.
   * @param {Scene} scene
   * @param {Sight} view origin, start, width, height, scroll
   * @param {Stance[]} stances
   * @param {{overscan: number, keep: number, selected: string}} how pixels beyond the view that get chips too;
   *   an entry whose chip stays even out of view (it has the focus); the open event
   */
  sync(scene, view, stances, how) {
    const x = view.start * scene.perDay;
    const low = x - how.overscan;
    const high = x + view.width + how.overscan;
    const top = view.scroll - scene.chip;
    const bottom = view.scroll + view.height;
    const reach = { left: Math.round(low) - view.origin - 40, right: Math.round(high) - view.origin + 40 };
    const { order } = scene.model;
    const wanted = [];
    for (let k = 0; k < order.length; k++) {
      const i = order[k];
      if (!isChip(scene, i)) continue;
      const y = chipTop(scene, i);
      const seen = scene.right[i] > low && scene.left[i] < high && y > top && y < bottom;
      if (seen || i === how.keep) wanted.push(i);
    }
    const stay = new Set(this.stale ? [] : wanted);
    this.stale = false;
    for (const [i, chip] of this.live) {
      if (stay.has(i)) continue;
      this.live.delete(i);
      this.release(chip);
    }
    for (const i of wanted) {
      const there = this.live.get(i);
      const chip = there || this.pool.pop() || blank();
      if (!there) this.live.set(i, chip);
      this.dress(chip, scene, i, stances);
      this.place(chip, scene, i, view, reach);
      if (!there) this.layer.appendChild(chip.node);
    }
    this.mark(how.selected);
    this.reach = { low, high, top, bottom };
  }

  /** During a pan only the labels of chips that cross the left edge move. @param {Scene} scene @param {Sight} view */
  slide(scene, view) {
    const edge = view.start * scene.perDay;
    const reach = { left: -Infinity, right: Infinity };
    for (const [i, chip] of this.live) {
      if (scene.under[i]) this.place(chip, scene, i, view, reach);
      else if (chip.pushed || (scene.left[i] < edge && scene.right[i] > edge)) this.stick(chip, scene, i, view);
    }
  }

  /** Does the view still lie within what the last `sync` made? @param {Scene} scene @param {Sight} view */
  covers(scene, view) {
    const x = view.start * scene.perDay;
    const { low, high, top } = this.reach;
    return x - 20 >= low && x + view.width + 20 <= high && view.scroll - scene.chip === top;
  }

  /** Mark the open event. @param {string} selected */
  mark(selected) {
    for (const chip of this.live.values()) {
      const open = selected !== "" && chip.node.dataset.event === selected;
      if (open) chip.node.setAttribute("aria-current", "true");
      else if (chip.node.hasAttribute("aria-current")) chip.node.removeAttribute("aria-current");
    }
  }

  /**
   * Document order by lane, then time: what a reading cursor follows. The focused chip is never taken out.
   * @param {Columns} cols
   */
  sort(cols) {
    const chips = [...this.live.values()];
    chips.sort((a, b) => inReading(cols, a.entry, b.entry));
    const fixed = chips.findIndex((chip) => chip.node === document.activeElement);
    /** @type {HTMLElement|null} */
    let after = null;
    for (let k = chips.length - 1; k >= 0; k--) {
      const { node } = chips[k];
      if (node.nextSibling !== after && k !== fixed) this.layer.insertBefore(node, after);
      after = node;
    }
  }
}
