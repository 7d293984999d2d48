// Figures over the dates they were given for, each with its bounds:
// {% include "desk/pieces/chart.html" with src=... label=... %}. The JSON of src:
//   {"series": [{"name", "figures": [{"on": "2031-03-05", "low": 14|null, "high": 21|null, "words"?}]}]}
// low alone is "at least": an arrow upwards, not a bar that ends. Each series has a shape of its own
// beside its colour. The page puts a table with the same figures beside it: a canvas says nothing.

import uPlot from "../../vendor/uplot/uPlot.min.mjs";
import { colours } from "./colours.js";

const LOOKS = [
  ["--for", "circle"], ["--against", "square"], ["--count", "triangle"],
  ["--response", "diamond"], ["--change", "cross"], ["--relay", "bar"],
];
const ARROW = 26;
const DAY = 86_400;

const seconds = (on) => Date.parse(`${on}T00:00:00Z`) / 1000;

/** Draw a mark; `size` is half its width in pixels of the canvas. */
function mark(context, shape, x, y, size) {
  context.beginPath();
  if (shape === "circle") context.arc(x, y, size, 0, 2 * Math.PI);
  else if (shape === "square") context.rect(x - size, y - size, 2 * size, 2 * size);
  else if (shape === "bar") context.rect(x - size, y - size / 2.5, 2 * size, size / 1.25);
  else {
    const corners = {
      triangle: [[0, -1.15], [1.1, 0.9], [-1.1, 0.9]],
      diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
      cross: [[-1, -0.4], [-0.4, -0.4], [-0.4, -1], [0.4, -1], [0.4, -0.4], [1, -0.4], [1, 0.4], [0.4, 0.4],
        [0.4, 1], [-0.4, 1], [-0.4, 0.4], [-1, 0.4]],
    }[shape];
    corners.forEach(([dx, dy], at) => context[at ? "lineTo" : "moveTo"](x + dx * size, y + dy * size));
    context.closePath();
  }
  context.fill();
}

/** One figure: its range with ends, or an open arrow where a bound is not given. */
function drawFigure(u, x, { low, high }, shape) {
  const context = u.ctx;
  const ratio = devicePixelRatio;
  const at = (value) => u.valToPos(value, "y", true);
  const [bottom, top] = [low ?? high, high ?? low].map(at);
  const cap = 5 * ratio;
  context.beginPath();
  if (low !== null && high !== null && low !== high) {
    context.moveTo(x, bottom);
    context.lineTo(x, top);
    for (const end of [bottom, top]) {
      context.moveTo(x - cap, end);
      context.lineTo(x + cap, end);
    }
  } else if (low === null || high === null) {
    const way = high === null ? -1 : 1;
    const tip = Math.min(bottom + way * ARROW * ratio, u.bbox.top + u.bbox.height);
    context.moveTo(x, bottom);
    context.lineTo(x, tip);
    context.moveTo(x - cap, tip - way * cap);
    context.lineTo(x, tip);
    context.lineTo(x + cap, tip - way * cap);
  }
  context.stroke();
  mark(context, shape, x, low === null ? top : bottom, 4.5 * ratio);
  if (low !== null && high !== null && low !== high) mark(context, shape, x, top, 4.5 * ratio);
}

/** Figures of the same day stand beside each other, never on top of each other. */
function aside(series, which) {
  return (which - (series.length - 1) / 2) * 9 * devicePixelRatio;
}

function drawAll(u, series, now) {
  const context = u.ctx;
  context.save();
  context.lineWidth = 2 * devicePixelRatio;
  series.forEach(({ figures }, which) => {
    const [token, shape] = LOOKS[which % LOOKS.length];
    context.strokeStyle = context.fillStyle = now(token);
    for (const figure of figures) drawFigure(u, u.valToPos(seconds(figure.on), "x", true) + aside(series, which), figure, shape);
  });
  context.restore();
}

