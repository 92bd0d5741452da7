/** What an argument answers, worked out from what was asked and what the parent offers. */
import { isAcross } from "#lib/arguments/conceding";
import { mayAnswer } from "#lib/arguments/policy";
import { type ReachedArgument, reachArgument } from "#lib/arguments/reach";
import type { StartLink } from "#lib/arguments/schema";
import type { Stance } from "#lib/arguments/view";
import type { Tx } from "#lib/db";
import { newId } from "#lib/text/id";
import type { ReachedThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

export type Answering = Omit<StartLink, "child">;

/** The ends and the aim of a link that is about to start. */
export interface Aim {
  questionId: string | null;
  parentId: string | null;
  answeredRevisionId: string | null;
  stance: Stance;
  target: Answering["target"];
  targetCitationId: string | null;
  targetLinkId: string | null;
  concession: boolean;
}

/**
 * @throws Refused "parent-elsewhere", "parent-withdrawn" …, "target-ambiguous" with the candidates, "target-unfit",
 * "concession-unfit"
 */
export async function aimAt(tx: Tx, viewer: Person, thread: ReachedThread, asked: Answering): Promise<Aim> {
  const parent = asked.parent === null ? null : await reachParent(tx, viewer, thread, asked.parent);
  if (asked.concession) {
    const grants = parent && asked.stance === "PRO" && parent.authorId !== viewer.id;
    if (!grants || !(await isAcross(tx, viewer.id, parent))) throw new Refused("concession-unfit");
  }
  return {
    questionId: parent ? null : thread.id,
    parentId: parent?.id ?? null,
    answeredRevisionId: parent?.revision.id ?? null,
    stance: asked.stance,
    target: asked.target,
    ...targetsOf(parent, asked),
    concession: asked.concession,
  };
}

/** @throws Refused "link-exists": one living link joins two ends. */
export function refuseSecondLink({ links }: Pick<ReachedArgument, "links">, parent: string | null): void {
  const living = links.find(({ parentId }) => parentId === parent);
  if (living) throw new Refused("link-exists", { ground: "conflict", details: { link: living.id } });
}

/** What a further link of an argument aims at; beside what `aimAt` refuses, what is of another thread or not its author's. */
export async function aimOf(
  tx: Tx,
  viewer: Person,
  thread: ReachedThread,
  argument: ReachedArgument,
  asked: Answering,
): Promise<Aim> {
  // A concession is its author's own word.
  if (asked.concession && argument.authorId !== viewer.id) throw new Refused("concession-unfit");
  return aimAt(tx, viewer, thread, asked).catch((error: unknown) => {
    const elsewhere = error instanceof Refused && error.code === "parent-elsewhere";
    throw elsewhere ? new Refused("link-elsewhere") : error;
  });
}

async function reachParent(tx: Tx, viewer: Person, thread: ReachedThread, id: string): Promise<ReachedArgument> {
  const parent = await reachArgument(tx, viewer, id).catch((error: unknown) => {
    throw error instanceof Missing ? new Refused("parent-unknown") : error;
  });
  if (parent.threadId !== thread.id) throw new Refused("parent-elsewhere");
  must(mayAnswer(parent));
  return parent;
}

function targetsOf(parent: ReachedArgument | null, asked: Answering): Pick<Aim, "targetCitationId" | "targetLinkId"> {
  const { target } = asked;
  const unasked = (target !== "EVIDENCE" && asked.targetCitation) || (target !== "RELEVANCE" && asked.targetLink);
  if (unasked || (!parent && target !== "CLAIM")) throw new Refused("target-unfit");
  return {
    targetCitationId:
      parent && target === "EVIDENCE" ? choose(parent.revision.citations, asked.targetCitation, "citation") : null,
    targetLinkId: parent && target === "RELEVANCE" ? choose(parent.links, asked.targetLink, "link") : null,
  };
}

/** The named one, or the only one. */
function choose(
  offered: readonly { id: string }[],
  named: string | null | undefined,
  kind: "citation" | "link",
): string {
  const ids = offered.map(({ id }) => id);
  if (named) {
    if (!ids.includes(named)) throw new Refused("target-unfit");
    return named;
  }
  if (ids.length !== 1) throw new Refused("target-ambiguous", { values: { kind }, details: { candidates: ids } });
  return ids[0] as string;
}

/** Starts the link; gives its id. */
export async function startAt(
  tx: Tx,
  aim: Aim,
  link: { threadId: string; childId: string; authorId: string; startedAt: Date; movedFromId?: string },
): Promise<string> {
  const id = newId();
  await tx.link.create({ data: { id, ...aim, ...link } });
  return id;
}
