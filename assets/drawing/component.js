/** The React side of timeline/drawing/component.py: hands props down and changes up; everything else is plain DOM. */
import { goOn } from "../site/takeover.js";
import { stand } from "./standing.js";

/**
 * A drawing that stands already goes on; else one is made.
 * @param {Partial<Props> & {id: string, setProps: (change: Change) => void}} props
 */
export function Timeline(props) {
  const { createElement, useLayoutEffect, useRef } = window.React;
  const node = useRef(/** @type {HTMLDivElement|null} */ (null));
  const drawn = useRef(/** @type {import("./standing.js").Standing|null} */ (null));
  const latest = useRef(props);
  latest.current = props;
  useLayoutEffect(() => {
    const there = node.current;
    if (!there) return undefined;
    drawn.current = stand(props.id, there, latest.current);
    drawn.current.passOn((change) => latest.current.setProps(change));
    goOn(props.id, there);
    return () => {
      drawn.current?.end();
      drawn.current = null;
    };
  }, []);
  // Before the paint, so that an answer is drawn in the very next frame.
  useLayoutEffect(() => drawn.current?.take(latest.current));
  const style = { height: "100%", ...props.style };
  return createElement("div", { ref: node, id: props.id, className: props.className, style });
}
