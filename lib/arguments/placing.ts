/** What the forms must know in which an argument gets a further place, or leaves one. */

import { QUESTION } from "#lib/arguments/placing-form";
import { mayLink } from "#lib/arguments/policy";
import { type ArgumentInThread, getArgument } from "#lib/arguments/queries/arguments";
import { type Candidate, listCandidates, listPlaces, type PlaceView } from "#lib/arguments/queries/places";
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import { type Answered, offersOf, own } from "#lib/arguments/writing";
import type { Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

export interface Placing {
  argument: ArgumentInThread;
  /** Whether this viewer may give it another place. */
  verdict: Verdict;
  /** Where it stands, the oldest first. */
  places: PlaceView[];
}

/** @throws Missing */
export async function getPlacing(viewer: Viewer, id: string): Promise<Placing> {
  const { argument, verdict } = await own(viewer, id, (facts, thread) => mayLink(viewer, facts, thread));
  return { argument, verdict, places: await listPlaces(viewer, argument.thread.id, argument.links) };
}

/** What the argument is to answer, and what of it can be answered. */
export interface Chosen {
  /** null: the thread's question. */
  argument: ArgumentView | null;
  answered: Answered;
}

export interface Choosing extends Placing {
  /** The place that is to be left. */
  leaving: PlaceView | undefined;
  /** What was asked for, and what it found. */
  asked: string;
  candidates: Candidate[];
  /** Whether the question can be chosen. */
  question: boolean;
  chosen: Chosen | null;
}

/**
 * The further place that an address asks for: `find` looks for it, `parent` has chosen it; `link` is the place to leave.
 * @throws Missing
 */
export async function getChoosing(
  viewer: Viewer,
  id: string,
  { find = "", parent, link }: { find?: string; parent?: string; link?: string },
): Promise<Choosing> {
  const placing = await getPlacing(viewer, id);
  const { argument, places } = placing;
  const leaving = places.find((place) => place.link.id === link);
  if (link !== undefined && !leaving) throw new Missing();
  const chosen = parent === undefined ? null : await choose(viewer, argument, leaving?.link, parent);
  const candidates = chosen ? [] : await listCandidates(viewer, argument, find, link);
  const question = !places.some((place) => place.link.parent === null && place !== leaving);
  return { ...placing, leaving, asked: find, candidates, question, chosen };
}

async function choose(
  viewer: Viewer,
  argument: ArgumentInThread,
  leaving: LinkView | undefined,
  parent: string,
): Promise<Chosen> {
  if (parent === QUESTION) return { argument: null, answered: { parent: null } };
  const chosen = await getArgument(viewer, parent);
  // What is in another thread is found by its address alone, and said to be there.
  if (chosen.thread.id !== argument.thread.id || chosen.state !== "VISIBLE") throw new Missing();
  return { argument: chosen, answered: { parent: await offersOf(chosen, leaving?.concession ?? false) } };
}
