/** What part of a map is in sight: the map's origin in the window, in pixels of the window, and how large it is drawn. */

export interface Viewpoint {
  x: number;
  y: number;
  /** 1 is natural size. */
  scale: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Area extends Size {
  x: number;
  y: number;
}

/** Of letters of 13.5 pixels nothing is left to be read below the one, and of a box nothing to be seen above the other. */
const CLOSEST = 3;
const FARTHEST = 0.1;
/** What is brought into sight stands so far from the edge. */
const EDGE = 24;

const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));

/** A point of the window stays where it is on the map. */
export function zoomed({ x, y, scale }: Viewpoint, factor: number, at: { x: number; y: number }): Viewpoint {
  const next = clamp(scale * factor, FARTHEST, CLOSEST);
  const grown = next / scale;
  return { x: at.x - (at.x - x) * grown, y: at.y - (at.y - y) * grown, scale: next };
}

/** Some of the map stays in sight, wherever it is moved. */
export function moved({ x, y, scale }: Viewpoint, by: { x: number; y: number }, map: Size, window: Size): Viewpoint {
  const keep = (value: number, map: number, window: number) =>
    clamp(value, Math.min(0, EDGE * 2 - map), window - EDGE * 2);
  return {
    x: keep(x + by.x, map.width * scale, window.width),
    y: keep(y + by.y, map.height * scale, window.height),
    scale,
  };
}

/** The whole map, as large as fits and no larger than it is. */
export function fitted(map: Size, window: Size): Viewpoint {
  const scale = Math.min(1, window.width / map.width, window.height / map.height);
  return { x: Math.max(0, (window.width - map.width * scale) / 2), y: 0, scale };
}

/** Moved no farther than it takes to have an area in sight; what is larger than the window begins at its edge. */
export function showing({ x, y, scale }: Viewpoint, area: Area, window: Size): Viewpoint {
  const along = (origin: number, from: number, length: number, room: number) => {
    const start = origin + from * scale;
    const end = start + length * scale;
    if (start < EDGE || length * scale > room - 2 * EDGE) return origin + EDGE - start;
    return end > room - EDGE ? origin + room - EDGE - end : origin;
  };
  return {
    x: along(x, area.x, area.width, window.width),
    y: along(y, area.y, area.height, window.height),
    scale,
  };
}

/** The point of the map in the middle of the window. */
export function centred({ scale }: Viewpoint, point: { x: number; y: number }, window: Size): Viewpoint {
  return { x: window.width / 2 - point.x * scale, y: window.height / 2 - point.y * scale, scale };
}

/** What of the map is in sight, in units of the map. */
export function inSight({ x, y, scale }: Viewpoint, window: Size): Area {
  return { x: -x / scale, y: -y / scale, width: window.width / scale, height: window.height / scale };
}
