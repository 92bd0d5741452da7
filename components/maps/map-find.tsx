"use client";

import { type FormEvent, useState } from "react";
import { type Box, finding } from "#components/maps/map-walk";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  map: () => Element | null;
  current: () => Box | null;
  found: (box: Box) => void;
  /** To an argument that is not drawn, or on a telephone not beside the map. */
  goTo: (number: number) => void;
  words: Record<"find" | "go" | "none" | "hit", string>;
}

/** The number of the first argument of a thread that says this; what is not drawn is asked of the search. */
async function numberSaying(slug: string, words: string): Promise<number | null> {
  const answer = await fetch(paths.api.search({ q: words, thread: slug, kind: "argument" }));
  const { items = [] } = answer.ok ? await answer.json() : {};
  return items[0]?.number ?? null;
}

/** Finds an argument by its number or by words, in the drawing and else in the whole thread, and goes there. */
export function MapFind({ slug, map, current, found, goTo, words }: Props) {
  const [said, setSaid] = useState("");

  async function find(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const sought = `${new FormData(event.currentTarget).get("find")}`.trim();
    const drawn = map();
    if (sought === "" || !drawn) return;
    setSaid("");
    const number = /^#?([1-9]\d{0,5})$/.exec(sought)?.[1];
    if (number) return goTo(Number(number));
    const { box, place, count } = finding(drawn, sought, current());
    if (box) {
      found(box);
      return setSaid(words.hit.replace("{place}", `${place}`).replace("{count}", `${count}`));
    }
    const other = await numberSaying(slug, sought).catch(() => null);
    if (other === null) setSaid(words.none);
    else goTo(other);
  }

  return (
    <form className="map-find" onSubmit={find}>
      <label>
        <span className="sr-only">{words.find}</span>
        <input type="search" name="find" placeholder={words.find} autoComplete="off" maxLength={200} />
      </label>
      <button type="submit" className="button small">
        {words.go}
      </button>
      <span className="meta" role="status">
        {said}
      </span>
    </form>
  );
}
