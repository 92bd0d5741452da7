"use client";

import { visitHere } from "#components/threads/news-kept";
import type { Followed } from "#lib/notices/view";
import { paths } from "#lib/paths";
import type { NewsView } from "#lib/visits/news";
import type { OwnRatings } from "#lib/weighing/queries";

/** What a page of a thread is told of its reader; each field is its room's. `app/api/mine/route.ts` answers it. */
export interface Mine {
  /** What is new since the last visit. */
  news: NewsView;
  /** What they follow in it. */
  followed: Followed;
  /** What they have rated in it. */
  rated: OwnRatings;
}

/** The parts of a page come to life together; whoever asks later may be another person, or find something new. */
const SHARED_MS = 5_000;

const asked = new Map<string, Promise<Mine>>();

/** One request for all parts of a page that ask of the same thread. */
export function askMine(slug: string): Promise<Mine> {
  const known = asked.get(slug);
  if (known) return known;
  const answer = fetch(paths.api.mine(slug, visitHere(slug)?.seen)).then(async (response) => {
    if (!response.ok) throw new Error(`there is no answer: ${response.status}`);
    return (await response.json()) as Mine;
  });
  asked.set(slug, answer);
  const forget = () => asked.get(slug) === answer && asked.delete(slug);
  answer.catch(forget);
  setTimeout(forget, SHARED_MS);
  return answer;
}
