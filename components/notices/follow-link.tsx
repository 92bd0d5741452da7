"use client";

import { useEffect, useState } from "react";
import { askMine } from "#components/threads/mine";

interface Props {
  slug: string;
  /** Where it is followed or no longer. */
  href: string;
  /** The argument in question; without one, the whole thread. */
  argument?: string;
  words: { offer: string; watching: string; kept: string };
}

/** The way to follow something; to who follows it already it says so. */
export function FollowLink({ slug, href, argument, words: { offer, watching, kept } }: Props) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    askMine(slug).then(
      ({ followed: { thread, branches, bookmarks } }) => {
        const watches = argument ? branches.includes(argument) : thread;
        const keeps = argument !== undefined && bookmarks.includes(argument);
        setSaid([watches && watching, keeps && kept].filter(Boolean).join(", "));
      },
      () => {},
    );
  }, [slug, argument, watching, kept]);
  return (
    <a className="underline" href={href}>
      {said || offer}
    </a>
  );
}
