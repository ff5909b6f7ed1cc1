// Draws a table as bars: <div data-chart="id of the table">. Its rows are the categories; the columns whose heading
// carries data-series are drawn, from the data-value of their cells. Patterns and numbers say what colours say.
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([AriaComponent, BarChart, GridComponent, LegendComponent, SVGRenderer]);

const COLORS = ['#3d6a94', '#f2b632', '#a9bccb'];
const INK = '#1b2733';
const BAR = 26;
/** A part of a stack that is smaller than this has no room for its number; the table has it. */
const NARROW = 0.12;
/** Room that a name of the legend takes. */
const LINE = 180;

const drawn = new Set();
addEventListener('resize', () =>
  drawn.forEach((chart) => {
    chart.setOption({ yAxis: { axisLabel: { width: named(chart.getDom()) } } });
    chart.resize();
  }),
);

/** What the names of the bars may take of this place, in pixels: the bars need some too. */
function named(place) {
  return Math.min(220, place.clientWidth / 3);
}

export function charts(root) {
  drawn.forEach((chart) => {
    if (!chart.getDom().isConnected) {
      chart.dispose();
      drawn.delete(chart);
    }
  });
  root.querySelectorAll('[data-chart]').forEach((place) => draw(place, document.getElementById(place.dataset.chart)));
}

function draw(place, table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const columns = heads.map((head, at) => ({ head, at })).filter(({ head }) => head.dataset.series !== undefined);
  const stacked = 'stacked' in place.dataset;
  const value = (row, at) => Number(row.cells[at].dataset.value);
  const most = Math.max(1e-9, ...rows.map((row) => columns.reduce((sum, { at }) => sum + value(row, at), 0)));
  // side by side in one line where there is room, else one below the other
  const legend = place.clientWidth < LINE * columns.length ? columns.length * 24 : 24;
  place.style.height = `${rows.length * (stacked ? 1 : columns.length) * BAR + rows.length * 14 + legend + 36}px`;
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', place.dataset.label);
  const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    color: COLORS,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14, color: INK },
    legend: {
      top: 0,
      left: 0,
      orient: legend > 24 ? 'vertical' : 'horizontal',
      selectedMode: false,
      textStyle: { fontSize: 14 },
    },
    grid: { top: legend + 12, left: 4, right: 110, bottom: 4, containLabel: true },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.cells[0].textContent.trim()),
      axisTick: { show: false },
      axisLabel: {
        fontSize: 14,
        lineHeight: 16,
        color: INK,
        width: named(place),
        overflow: 'break',
      },
    },
    series: columns.map(({ head, at }, series) => ({
      name: head.dataset.series,
      type: 'bar',
      stack: stacked ? 'all' : undefined,
      barMaxWidth: BAR - 4,
      data: rows.map((row) => value(row, at)),
      label: {
        show: true,
        position: stacked ? (series === columns.length - 1 ? 'right' : 'inside') : 'right',
        color: INK,
        backgroundColor: stacked && series < columns.length - 1 ? '#fff' : 'transparent',
        padding: 2,
        formatter: ({ value: shown, dataIndex }) =>
          shown === 0 || (stacked && series < columns.length - 1 && shown < NARROW * most)
            ? ''
            : rows[dataIndex].cells[at].textContent.trim(),
      },
    })),
  });
  drawn.add(chart);
}
