/** Fellows: the entries of one event in other lanes. Where one has the pointer or the focus, all of them are lit. */

export class Fellows {
  /** @param {Drawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    this.under = -1; // the entry under the pointer
    this.focused = -1; // the entry with the focus
    /** Buttons that are lit. @type {Set<HTMLElement>} */
    this.lit = new Set();
    /** Events that stand in more than one lane. @type {Set<string>} */
    this.several = new Set();
    /** @type {Columns|null} the entries of which `several` was read */
    this.read = null;
  }

  /** The pointer is over an entry, or over none (-1). @param {number} entry */
  point(entry) {
    this.under = entry;
    this.light();
  }

  /** An entry has the focus, or none (-1). @param {number} entry */
  focus(entry) {
    this.focused = entry;
    this.light();
  }

  /** The event of an entry if it has fellows, else "". @param {number} entry */
  named(entry) {
    const { cols } = this.drawing.model;
    if (entry < 0 || this.drawing.model.lanes.length < 2) return "";
    if (this.read !== cols) {
      this.read = cols;
      const seen = new Set();
      this.several.clear();
      for (const id of cols.id) (seen.has(id) ? this.several : seen).add(id);
    }
    return this.several.has(cols.id[entry]) ? cols.id[entry] : "";
  }

  /** Light what is to be lit, if that has changed. */
  light() {
    const { drawing } = this;
    const id = this.named(this.under) || this.named(this.focused);
    if (id !== drawing.lit) {
      drawing.lit = id;
      drawing.request();
    }
    this.mark();
  }

  /** Let just the other buttons of the lit event bear the class: after that has changed, or the buttons have. */
  mark() {
    const { lit, chips } = this.drawing;
    if (!lit && !this.lit.size) return;
    const before = this.lit;
    const from = this.named(this.under) ? this.under : this.focused;
    this.lit = new Set();
    for (const [entry, { node }] of lit ? chips.live : [])
      if (entry !== from && node.dataset.event === lit) this.lit.add(node);
    for (const node of before) if (!this.lit.has(node)) node.classList.remove("fellow");
    for (const node of this.lit) node.classList.add("fellow");
  }
}
