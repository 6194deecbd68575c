/** The React side of timeline/drawing/component.py: hands props down and changes up; everything else is plain DOM. */
import { create } from "./create.js";

const mouths = new WeakMap(); // node of a drawing -> what takes properties there

/**
 * Give a drawing properties by hand: they stand before those of the component from then on, and reach it without
 * a rendering of the page.
 * @param {HTMLElement|null} node that the component made
 * @param {object} change properties by name
 * @returns {boolean} whether there is such a drawing
 */
export function feed(node, change) {
  const mouth = node && mouths.get(node);
  if (mouth) mouth(change);
  return Boolean(mouth);
}

/** @param {object} props of the component, `setProps` included */
export function Timeline(props) {
  const { createElement, useLayoutEffect, useRef } = window.React;
  const node = useRef(null);
  const drawn = useRef(null);
  const fed = useRef({});
  const latest = useRef(props);
  latest.current = props;
  const update = () => drawn.current.update({ ...latest.current, ...fed.current });
  useLayoutEffect(() => {
    drawn.current = create(node.current, latest.current, (change) => latest.current.setProps(change));
    mouths.set(node.current, (change) => {
      Object.assign(fed.current, change);
      update();
    });
    return () => {
      drawn.current.destroy();
      drawn.current = null;
    };
  }, []);
  // Before the paint, so that an answer is drawn in the very next frame.
  useLayoutEffect(update);
  return createElement("div", { ref: node, id: props.id, className: props.className, style: props.style });
}
