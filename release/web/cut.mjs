// The packages draw the world on a ball: a country on both sides of the date line is one ring that jumps
// from 180 to -180 degrees. On a flat map that jump is a line across the whole world, so it is cut.

/** Cut the polygons of a multipolygon at the date line; what lies beyond comes in on the other side. */
export function cutAtDateLine(polygons) {
  return polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map(unrolled);
    const middle = (west(outer) + east(outer)) / 2;
    const near = holes.map((hole) => moved(hole, 360 * Math.round((middle - (west(hole) + east(hole)) / 2) / 360)));
    const whole = [outer, ...near];
    if (west(outer) >= -180 && east(outer) <= 180) return [whole];
    return [-360, 0, 360]
      .map((turn) => whole.map((ring) => within(moved(ring, turn))).filter((ring) => ring.length > 3))
      .filter((parts) => parts.length > 0);
  });
}

/** The same ring without jumps; one that goes round the pole is closed along the pole. */
function unrolled(ring) {
  const out = [ring[0]];
  for (const [lon, lat] of ring.slice(1)) {
    const before = out.at(-1)[0];
    out.push([lon + 360 * Math.round((before - lon) / 360), lat]);
  }
  const turned = out.at(-1)[0] - out[0][0];
  if (Math.abs(turned) < 180) return out;
  const pole = out[0][1] < 0 ? -90 : 90;
  return [...out, [out.at(-1)[0], pole], [out[0][0], pole], out[0]];
}

function moved(ring, degrees) {
  return degrees ? ring.map(([lon, lat]) => [lon + degrees, lat]) : ring;
}

/** The part of a ring between -180 and 180 degrees (Sutherland and Hodgman, 1974). */
function within(ring) {
  return clipped(clipped(ring, (point) => point[0] + 180, -180), (point) => 180 - point[0], 180);
}

function clipped(ring, room, edge) {
  const out = [];
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1], ring[at]];
    if (room(a) >= 0) out.push(a);
    if (room(a) >= 0 !== room(b) >= 0) out.push([edge, a[1] + ((edge - a[0]) / (b[0] - a[0])) * (b[1] - a[1])]);
  }
  return out.length ? [...out, out[0]] : out;
}

function west(ring) {
  return ring.reduce((least, point) => Math.min(least, point[0]), Infinity);
}

function east(ring) {
  return ring.reduce((most, point) => Math.max(most, point[0]), -Infinity);
}