function options(element, series, now, spelling) {
  const days = [...new Set(series.flatMap(({ figures }) => figures.map(({ on }) => seconds(on))))].sort((a, b) => a - b);
  const values = series.flatMap(({ figures }) => figures.flatMap(({ low, high }) => [low, high])).filter((v) => v !== null);
  const most = Math.max(1, ...values);
  const span = Math.max(DAY, days.at(-1) - days[0]);
  const spelled = new Intl.DateTimeFormat(spelling, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  // The canvas runs left to right as time does; a date in Arabic is read the other way by itself.
  const day = (at) => (document.dir === "rtl" ? `\u2067${spelled.format(at * 1000)}\u2069` : spelled.format(at * 1000));
  const number = new Intl.NumberFormat(spelling);
  const axis = {
    stroke: () => now("--chart-words"),
    grid: { stroke: () => now("--chart-grid"), width: 1 },
    ticks: { stroke: () => now("--chart-grid"), width: 1 },
    font: `12px ${getComputedStyle(element).fontFamily}`,
  };
  return [{
    width: element.clientWidth, height: element.clientHeight || 280, legend: { show: false }, cursor: { show: false },
    padding: [16, 24, 0, 0], tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "UTC"),
    scales: {
      x: { time: true, range: [days[0] - span * 0.06 - DAY / 4, days.at(-1) + span * 0.06 + DAY / 4] },
      y: { range: [0, most * 1.2] },
    },
    axes: [
      { ...axis, space: 96, splits: (u, i, min, max) => ticks(min, max, u.width), values: (u, at) => at.map(day) },
      { ...axis, size: 56, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6], values: (u, at) => at.map((v) => number.format(v)) },
    ],
    series: [{}, ...series.map(({ name }) => ({ label: name, paths: () => null, points: { show: false } }))],
    hooks: { draw: [(u) => drawAll(u, series, now)] },
  }, [days, ...series.map(({ figures }) => days.map((day) => figures.find(({ on }) => seconds(on) === day)?.low ?? null))]];
}

/** Whole days, as many as there is room for their names. */
function ticks(min, max, width) {
  const room = Math.max(2, Math.floor(width / 120));
  const step = Math.max(1, Math.ceil((max - min) / DAY / room)) * DAY;
  const list = [];
  for (let at = Math.ceil(min / DAY) * DAY; at <= max; at += step) list.push(at);
  return list;
}

/** What the shapes mean, in words, below the chart. */
function legend(series) {
  const list = document.createElement("ul");
  list.className = "legend chart-legend";
  series.forEach(({ name }, which) => {
    const [, shape] = LOOKS[which % LOOKS.length];
    const item = document.createElement("li");
    const words = document.createElement("bdi");
    const sign = document.createElement("span");
    sign.className = `chart-mark is-${shape}`;
    words.textContent = name;
    item.append(sign, words);
    list.append(item);
  });
  return list;
}

/** Day before month, as the pages write dates. */
function language() {
  const said = document.documentElement.lang || "en";
  return said === "en" ? "en-GB" : said;
}

async function mount(element) {
  if (element.dataset.mounted !== undefined) return;
  element.dataset.mounted = "";
  const answer = await fetch(element.dataset.src, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  // A figure without any bound says nothing that could be drawn; the table has its words.
  const bounded = ({ low, high }) => low !== null || high !== null;
  const series = (await answer.json()).series
    .map(({ name, figures }) => ({ name, figures: figures.filter(bounded) }))
    .filter(({ figures }) => figures.length);
  element.hidden = !series.length;
  if (!series.length) return;
  const now = colours(element);
  const [settings, data] = options(element, series, now, language());
  const plot = new uPlot(settings, data, element);
  element.after(legend(series));
  new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: element.clientHeight })).observe(element);
  document.addEventListener("desk:theme", () => plot.redraw());
  // Paper is light, whatever the screen is.
  matchMedia("print").addEventListener("change", () => plot.redraw());
  element.dataset.ready = String(series.length);
}

function mountAll(within) {
  for (const element of within.querySelectorAll("[data-chart]")) mount(element);
}

mountAll(document);
document.addEventListener("htmx:load", (event) => mountAll(event.detail.elt.parentElement ?? document));
