"use client";

import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, useState } from "react";
import type { Act } from "#components/weighing/rate-form";
import { Scale } from "#components/weighing/scale";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  link: string;
  acts: { rate: Act; retract: Act };
  /** The page on which the same is said without script, and after signing in. */
  href: string;
  words: { legend: string; open: string; steps: string[]; retract: string; kept: string };
}

/**
 * The scale beside an argument, for whoever may press it: the page is the same for everybody, so what one said is asked
 * for after it is shown. Until then, and for everybody else, it is a link.
 */
export function RateHere({ link, acts, href, words }: Props) {
  const [own, setOwn] = useState<number | null>();
  const router = useRouter();
  useEffect(() => {
    const asked = new AbortController();
    fetch(paths.api.weighing(link), { signal: asked.signal })
      .then((answer) => answer.json())
      .then(({ own, may }: { own: number | null; may: boolean }) => may && setOwn(own))
      // The page is left, or the server is away: the link stays.
      .catch(() => {});
    return () => asked.abort();
  }, [link]);
  const [state, send, busy] = useActionState(async (before: FormState, form: FormData) => {
    const done = await (form.has("impact") ? acts.rate : acts.retract)(before, form);
    if (done.refusal) return done;
    startTransition(() => {
      setOwn(done.values.impact ? Number(done.values.impact) : null);
      router.refresh();
    });
    return done;
  }, EMPTY);
  if (own === undefined) {
    return (
      <p className="meta mt-4">
        <a href={href}>{words.open}</a>
      </p>
    );
  }
  return (
    <form action={send} className="rate-here">
      <input type="hidden" name="link" value={link} />
      <input type="hidden" name="from" value="place" />
      <fieldset>
        <legend className="label mb-1">{words.legend}</legend>
        <Scale steps={words.steps} own={own} busy={busy} />
      </fieldset>
      <p className="meta" aria-live="polite">
        {state.refusal?.sentence ?? (own !== null && state !== EMPTY && words.kept)}
      </p>
      {own !== null && (
        <button type="submit" className="quiet">
          {words.retract}
        </button>
      )}
    </form>
  );
}
