/* Dash's own scripts, which wait in a template of the page: what stands first does not wait for them. */

/**
 * Run scripts one after the other, then the inline one that starts the app.
 * @param {HTMLScriptElement[]} scripts
 */
function run(scripts) {
  const files = scripts.filter((script) => script.src);
  let loaded = 0;
  const inline = () => scripts.filter((script) => !script.src).forEach((script) => document.body.append(copy(script)));
  for (const script of files) {
    const live = copy(script);
    live.async = false; // in their order
    live.addEventListener("load", () => ++loaded === files.length && inline());
    document.body.append(live);
  }
}

/** A script out of a template never runs; its copy does. @param {HTMLScriptElement} script */
function copy(script) {
  const live = document.createElement("script");
  for (const { name, value } of script.attributes) live.setAttribute(name, value);
  live.textContent = script.textContent;
  return live;
}

/** Start Dash once what stands has been painted; in a page that nobody looks at there is no paint to wait for. */
export function start() {
  const later = document.getElementById("later");
  if (!(later instanceof HTMLTemplateElement)) return; // a page without Dash
  const go = () => run([...later.content.querySelectorAll("script")]);
  if (document.hidden) go();
  else window.requestAnimationFrame(() => window.setTimeout(go));
}
