/*
 * ECharts as its documentation sets up bars in lanes: a custom series on a canvas, lanes as a category axis, zoomed by
 * the wheel and dragged through a dataZoom, filtered by setOption. Its animation is off, so that nothing waits for it.
 */
(async function () {
  "use strict";

  const ROW = 18; // CSS pixels
  const FONT = "12px sans-serif";
  const query = new URLSearchParams(window.location.search);
  const { lanes, bounds, events } = await (await fetch("/lanes-" + query.get("size") + ".json")).json();
  const drawing = document.getElementById("drawing");
  const chart = echarts.init(drawing, null, { renderer: "canvas" });
  let shown = [];

  /** Measure all titles, once. */
  function measure() {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = FONT;
    for (const event of events) event.width = pen.measureText(event.title).width;
  }

  /**
   * Show some events, which stand in the order of time: in the rows of their lane in turn, so that `next`, where another
   * one begins in the same row, comes as late as can be.
   */
  function show(some) {
    const rows = Math.floor((drawing.clientHeight - 40) / lanes.length / ROW);
    const turns = lanes.map(() => 0);
    const last = lanes.map(() => []);
    for (const event of some) {
      const [lane, first] = event.value;
      event.row = turns[lane] % rows;
      event.next = Infinity;
      turns[lane] += 1;
      if (last[lane][event.row]) last[lane][event.row].next = first;
      last[lane][event.row] = event;
    }
    shown = some;
  }

  /** @param {object} params @param {object} api @returns {object} a bar, or a dot for a day, titled if there is room */
  function renderItem(params, api) {
    const event = shown[params.dataIndex];
    const lane = api.value(0);
    const [x, middle] = api.coord([api.value(1), lane]);
    const end = api.coord([api.value(2), lane])[0];
    const y = middle - api.size([0, 1])[1] / 2 + event.row * ROW;
    const item =
      end > x
        ? { type: "rect", shape: { x, y: y + 3, width: Math.max(2, end - x), height: ROW - 6, r: 4 } }
        : { type: "circle", shape: { cx: x, cy: y + ROW / 2, r: 4 } };
    item.style = { fill: api.visual("color") };
    if (event.next === Infinity || api.coord([event.next, lane])[0] > end + event.width + 12) {
      item.textContent = { type: "text", style: { text: event.title, font: FONT, fill: "#222" } };
      item.textConfig = { position: "right", distance: 4 };
    }
    return item;
  }

  const series = () => ({
    id: "events",
    type: "custom",
    renderItem,
    data: shown.map((event) => event.value),
    encode: { x: [1, 2], y: 0 },
    clip: true,
  });

  const tell = () =>
    (document.querySelector("[role=status]").textContent = shown.length.toLocaleString("en") + " events");

  measure();
  show(events);
  // The first time that anything is painted, the first events are: it paints many in several goes.
  chart.on("rendered", () => (drawing.dataset.drawn = ""));
  window.benchZooms = 0;
  chart.on("datazoom", () => (window.benchZooms += 1));
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
    show(person ? events.filter((event) => event.people.includes(person)) : events);
    chart.setOption({ series: [series()] });
    tell();
  };
})();
