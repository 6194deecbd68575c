/* The Fragment component: puts a piece of server-written HTML into the page. */
import { byId, seek } from "./dom.js";

/**
 * Take the piece of the first HTML that a fragment goes on with, so that nothing flashes while its first answer is
 * fetched. With the last piece the first HTML itself goes, or the page would say everything twice.
 * @param {string} id
 * @returns {string} "" if it was taken before
 */
function takeFirst(id) {
  const piece = seek('[data-first="' + id + '"]');
  if (!piece) return "";
  piece.remove();
  const first = byId("first");
  if (!seek("[data-first]", first)) first.replaceChildren();
  return piece.innerHTML;
}

/**
 * Whether a node shows this already; the browser writes HTML in its own way ("'" for "&#39;").
 * @param {HTMLElement} node
 * @param {string} html
 */
function shows(node, html) {
  if (node.innerHTML === html) return true;
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
  node.dispatchEvent(new CustomEvent("fragmentshown", { bubbles: true }));
}

/** @param {{id: string, html: string, region: string, label: string}} props */
export function Fragment(props) {
  const { createElement, useLayoutEffect, useRef } = window.React;
  const ref = useRef(/** @type {HTMLDivElement|null} */ (null));
  useLayoutEffect(() => {
    if (ref.current) showFragment(ref.current, props.html || takeFirst(props.id));
  }, [props.html]);
  return createElement("div", {
    id: props.id,
    ref: ref,
    className: "fragment",
    role: props.region || undefined,
    "aria-label": props.label || undefined,
  });
}
