"use client";

import { useEffect } from "react";
import { CAME, REFRESHED } from "#components/arguments/outline-told";
import { askMine } from "#components/threads/mine";
import type { OwnRatings } from "#lib/weighing/queries";

/** Says on the cards what their reader has rated them, once that is known; what it looks like stands in `weighing.css`. */
export function OwnMarks({ slug, words }: { slug: string; words: string }) {
  useEffect(() => {
    let own: OwnRatings = {};
    const mark = () => {
      for (const [link, impact] of Object.entries(own)) {
        const by = document.querySelector<HTMLElement>(`[data-link="${link}"] > .argument > .argument-foot > .by`);
        if (by) by.dataset.own = words.replace("{impact}", `${impact}`);
      }
    };
    askMine(slug).then(
      ({ rated }) => {
        own = rated;
        mark();
      },
      // The server is away: the cards say what everybody sees.
      () => {},
    );
    const heard = [CAME, REFRESHED];
    for (const name of heard) document.addEventListener(name, mark);
    return () => {
      for (const name of heard) document.removeEventListener(name, mark);
    };
  }, [slug, words]);
  return null;
}
