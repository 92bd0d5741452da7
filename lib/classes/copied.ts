/** What a copy of a debate holds: its visible arguments under new ids, and no link to what was left behind. Pure but for the ids. */
import type { Prepared, PreparedLink } from "#lib/arguments/posting-many";
import type { Stance, Target } from "#lib/arguments/view";
import type { Cited } from "#lib/sources/citing";
import type { Document } from "#lib/text/document";

export interface Copyable {
  id: string;
  authorId: string;
  claim: string;
  document: Document | null;
  text: string | null;
  schema: number;
  citations: { id: string; cited: Cited }[];
  /** Its living links, the oldest first. */
  links: {
    id: string;
    parentId: string | null;
    stance: Stance;
    target: Target;
    targetCitationId: string | null;
    targetLinkId: string | null;
    concession: boolean;
  }[];
}

/**
 * Arguments all of whose places are below something left out are left out, too. An answer to evidence or to a step that
 * the copy does not have answers the claim.
 */
export function copyOf(originals: readonly Copyable[], newId: () => string): Prepared[] {
  const kept = reachable(originals);
  const ids = new Map(
    kept.flatMap(({ id, citations, links }) =>
      [id, `revision of ${id}`, ...citations.map((one) => one.id), ...links.map((one) => one.id)].map(
        (old): [string, string] => [old, newId()],
      ),
    ),
  );
  const idOf = (old: string) => ids.get(old) as string;
  const living = new Set(kept.map(({ id }) => id));
  const linkOf = (link: Copyable["links"][number]): PreparedLink => {
    const { parentId, stance, targetCitationId, targetLinkId, concession } = link;
    const aim = ids.get(targetCitationId ?? targetLinkId ?? "");
    const target = aim === undefined ? "CLAIM" : link.target;
    return {
      ...{ id: idOf(link.id), stance, target, concession },
      parentId: parentId && idOf(parentId),
      parentRevisionId: parentId && idOf(`revision of ${parentId}`),
      targetCitationId: target === "EVIDENCE" ? (aim ?? null) : null,
      targetLinkId: target === "RELEVANCE" ? (aim ?? null) : null,
    };
  };
  return kept.map(({ id, authorId, claim, document, text, schema, citations, links }) => ({
    ...{ id: idOf(id), revisionId: idOf(`revision of ${id}`), authorId, claim },
    body: { document, text, schema },
    cited: citations.map(({ cited }) => cited),
    citationIds: citations.map((one) => idOf(one.id)),
    links: links.filter(({ parentId }) => parentId === null || living.has(parentId)).map(linkOf),
    importedFrom: { format: "grounds", originalId: id },
  }));
}

/** Those from which a way of living links leads to the question. */
function reachable(originals: readonly Copyable[]): Copyable[] {
  const below = new Map<string | null, string[]>();
  for (const { id, links } of originals)
    for (const { parentId } of links) below.set(parentId, [...(below.get(parentId) ?? []), id]);
  const there = new Set<string>();
  const walk = [...(below.get(null) ?? [])];
  for (let id = walk.pop(); id !== undefined; id = walk.pop()) {
    if (there.has(id)) continue;
    there.add(id);
    walk.push(...(below.get(id) ?? []));
  }
  return originals.filter(({ id }) => there.has(id));
}
