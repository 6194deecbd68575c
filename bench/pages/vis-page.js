/* vis-timeline as its documentation sets it up: groups, a DataView as the filter, ?cluster=1 for its clustering mode. */
(async function () {
  "use strict";

  const query = new URLSearchParams(window.location.search);
  const { groups, items, bounds } = await (await fetch("/items-" + query.get("size") + ".json")).json();
  let person = "";
  const view = new vis.DataView(new vis.DataSet(items), {
    filter: (item) => !person || item.people.includes(person),
  });
  const options = { height: "100%", stack: true, min: bounds[0], max: bounds[1], showCurrentTime: false };
  if (query.has("cluster")) options.cluster = { maxItems: 1 };
  new vis.Timeline(document.getElementById("drawing"), view, new vis.DataSet(groups), options);

  const tell = () =>
    (document.querySelector("[role=status]").textContent = view.length.toLocaleString("en") + " events");
  tell();

  window.benchChoose = function (chosen) {
    person = chosen;
    view.refresh();
    tell();
  };
})();
