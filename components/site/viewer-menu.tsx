"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Standing } from "#lib/moderation/standing";
import { paths } from "#lib/paths";

interface Props {
  signIn: string;
  settings: string;
  /** What the number beside the name counts. */
  news: string;
  /** The way to what waits for moderators. */
  review: string;
  /** The way to one's classes. */
  classes: string;
}

interface Told {
  viewer: { name: string; role: string; attends: boolean } | null;
  unread: number;
  standing: Standing | null;
}

/** Beyond this it says "99+". */
const MOST = 99;

/** What a page says that has changed how much is unread: `new CustomEvent(UNREAD, { detail: 3 })`. */
export const UNREAD = "grounds:unread";

/**
 * Who is signed in and how much news they have, or the way to sign in. Public pages are the same for everybody, so this
 * is asked after they are shown; without script the way to sign in is always there.
 */
export function ViewerMenu({ signIn, settings, news, review, classes }: Props) {
  const [name, setName] = useState<string | null>(null);
  const [unread, setUnread] = useState(0);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [judges, setJudges] = useState(false);
  const [attends, setAttends] = useState(false);
  const [here, setHere] = useState<string>();
  const path = usePathname();
  // Signing in and out lead to another page without loading it anew.
  useEffect(() => {
    if (path !== paths.signIn() && path !== paths.join()) setHere(path + location.search);
    const asked = new AbortController();
    fetch(paths.api.viewer(), { signal: asked.signal })
      .then((answer) => answer.json())
      .then(({ viewer, unread, standing }: Told) => {
        setName(viewer?.name ?? null);
        setUnread(unread);
        setStanding(standing);
        setAttends(viewer?.attends ?? false);
        setJudges(viewer !== null && viewer.role !== "MEMBER");
      })
      // The page is left, or the server is away: the way to sign in stays.
      .catch(() => {});
    return () => asked.abort();
  }, [path]);
  useEffect(() => {
    const told = (event: Event) => setUnread((event as CustomEvent<number>).detail);
    addEventListener(UNREAD, told);
    return () => removeEventListener(UNREAD, told);
  }, []);
  if (name === null) return <a href={paths.signIn(here)}>{signIn}</a>;
  return (
    <>
      {attends && <a href={paths.classes()}>{classes}</a>}
      {judges && <a href={paths.queue()}>{review}</a>}
      {unread > 0 && (
        <a className="tag new" href={paths.notices()} title={news} aria-label={`${news}: ${unread}`}>
          {unread > MOST ? `${MOST}+` : unread}
        </a>
      )}
      <a href={paths.settings()} title={settings}>
        <bdi>{name}</bdi>
      </a>
      {standing &&
        createPortal(
          <p className="masthead-note page">
            {standing.says} <a href={standing.href}>{standing.more}</a>
          </p>,
          document.querySelector(".masthead") as Element,
        )}
    </>
  );
}
