/* The Fragment component: puts a piece of server-written HTML into the page. */
import { goOn } from "./takeover.js";

/** What was put into a node last: to ask the browser for it takes longer than to write it. @type {WeakMap<Node, string>} */
const put = new WeakMap();

/**
 * Whether a node shows this already; the browser writes HTML in its own way ("'" for "&#39;").
 * @param {HTMLElement} node
 * @param {string} html
 */
function shows(node, html) {
  const before = put.get(node);
  if (before !== undefined) return before === html;
  if (!node.hasChildNodes()) return html === "";
  const parsed = document.createElement("template");
  parsed.innerHTML = html;
  return parsed.innerHTML === node.innerHTML;
}

/**
 * What is shown already stays as it is, or the focus in it would be lost.
 * @param {HTMLElement} node
 * @param {string} html written by the server's templates, which escape all data
 */
export function showFragment(node, html) {
  if (shows(node, html)) return;
  node.innerHTML = html;
  put.set(node, html);
  node.dispatchEvent(new CustomEvent("fragmentshown", { bubbles: true }));
}

/** It goes on with its piece of the first HTML. @param {{id: string, html: string} & Record<"region" | "label" | "kind", string>} props */
export function Fragment(props) {
  const { createElement, useLayoutEffect, useRef } = window.React;
  const ref = useRef(/** @type {HTMLDivElement|null} */ (null));
  useLayoutEffect(() => {
    if (ref.current && (props.html || !goOn(props.id, ref.current))) showFragment(ref.current, props.html || "");
  }, [props.html]);
  return createElement("div", {
    id: props.id,
    ref: ref,
    className: props.kind ? `fragment ${props.kind}` : "fragment",
    role: props.region || undefined,
    "aria-label": props.label || undefined,
  });
}
