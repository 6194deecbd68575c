/** The React side of timeline/drawing/component.py: hands props down and changes up; everything else is plain DOM. */
import { create } from "./create.js";

/** What takes properties there, by the node of a drawing. @type {WeakMap<HTMLElement, (change: Partial<Props>) => void>} */
const mouths = new WeakMap();

/**
 * Give a drawing properties by hand: they stand before those of the component from then on, and reach it without
 * a rendering of the page.
 * @param {HTMLElement|null} node that the component made
 * @param {Partial<Props>} change properties by name
 * @returns {boolean} whether there is such a drawing
 */
export function feed(node, change) {
  const mouth = node && mouths.get(node);
  if (mouth) mouth(change);
  return Boolean(mouth);
}

/** @param {Partial<Props> & {setProps: (change: Change) => void}} props */
export function Timeline(props) {
  const { createElement, useLayoutEffect, useRef } = window.React;
  const node = useRef(/** @type {HTMLDivElement|null} */ (null));
  const drawn = useRef(/** @type {Handle|null} */ (null));
  const fed = useRef(/** @type {Partial<Props>} */ ({}));
  const latest = useRef(props);
  latest.current = props;
  const update = () => drawn.current?.update({ ...latest.current, ...fed.current });
  useLayoutEffect(() => {
    const there = node.current;
    if (!there) return undefined;
    drawn.current = create(there, latest.current, (change) => latest.current.setProps(change));
    mouths.set(there, (change) => {
      Object.assign(fed.current, change);
      update();
    });
    return () => {
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, []);
  // Before the paint, so that an answer is drawn in the very next frame.
  useLayoutEffect(update);
  return createElement("div", { ref: node, id: props.id, className: props.className, style: props.style });
}
