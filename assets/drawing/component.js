/** The React side of timeline/drawing/component.py: hands props down and changes up; everything else is plain DOM. */
import { create } from "./create.js";
import { holdMouth } from "./feed.js";

/** What is fed by hand (feed.js) stands before the props. @param {Partial<Props> & {setProps: (change: Change) => void}} props */
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
    const letGo = holdMouth(there.id, (change) => {
      Object.assign(fed.current, change);
      update();
    });
    return () => {
      letGo();
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, []);
  // Before the paint, so that an answer is drawn in the very next frame.
  useLayoutEffect(update);
  return createElement("div", { ref: node, id: props.id, className: props.className, style: props.style });
}
