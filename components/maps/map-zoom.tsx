"use client";

import type { Moves } from "#components/maps/map-moves";

interface Props {
  moves: () => Moves | null;
  step: number;
  closer: number;
  words: Record<"zoom" | "closer" | "farther" | "fit" | "left" | "right" | "up" | "down", string>;
}

/** All that dragging and the wheel do, as buttons. */
export function MapZoom({ moves, step, closer, words }: Props) {
  const acts: [name: Exclude<keyof typeof words, "zoom">, path: string, act: (moves: Moves) => void][] = [
    ["closer", "M5 12h14M12 5v14", (by) => by.zoom(closer)],
    ["farther", "M5 12h14", (by) => by.zoom(1 / closer)],
    [
      "fit",
      "M8 3H5a2 2 0 0 0-2 2v3M21 8V5a2 2 0 0 0-2-2h-3M3 16v3a2 2 0 0 0 2 2h3M16 21h3a2 2 0 0 0 2-2v-3",
      (by) => by.fit(),
    ],
    ["left", "m12 19-7-7 7-7M19 12H5", (by) => by.pan(step, 0)],
    ["up", "m5 12 7-7 7 7M12 19V5", (by) => by.pan(0, step)],
    ["down", "m19 12-7 7-7-7M12 5v14", (by) => by.pan(0, -step)],
    ["right", "m12 5 7 7-7 7M5 12h14", (by) => by.pan(-step, 0)],
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: these buttons set nothing, they move a picture
    <div className="map-zoom" role="group" aria-label={words.zoom}>
      {acts.map(([name, path, act]) => (
        <button
          key={name}
          type="button"
          className="icon-button"
          aria-label={words[name]}
          title={words[name]}
          onClick={() => {
            const by = moves();
            if (by) act(by);
          }}
        >
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  );
}
