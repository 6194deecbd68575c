/** The React side of timeline/component.py: hands props down and changes up; everything else is plain DOM. */
(function (ct) {
  "use strict";

  /** @param {object} props of the component, `setProps` included */
  function Timeline(props) {
    const { createElement, useLayoutEffect, useRef } = window.React;
    const node = useRef(null);
    const drawn = useRef(null);
    const latest = useRef(props);
    latest.current = props;
    useLayoutEffect(() => {
      drawn.current = ct.create(node.current, latest.current, (change) => latest.current.setProps(change));
      return () => {
        drawn.current.destroy();
        drawn.current = null;
      };
    }, []);
    // Before the paint, so that an answer is drawn in the very next frame.
    useLayoutEffect(() => {
      drawn.current.update(props);
    });
    return createElement("div", { ref: node, id: props.id, className: props.className, style: props.style });
  }

  window.contested_timeline = Object.assign(window.contested_timeline || {}, { Timeline });
})(window.contestedTimeline = window.contestedTimeline || {});
