/**
 * A drawing with what it is given and what it has told. It may stand before Dash does: then Dash's component goes on
 * with it and hears what was done in it until then.
 */
import { create } from "./create.js";
import { holdMouth, tell } from "./feed.js";
import { make } from "./parts.js";

/** Those that stand, by id. @type {Map<string, Standing>} */
const standing = new Map();

export class Standing {
  /** @param {string} id @param {HTMLElement} node @param {Partial<Props>} given @param {Partial<Props>} fed */
  constructor(id, node, given, fed) {
    this.id = id;
    this.given = given; // what Dash gives
    this.fed = fed; // by hand (feed.js): it stands before what Dash gives
    /** @type {Change} */
    this.told = {}; // while nobody passed it on
    /** @type {((change: Change) => void)|null} */
    this.pass = null;
    this.root = make("div", "");
    node.append(this.root);
    this.handle = create(this.root, { ...given, ...fed }, (change) => this.changed(change));
    this.letGo = holdMouth(id, (change) => {
      Object.assign(this.fed, change);
      this.update();
    });
    standing.set(id, this);
  }

  /** Draw with what is given and fed. */
  update() {
    this.handle.update({ ...this.given, ...this.fed });
  }

  /** Take what Dash gives. @param {Partial<Props>} given */
  take(given) {
    this.given = given;
    this.update();
  }

  /** Something was done in it. @param {Change} change */
  changed(change) {
    tell(this.id, change);
    if (this.pass) this.pass(change);
    else Object.assign(this.told, change);
  }

  /** Who passes on what is told from now on, and what was told before, once. @param {(change: Change) => void} pass */
  passOn(pass) {
    this.pass = pass;
    if (Object.keys(this.told).length) pass(this.told);
    this.told = {};
  }

  /** It goes. */
  end() {
    this.letGo();
    this.handle.destroy();
    this.root.remove();
    standing.delete(this.id);
  }
}

/**
 * The drawing of this id, made if there is none yet.
 * @param {string} id
 * @param {HTMLElement} node to draw in, with a size of its own
 * @param {Partial<Props>} given
 * @param {Partial<Props>} [fed]
 * @returns {Standing}
 */
export function stand(id, node, given, fed = {}) {
  return standing.get(id) || new Standing(id, node, given, fed);
}
