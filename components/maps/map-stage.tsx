"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { chosenCard } from "#components/maps/map-chosen";
import { MapFind } from "#components/maps/map-find";
import { type Moves, movesOf } from "#components/maps/map-moves";
import {
  areaOf,
  type Box,
  boxesIn,
  boxNumbered,
  boxOf,
  dress,
  neighbour,
  numberOf,
  turnOf,
} from "#components/maps/map-walk";
import { MapZoom } from "#components/maps/map-zoom";
import { opened, queryOf, turnsIn } from "#lib/maps/branches";
import { paths } from "#lib/paths";

/** What the parts of a map say; `hit` holds {place} and {count}. */
export type StageWords = Record<
  | "chosen"
  | "nothing"
  | "keys"
  | "find"
  | "go"
  | "none"
  | "hit"
  | "zoom"
  | "closer"
  | "farther"
  | "fit"
  | "left"
  | "right"
  | "up"
  | "down",
  string
>;

interface Props {
  slug: string;
  /** What stands above the map, beside the field to find something. */
  tools: ReactNode;
  drawing: ReactNode;
  /** Below the chosen argument. */
  aside: ReactNode;
  words: StageWords;
}

/** A step by key or button. */
const STEP = 80;
const CLOSER = 1.25;

/**
 * The map with its window. Without script it is a drawing of links that scrolls, and every state of it has an address;
 * with script the same addresses are fetched in place, and it is moved, walked and searched.
 */
export function MapStage({ slug, tools, drawing, aside, words }: Props) {
  const router = useRouter();
  const window = useRef<HTMLDivElement>(null);
  const scene = useRef<HTMLDivElement>(null);
  const chosen = useRef<HTMLDivElement>(null);
  const moves = useRef<Moves>(null);
  const current = useRef<Box>(null);
  /** What is done once the drawing that was asked for is there. */
  const then = useRef<(() => void) | null>(null);
  const [ready, setReady] = useState(false);

  const theMap = () => scene.current?.querySelector(".map") ?? null;

  function choose(box: Box, { focus = false, show = true } = {}): void {
    const drawn = theMap();
    if (!drawn) return;
    current.current?.setAttribute("aria-selected", "false");
    for (const one of boxesIn(drawn)) one.setAttribute("tabindex", one === box ? "0" : "-1");
    box.setAttribute("aria-selected", "true");
    current.current = box;
    if (show) moves.current?.show(areaOf(box));
    if (focus) box.focus({ preventScroll: true });
    const number = numberOf(box);
    if (number === null || !chosen.current) return;
    void chosenCard(slug, number, chosen.current);
    if (number > 0) history.replaceState(history.state, "", `#m${number}`);
  }

  /** Goes to a state of the map; what is chosen stays where it is on the screen. */
  function turn(href: string, after: () => void): void {
    const before = current.current;
    const number = before && numberOf(before);
    const was = before && areaOf(before);
    then.current = () => {
      const drawn = theMap();
      const now = drawn && number !== null && boxNumbered(drawn, number);
      const view = moves.current?.at();
      if (now && was && view) {
        const area = areaOf(now);
        moves.current?.put({
          ...view,
          x: view.x + (was.x - area.x) * view.scale,
          y: view.y + (was.y - area.y) * view.scale,
        });
        current.current = now;
      }
      after();
    };
    router.push(href + location.hash, { scroll: false });
  }

  /** To an argument of this number, wherever it stands. */
  function goTo(number: number): void {
    const numbered = () => {
      const drawn = theMap();
      return drawn && boxNumbered(drawn, number);
    };
    const go = () => {
      const box = numbered();
      if (box) choose(box, { focus: true });
    };
    // On a telephone a level is a page.
    if (!window.current?.offsetParent) location.assign(paths.map(slug, { from: number }));
    else if (numbered()) go();
    else turn(location.pathname + queryOf(opened(turnsIn(location.search), number)), go);
  }

  function found(box: Box): void {
    if (window.current?.offsetParent) choose(box);
    else goTo(numberOf(box) ?? 0);
  }

  function press(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<SVGAElement>("a") : null;
    if (!link) return;
    event.preventDefault();
    const box = boxOf(link) ?? link.parentElement?.querySelector<Box>("a[data-node]");
    const numbered = box && numberOf(box) !== null;
    if (numbered) choose(box, { focus: link === box, show: false });
    if (!numbered || link !== box) turn(link.href.baseVal, () => {});
  }

  function walk(event: KeyboardEvent): void {
    const box = boxOf(event.target);
    const drawn = theMap();
    if (!box || !drawn || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = moves.current;
    const branch = turnOf(box);
    const next = event.shiftKey ? null : neighbour(box, event.key, drawn);
    if (next) choose(next, { focus: true });
    else if (event.key === "ArrowRight" && branch && !event.shiftKey)
      turn(branch.href.baseVal, () => {
        const came = theMap();
        const first = came && current.current && neighbour(current.current, "ArrowRight", came);
        if (first) choose(first, { focus: true });
      });
    else if (event.key === " " && branch)
      turn(branch.href.baseVal, () => current.current?.focus({ preventScroll: true }));
    else if (event.key === "+" || event.key === "=") by?.zoom(CLOSER);
    else if (event.key === "-") by?.zoom(1 / CLOSER);
    else if (event.key === "0") by?.fit();
    else if (event.shiftKey && event.key === "ArrowLeft") by?.pan(STEP, 0);
    else if (event.shiftKey && event.key === "ArrowRight") by?.pan(-STEP, 0);
    else if (event.shiftKey && event.key === "ArrowUp") by?.pan(0, STEP);
    else if (event.shiftKey && event.key === "ArrowDown") by?.pan(0, -STEP);
    else if (event.key === "Enter" && numberOf(box) !== null) chosen.current?.querySelector<HTMLElement>("a")?.focus();
    else return;
    event.preventDefault();
  }

  useEffect(() => {
    const ending = new AbortController();
    if (window.current && scene.current) moves.current = movesOf(window.current, scene.current, ending.signal);
    setReady(true);
    return () => ending.abort();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done is done for each drawing that comes
  useEffect(() => {
    const drawn = theMap();
    if (!drawn) return;
    const after = then.current;
    then.current = null;
    after?.();
    const number = Number(/^#[am](\d{1,6})$/.exec(location.hash)?.[1] ?? 0);
    const box = boxNumbered(drawn, number);
    if (!after && box && number > 0) choose(box);
    dress(drawn, current.current?.isConnected ? current.current : null);
  }, [drawing]);

  return (
    <>
      <div className="map-tools">
        {tools}
        {ready && (
          <MapFind slug={slug} map={theMap} current={() => current.current} found={found} goTo={goTo} words={words} />
        )}
      </div>
      <div className="map-grid">
        <div className="map-canvas">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed, and each has its keys */}
          <div
            className={ready ? "map-window live" : "map-window"}
            ref={window}
            onClick={press}
            onKeyDown={walk}
            onScroll={({ currentTarget }) => ready && currentTarget.scrollTo(0, 0)}
          >
            <div className="map-scene" ref={scene}>
              {drawing}
            </div>
          </div>
          {ready && <MapZoom moves={() => moves.current} step={STEP} closer={CLOSER} words={words} />}
        </div>
        <aside className="map-aside" aria-label={words.chosen}>
          <div className="map-chosen" ref={chosen}>
            <p className="meta">{words.nothing}</p>
          </div>
          {ready && <p className="meta map-keys">{words.keys}</p>}
          {aside}
        </aside>
      </div>
    </>
  );
}
