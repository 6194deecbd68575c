/* The Fragment component: puts a piece of server-written HTML into the page. */
(function () {
  "use strict";

  const React = window.React;

  /**
   * The piece of the first HTML that a fragment takes over, so that nothing flashes while its first answer is fetched.
   * @param {string} id
   * @returns {string}
   */
  function firstContent(id) {
    const first = document.querySelector('[data-first="' + id + '"]');
    return first ? first.innerHTML : "";
  }

  /**
   * @param {HTMLElement} node
   * @param {string} html written by the server's templates, which escape all data
   */
  function show(node, html) {
    if (node.innerHTML === html) return;
    node.innerHTML = html;
    node.dispatchEvent(new CustomEvent("fragmentshown", { bubbles: true }));
  }

  /** @param {{id: string, html: string, region: string, label: string}} props */
  function Fragment(props) {
    const ref = React.useRef(null);
    React.useLayoutEffect(() => show(ref.current, props.html || firstContent(props.id)), [props.html]);
    return React.createElement("div", {
      id: props.id,
      ref: ref,
      className: "fragment",
      role: props.region || undefined,
      "aria-label": props.label || undefined,
    });
  }

  window.contested_timeline = Object.assign(window.contested_timeline || {}, { Fragment: Fragment });
})();
