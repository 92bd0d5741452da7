"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { paths } from "#lib/paths";

/**
 * Who is signed in, or the way to it. Public pages are the same for everybody, so this is asked after they are shown;
 * without script the way to sign in is always there.
 */
export function ViewerMenu({ signIn, settings }: { signIn: string; settings: string }) {
  const [name, setName] = useState<string | null>(null);
  const [here, setHere] = useState<string>();
  const path = usePathname();
  // Signing in and out lead to another page without loading it anew.
  useEffect(() => {
    if (path !== paths.signIn() && path !== paths.join()) setHere(path + location.search);
    const asked = new AbortController();
    fetch(paths.api.viewer(), { signal: asked.signal })
      .then((answer) => answer.json())
      .then(({ viewer }: { viewer: { name: string } | null }) => setName(viewer?.name ?? null))
      // The page is left, or the server is away: the way to sign in stays.
      .catch(() => {});
    return () => asked.abort();
  }, [path]);
  if (name === null) return <a href={paths.signIn(here)}>{signIn}</a>;
  return (
    <a href={paths.settings()} title={settings}>
      <bdi>{name}</bdi>
    </a>
  );
}
