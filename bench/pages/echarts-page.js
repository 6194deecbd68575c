/*
 * ECharts as its documentation sets up bars in lanes: a custom series on a canvas, lanes as a category axis, zoomed by
 * the wheel and dragged through a dataZoom, filtered by setOption. Its animation is off, so that nothing waits for it.
 */
(async function () {
  "use strict";

  const ROW = 18; // CSS pixels
  const query = new URLSearchParams(window.location.search);
  const { lanes, bounds, rows } = await (await fetch("/rows-" + query.get("size") + ".json")).json();
  const drawing = document.getElementById("drawing");
  const chart = echarts.init(drawing, null, { renderer: "canvas" });
  let shown = rows;

  /** @param {object} params @param {object} api @returns {object} a rounded bar, or a dot for a day, with its title */
  function renderItem(params, api) {
    const lane = api.value(0);
    const [x, middle] = api.coord([api.value(1), lane]);
    const width = api.coord([api.value(2), lane])[0] - x;
    const band = api.size([0, 1])[1];
    const y = middle - band / 2 + (api.value(3) % Math.max(1, Math.floor(band / ROW))) * ROW;
    const color = api.visual("color");
    const title = { type: "text", style: { text: shown[params.dataIndex].title, fill: "#222" } };
    const beside = { position: "right", distance: 4 };
    if (!width)
      return {
        type: "circle",
        shape: { cx: x, cy: y + ROW / 2, r: 4 },
        style: { fill: color },
        textContent: title,
        textConfig: beside,
      };
    return {
      type: "rect",
      shape: { x, y: y + 3, width: Math.max(2, width), height: ROW - 6, r: 4 },
      style: { fill: color },
      textContent: title,
      textConfig: beside,
    };
  }

  const series = () => ({
    id: "events",
    type: "custom",
    renderItem,
    data: shown.map((row) => row.value),
    encode: { x: [1, 2], y: 0 },
    clip: true,
    labelLayout: { hideOverlap: true },
  });

  const tell = () =>
    (document.querySelector("[role=status]").textContent = shown.length.toLocaleString("en") + " events");

  chart.on("finished", () => (drawing.dataset.drawn = ""));
  chart.setOption({
    animation: false,
    grid: { left: 90, right: 10, top: 10, bottom: 30 },
    xAxis: { type: "time", min: bounds[0], max: bounds[1] },
    yAxis: { type: "category", data: lanes, inverse: true, splitLine: { show: true } },
    dataZoom: { type: "inside", filterMode: "weakFilter" },
    series: [series()],
  });
  tell();

  window.benchChoose = function (person) {
    shown = person ? rows.filter((row) => row.people.includes(person)) : rows;
    chart.setOption({ series: [series()] });
    tell();
  };
})();
