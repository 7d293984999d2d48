// Maps: {% include "desk/pieces/map.html" with src=... label=... %}. What is shown comes as JSON from
// the page's own data-src:
//   {"points": [{"id", "lon", "lat", "radius_m"?, "title", "lines"?: [...], "href"?}]}
// The same things stand beside the map as a list, for those who do not use it: a button or link there
// with data-show-point="id" moves the map. data-bounds="#id" names a field that is kept at what is in
// view (west,south,east,north). The element gets the events map:chosen, and takes map:reload.

import * as maplibregl from "../../vendor/maplibre/maplibre-gl.mjs";
import { colours } from "./colours.js";
import { addFine, addNames, baseStyle, circle, collection, nothing, paint, point, shownLayers } from "./map_style.js";

const CLOSE = 4;
// How far round a place the first view reaches: a district is seen whole, a country is not.
const MOST_REACH = 25_000;
const made = new WeakMap();

function words(element, name, values = {}) {
  return (element.dataset[name] ?? "").replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

function mount(element) {
  if (made.has(element)) return;
  made.set(element, null);
  const { world, tiles, tilesCredit } = element.dataset;
  const rtl = getComputedStyle(element).direction === "rtl";
  const now = colours(element);
  let map;
  try {
    map = new maplibregl.Map({
      container: element,
      style: baseStyle(world, tiles ? { url: tiles, credit: tilesCredit ?? "" } : null, now),
      center: [20, 25], zoom: 1, minZoom: 0.5, maxZoom: 18, maxPitch: 0,
      dragRotate: false, pitchWithRotate: false, touchPitch: false, rollEnabled: false,
      attributionControl: tiles ? { compact: false } : false,
      cooperativeGestures: element.dataset.cooperative !== undefined,
      locale: {
        "Map.Title": words(element, "label"),
        "NavigationControl.ZoomIn": words(element, "zoomIn"),
        "NavigationControl.ZoomOut": words(element, "zoomOut"),
        "Popup.Close": words(element, "close"),
        "CooperativeGesturesHandler.WindowsHelpText": words(element, "scroll"),
        "CooperativeGesturesHandler.MacHelpText": words(element, "scroll"),
        "CooperativeGesturesHandler.MobileHelpText": words(element, "fingers"),
      },
    });
  } catch {
    // No WebGL here: the list beside the map says the same.
    element.classList.add("is-missing");
    element.textContent = words(element, "missing");
    return;
  }
  made.set(element, map);
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), rtl ? "top-left" : "top-right");
  map.addControl(new maplibregl.ScaleControl({ maxWidth: 120 }), rtl ? "bottom-right" : "bottom-left");
  map.on("load", () => {
    map.addSource("precision", { type: "geojson", data: nothing() });
    map.addSource("points", { type: "geojson", data: nothing(), cluster: true, clusterRadius: 36, clusterMaxZoom: 16 });
    for (const layer of shownLayers()) map.addLayer(layer);
    paint(map, now);
    addNames(map, world, document.documentElement.lang || "en");
    const close = () => { if (map.getZoom() >= CLOSE) addFine(map, world, now); };
    map.on("zoomend", close);
    listen(element, map);
    show(element, map, element.dataset.src).then(close);
  });
  document.addEventListener("desk:theme", () => paint(map, now));
  element.addEventListener("map:reload", (event) => show(element, map, event.detail?.src ?? element.dataset.src));
}

async function show(element, map, src) {
  if (!src) return;
  const answer = await fetch(src, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    element.dispatchEvent(new CustomEvent("map:failed", { bubbles: true }));
    return;
  }
  const { points } = await answer.json();
  element.points = new Map(points.map((one) => [String(one.id), one]));
  // First where to look, then what is there: the other way round nothing was drawn until it moved.
  if (points.length && !element.dataset.stays) {
    const bounds = new maplibregl.LngLatBounds();
    for (const { lon, lat, radius_m } of points) {
      const reach = Math.min(Number(radius_m) || 0, MOST_REACH);
      bounds.extend(maplibregl.LngLatBounds.fromLngLat(new maplibregl.LngLat(Number(lon), Number(lat)), reach));
    }
    map.fitBounds(bounds, { padding: 60, maxZoom: 12, animate: false });
  }
  const at = ({ id, lon, lat }) => point(Number(lon), Number(lat), { id: String(id) });
  map.getSource("points").setData(collection(points.map(at)));
  const measured = points.filter((one) => Number(one.radius_m) > 0);
  map.getSource("precision").setData(collection(measured.map(({ lon, lat, radius_m }) => (
    circle(Number(lon), Number(lat), Number(radius_m))))));
  // Ready is what can be seen: workers cut the points into tiles first.
  map.once("idle", () => {
    map.triggerRepaint();
    element.dataset.ready = String(points.length);
  });
}

