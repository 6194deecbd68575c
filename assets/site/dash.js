/* What the page's own scripts tell Dash. */

/**
 * Set properties of a part of Dash, if Dash has laid it out. What it lays out later begins with what the address says.
 * @param {string} id
 * @param {Record<string, unknown>} props
 * @param {string} [near] id of an element that stands as soon as the part does, for a part that is no element
 * @returns {boolean} whether it is there
 */
export function setProps(id, props, near = id) {
  const there = document.getElementById("react-entry-point")?.querySelector(`#${near}`);
  if (there) window.dash_clientside.set_props(id, props);
  return Boolean(there);
}
