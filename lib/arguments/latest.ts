/** What was said last, on either side of a thread. */
import { type Debate, placesOf } from "#lib/arguments/tree";
import type { ArgumentView, LinkView, Stance } from "#lib/arguments/view";

export interface Said {
  argument: ArgumentView & { claim: string };
  link: LinkView;
}

/** The latest visible argument for and against the question. */
export function latestBySide(debate: Debate): Partial<Record<Stance, Said>> {
  const places = placesOf(debate);
  const latest: Partial<Record<Stance, Said>> = {};
  for (const argument of debate.arguments) {
    const place = places.get(argument.id);
    const { claim, state } = argument;
    if (place === undefined || claim === null || state !== "VISIBLE") continue;
    if (argument.number > (latest[place.side]?.argument.number ?? 0)) {
      latest[place.side] = { argument: { ...argument, claim }, link: place.link };
    }
  }
  return latest;
}
