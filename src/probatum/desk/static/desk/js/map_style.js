// The base map: land, lines and names from this computer alone. No address of another is in it.

/** Colours by layer and property: kept apart so that light and dark change without loading anew. */
const PAINT = [
  ["water", "background-color", "--map-water"],
  ["land", "fill-color", "--map-land"],
  ["land-edge", "line-color", "--map-land-line"],
  ["land-fine", "fill-color", "--map-land"],
  ["land-fine-edge", "line-color", "--map-land-line"],
  ["boundary", "line-color", "--map-line"],
  ["disputed", "line-color", "--map-disputed"],
  ["country-names", "text-color", "--map-word"],
  ["country-names", "text-halo-color", "--map-land"],
  ["disputed-names", "text-color", "--map-disputed"],
  ["disputed-names", "text-halo-color", "--map-land"],
  ["towns", "circle-color", "--map-word"],
  ["town-names", "text-color", "--map-word"],
  ["town-names", "text-halo-color", "--map-land"],
  ["precision", "fill-color", "--map-point"],
  ["precision-edge", "line-color", "--map-point"],
  ["clusters", "circle-color", "--map-point"],
  ["clusters", "circle-stroke-color", "--map-point-line"],
  ["cluster-counts", "text-color", "--map-point-line"],
  ["points", "circle-color", "--map-point"],
  ["points", "circle-stroke-color", "--map-point-line"],
];

const FONT = ["sans-serif"];
const FINE_FROM = 4.5;