function listen(element, map) {
  map.on("click", "clusters", async (event) => {
    const cluster = map.queryRenderedFeatures(event.point, { layers: ["clusters"] })[0];
    const source = map.getSource("points");
    const id = cluster.properties.cluster_id;
    const zoom = await source.getClusterExpansionZoom(id);
    const centre = cluster.geometry.coordinates;
    if (zoom <= 16) {
      map.easeTo({ center: centre, zoom });
      return;
    }
    const leaves = await source.getClusterLeaves(id, 50, 0);
    popup(element, map, centre, leaves.map((leaf) => leaf.properties.id), cluster.properties.point_count);
  });
  map.on("click", "points", (event) => {
    const feature = event.features[0];
    popup(element, map, feature.geometry.coordinates, [feature.properties.id], 1);
  });
  for (const layer of ["clusters", "points"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("moveend", () => {
    const field = element.dataset.bounds && document.querySelector(element.dataset.bounds);
    if (!field) return;
    const [[west, south], [east, north]] = map.getBounds().toArray();
    field.value = [west, south, east, north].map((degree) => degree.toFixed(4)).join(",");
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("click", (event) => {
    const shower = event.target.closest("[data-show-point]");
    const one = shower && element.points?.get(shower.dataset.showPoint);
    if (!one) return;
    event.preventDefault();
    const centre = [Number(one.lon), Number(one.lat)];
    // As near as its position is known, and no nearer.
    const reach = maplibregl.LngLatBounds.fromLngLat(new maplibregl.LngLat(...centre), Number(one.radius_m) || 2000);
    map.fitBounds(reach, { padding: 60, maxZoom: 15 });
    popup(element, map, centre, [String(one.id)], 1);
  });
}

/** What is said of a place: nodes with text, never markup from what was collected. */
function popup(element, map, centre, ids, count) {
  const room = document.createElement("div");
  room.className = "stack stack-small";
  for (const id of ids) {
    const one = element.points.get(id);
    if (one) room.append(entry(element, one));
  }
  if (count > ids.length) room.append(line(words(element, "more", { count: count - ids.length }), "muted"));
  new maplibregl.Popup({ maxWidth: "20rem", focusAfterOpen: true }).setLngLat(centre).setDOMContent(room).addTo(map);
  element.dispatchEvent(new CustomEvent("map:chosen", { bubbles: true, detail: { ids } }));
}

function entry(element, { title, href, lines, radius_m }) {
  const block = document.createElement("div");
  const head = document.createElement(href ? "a" : "strong");
  head.textContent = title;
  head.dir = "auto";
  // Only a page of the desk: an address from a record is text like any other.
  if (href && new URL(href, location.href).origin === location.origin) head.href = href;
  block.append(head, ...(lines ?? []).map((text) => line(text)));
  if (Number(radius_m) > 0) {
    const metres = Number(radius_m);
    const language = document.documentElement.lang || "en";
    const [amount, unit] = metres >= 1000 ? [metres / 1000, "kilometer"] : [metres, "meter"];
    const spelled = new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(amount);
    block.append(line(words(element, "precision", { metres: spelled }), "muted"));
  }
  return block;
}

function line(text, kind = "") {
  const words_ = document.createElement("p");
  words_.textContent = text;
  words_.className = `small ${kind}`.trim();
  words_.dir = "auto";
  return words_;
}

function mountAll(within) {
  for (const element of within.querySelectorAll("[data-map]")) mount(element);
}

mountAll(document);
document.addEventListener("htmx:load", (event) => mountAll(event.detail.elt.parentElement ?? document));
