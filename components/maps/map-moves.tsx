/** Moves a map behind its window: whatever is done, one transform changes, once a frame. */
import {
  type Area,
  centred,
  fitted,
  inSight,
  moved,
  type Size,
  showing,
  type Viewpoint,
  zoomed,
} from "#lib/maps/viewpoint";

/** A finger or a hand that moves less meant to press. */
const STILL = 4;
/** So long after the last movement letters are drawn sharp again. */
const REST_MS = 200;
/** A step of the wheel, and of a key. */
const WHEEL = 1.0015;

type Point = Pick<Area, "x" | "y">;

export interface Moves {
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  fit(): void;
  show(area: Area): void;
  centre(point: Point): void;
  at(): Viewpoint;
  put(view: Viewpoint): void;
}

const sizeOf = (map: SVGSVGElement): Size => map.viewBox.baseVal;

/** `scene` is moved behind `window`; `frame` shows on the overview what is in sight. */
export function movesOf(window: HTMLElement, scene: HTMLElement, signal: AbortSignal): Moves {
  let view: Viewpoint = { x: 0, y: 0, scale: 1 };
  let room: Size = { width: window.clientWidth, height: window.clientHeight };
  let asked = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const map = (): Size => {
    const drawn = scene.querySelector<SVGSVGElement>(".map");
    return drawn ? sizeOf(drawn) : room;
  };

  function draw(): void {
    asked = 0;
    scene.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    const sight = inSight(view, room);
    const frame = document.querySelector(".map-overview .frame");
    for (const [name, value] of Object.entries(sight)) frame?.setAttribute(name, `${value}`);
  }
  function put(next: Viewpoint): void {
    view = next;
    if (asked === 0) asked = requestAnimationFrame(draw);
    scene.classList.add("moving");
    clearTimeout(rest);
    rest = setTimeout(() => scene.classList.remove("moving"), REST_MS);
  }
  const middle = (): Point => ({ x: room.width / 2, y: room.height / 2 });
  const zoomAt = (factor: number, at: Point) => put(moved(zoomed(view, factor, at), { x: 0, y: 0 }, map(), room));
  const pan = (x: number, y: number) => put(moved(view, { x, y }, map(), room));

  const watch = new ResizeObserver(([entry]) => {
    if (entry) room = { width: entry.contentRect.width, height: entry.contentRect.height };
    if (asked === 0) asked = requestAnimationFrame(draw);
  });
  watch.observe(window);
  // Paper has no window: it shows the whole map.
  globalThis.addEventListener("beforeprint", () => scene.style.removeProperty("transform"), { signal });
  globalThis.addEventListener("afterprint", draw, { signal });
  signal.addEventListener("abort", () => {
    watch.disconnect();
    cancelAnimationFrame(asked);
    clearTimeout(rest);
  });
  byPointer(window, { pan, zoomAt }, signal);
  draw();
  return {
    zoom: (factor) => zoomAt(factor, middle()),
    pan,
    fit: () => put(fitted(map(), room)),
    show: (area) => put(showing(view, area, room)),
    centre: (point) => put(centred(view, point, room)),
    at: () => view,
    put,
  };
}

interface Hand {
  pan(x: number, y: number): void;
  zoomAt(factor: number, at: Point): void;
}

/** Dragging, pinching and the wheel: shorter ways for what keys and buttons do. */
function byPointer(window: HTMLElement, { pan, zoomAt }: Hand, signal: AbortSignal): void {
  const held = new Map<number, Point>();
  let dragged = false;
  const inside = (point: Point): Point => {
    const { left, top } = window.getBoundingClientRect();
    return { x: point.x - left, y: point.y - top };
  };
  const distance = () => {
    const [a, b] = [...held.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const on = <K extends keyof HTMLElementEventMap>(kind: K, act: (event: HTMLElementEventMap[K]) => void) =>
    window.addEventListener(kind, act, { signal, passive: false, capture: kind === "click" });

  on("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (held.size === 0) dragged = false;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  on("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const by = { x: now.x - before.x, y: now.y - before.y };
    if (!dragged && Math.hypot(by.x, by.y) < STILL) return;
    if (!dragged) window.setPointerCapture(event.pointerId);
    dragged = true;
    const apart = distance();
    held.set(event.pointerId, now);
    if (held.size === 1) pan(by.x, by.y);
    else if (apart > 0) zoomAt(distance() / apart, inside(now));
  });
  for (const kind of ["pointerup", "pointercancel"] as const) on(kind, (event) => void held.delete(event.pointerId));
  // What was dragged was not pressed.
  on("click", (event) => {
    if (!dragged) return;
    dragged = false;
    event.preventDefault();
    event.stopPropagation();
  });
  on("dragstart", (event) => event.preventDefault());
  // The wheel alone belongs to the page, which would else end at the map.
  on("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) zoomAt(WHEEL ** -event.deltaY, inside({ x: event.clientX, y: event.clientY }));
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(-event.deltaX, 0);
    else return;
    event.preventDefault();
  });
}