/** The style at its start; `tiles` is {url, credit} only where a person agreed to ask that server. */
export function baseStyle(world, tiles, now) {
  const name = (id, source, layout, more = {}) => ({
    id, source, type: "symbol", ...more,
    layout: { "text-font": FONT, "text-max-width": 7, "text-padding": 4, ...layout },
    paint: { "text-halo-width": 1.5 },
  });
  const sources = {
    countries: { type: "geojson", data: `${world}countries.json`, tolerance: 0.4 },
    lines: { type: "geojson", data: `${world}lines.json`, tolerance: 0.4 },
    "country-names": { type: "geojson", data: nothing() },
    "disputed-names": { type: "geojson", data: nothing() },
  };
  const layers = [
    { id: "water", type: "background" },
    { id: "land", type: "fill", source: "countries" },
    { id: "land-edge", type: "line", source: "countries", maxzoom: 7, paint: { "line-width": 0.5 } },
    { id: "boundary", type: "line", source: "lines", filter: ["==", ["get", "kind"], "boundary"],
      paint: { "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.6, 8, 1.6] } },
    { id: "disputed", type: "line", source: "lines", filter: ["==", ["get", "kind"], "disputed"],
      paint: { "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.9, 8, 2], "line-dasharray": [3, 2.5] } },
    name("country-names", "country-names", {
      "text-field": ["get", "name"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10, 6, 15],
      "symbol-sort-key": ["-", ["get", "size"]],
    }, { maxzoom: 8, filter: [">=", ["get", "size"], ["step", ["zoom"], 6, 3, 1, 4.5, 0.1, 6, 0]] }),
    name("disputed-names", "disputed-names", { "text-field": ["get", "name"], "text-size": 11 }, { minzoom: 6 }),
  ];
  if (tiles) {
    sources.tiles = { type: "raster", tiles: [tiles.url], tileSize: 256, attribution: tiles.credit };
    layers.push({ id: "tiles", type: "raster", source: "tiles" });
  }
  // Coloured before the first frame: a layer without a colour is black.
  for (const [id, property, token] of PAINT) {
    const layer = layers.find((one) => one.id === id);
    if (layer) layer.paint = { ...layer.paint, [property]: now(token) };
  }
  return { version: 8, sources, layers };
}

/** Layers of what the page shows, above the base. */
export function shownLayers() {
  return [
    { id: "precision", type: "fill", source: "precision", filter: ["<=", ["get", "from"], ["zoom"]], paint: { "fill-opacity": 0.12 } },
    { id: "precision-edge", type: "line", source: "precision", filter: ["<=", ["get", "from"], ["zoom"]], paint: { "line-width": 1.5, "line-dasharray": [2, 2] } },
    { id: "clusters", type: "circle", source: "points", filter: ["has", "point_count"],
      paint: { "circle-radius": ["step", ["get", "point_count"], 14, 20, 18, 200, 23, 2000, 28], "circle-stroke-width": 3 } },
    { id: "cluster-counts", type: "symbol", source: "points", filter: ["has", "point_count"],
      layout: { "text-field": ["to-string", ["get", "point_count"]], "text-font": FONT, "text-size": 13, "text-allow-overlap": true } },
    { id: "points", type: "circle", source: "points", filter: ["!", ["has", "point_count"]],
      paint: { "circle-radius": 7, "circle-stroke-width": 2.5 } },
  ];
}

/** Bring what only close views need: the coast to a kilometre, and towns. Once. */
export async function addFine(map, world, now) {
  if (map.getSource("land-fine")) return;
  const first = "boundary";
  map.addSource("land-fine", { type: "geojson", data: `${world}land.json`, tolerance: 0.3 });
  map.addLayer({ id: "land-fine", type: "fill", source: "land-fine", minzoom: FINE_FROM }, first);
  map.addLayer({ id: "land-fine-edge", type: "line", source: "land-fine", minzoom: FINE_FROM, paint: { "line-width": 0.8 } }, first);
  map.addSource("towns", { type: "geojson", data: nothing() });
  const above = map.getLayer("precision") ? "precision" : undefined;
  const shown = [">=", ["get", "people"], ["step", ["zoom"], 900, 5, 250, 6, 90, 7, 40, 8, 0]];
  map.addLayer({ id: "towns", type: "circle", source: "towns", minzoom: 4, filter: shown, paint: { "circle-radius": 2 } }, above);
  map.addLayer({
    id: "town-names", type: "symbol", source: "towns", minzoom: 4, filter: shown,
    layout: { "text-field": ["get", "name"], "text-font": FONT, "text-anchor": "bottom", "text-offset": [0, -0.3],
      "text-size": ["interpolate", ["linear"], ["get", "people"], 20, 11, 1000, 13.5], "text-padding": 4,
      "symbol-sort-key": ["-", ["get", "people"]] },
    paint: { "text-halo-width": 1.5 },
  }, above);
  paint(map, now);
  // The coarse land stays until the fine one is there, so that nobody looks at an empty sea.
  map.on("sourcedata", function whole(event) {
    if (event.sourceId !== "land-fine" || !map.isSourceLoaded("land-fine")) return;
    map.off("sourcedata", whole);
    map.setLayerZoomRange("land", 0, FINE_FROM);
    map.setLayerZoomRange("land-edge", 0, FINE_FROM);
  });
  const list = await (await fetch(`${world}towns.json`)).json();
  map.getSource("towns")?.setData(collection(list.map(([name, lon, lat, people]) => point(lon, lat, { name, people }))));
}

/** Names of countries in the page's language, which the browser knows. */
export async function addNames(map, world, language) {
  const { countries, disputed } = await (await fetch(`${world}names.json`)).json();
  const spelled = new Intl.DisplayNames([language, "en"], { type: "region", fallback: "none" });
  map.getSource("country-names")?.setData(collection(countries.map(({ code, name, lon, lat, size }) => (
    point(lon, lat, { name: spelled.of(code) ?? name, size })))));
  const short = language.split("-")[0];
  map.getSource("disputed-names")?.setData(collection(disputed.map(({ words, lon, lat }) => (
    point(lon, lat, { name: words[short] ?? words.en })))));
}

/** Colour every layer that is there. */
export function paint(map, now) {
  for (const [layer, property, token] of PAINT) {
    if (map.getLayer(layer)) map.setPaintProperty(layer, property, now(token));
  }
}

export function collection(features) {
  return { type: "FeatureCollection", features };
}

export function point(lon, lat, properties) {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } };
}

export function nothing() {
  return collection([]);
}

const EARTH_METRES = 6_371_008.8;

/** A circle of so many metres round a place: what a position says of itself, no more. */
export function circle(lon, lat, metres) {
  // Drawn from the zoom at which its radius is a dozen pixels: below, it is only noise round a dot.
  const from = Math.log2((12 * 2 * Math.PI * EARTH_METRES * Math.cos((lat * Math.PI) / 180)) / (512 * metres));
  const ring = [];
  const [phi, far] = [(lat * Math.PI) / 180, metres / EARTH_METRES];
  for (let step = 0; step <= 72; step += 1) {
    const bearing = (step / 72) * 2 * Math.PI;
    const there = Math.asin(Math.sin(phi) * Math.cos(far) + Math.cos(phi) * Math.sin(far) * Math.cos(bearing));
    const turn = Math.atan2(Math.sin(bearing) * Math.sin(far) * Math.cos(phi), Math.cos(far) - Math.sin(phi) * Math.sin(there));
    ring.push([lon + (turn * 180) / Math.PI, (there * 180) / Math.PI]);
  }
  return { type: "Feature", properties: { from }, geometry: { type: "Polygon", coordinates: [ring] } };
}
