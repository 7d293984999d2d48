// Where a name stands in an area: as far from its edges as possible.

/** Point of the largest part of a multipolygon that is far from its edges, found on finer and finer grids. */
export function middleOf(polygons) {
  const rings = polygons.reduce((a, b) => (area(a[0]) >= area(b[0]) ? a : b));
  const xs = rings[0].map((point) => point[0]);
  const ys = rings[0].map((point) => point[1]);
  let box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best = { at: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], room: -Infinity };
  for (let round = 0; round < 4; round += 1) {
    const steps = 16;
    const [dx, dy] = [(box[2] - box[0]) / steps, (box[3] - box[1]) / steps];
    for (let i = 0; i <= steps; i += 1) {
      for (let j = 0; j <= steps; j += 1) {
        const at = [box[0] + i * dx, box[1] + j * dy];
        const room = (inside(at, rings) ? 1 : -1) * edge(at, rings);
        if (room > best.room) best = { at, room };
      }
    }
    box = [best.at[0] - dx, best.at[1] - dy, best.at[0] + dx, best.at[1] + dy];
  }
  return best.at;
}

/** Size of a multipolygon in square degrees at the equator. */
export function sizeOf(polygons) {
  return polygons.reduce((sum, rings) => sum + area(rings[0]), 0);
}

function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const narrowing = Math.cos(((ring[i][1] + ring[j][1]) / 2) * (Math.PI / 180));
    sum += (ring[j][0] - ring[i][0]) * (ring[j][1] + ring[i][1]) * narrowing;
  }
  return Math.abs(sum) / 2;
}

function inside([x, y], rings) {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  }
  return within;
}

/** Distance to the nearest edge, east and west counted as short as they are at that latitude. */
function edge([x, y], rings) {
  const narrowing = Math.cos((y * Math.PI) / 180);
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = [(ring[i - 1][0] - x) * narrowing, ring[i - 1][1] - y];
      const [bx, by] = [(ring[i][0] - x) * narrowing, ring[i][1] - y];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const t = length ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length)) : 0;
      nearest = Math.min(nearest, Math.hypot(ax + t * dx, ay + t * dy));
    }
  }
  return nearest;
}
