/** What took the place of cited words in the newest version of their text, beside them. */
import { db } from "#lib/db";
import { inContext, readTexts } from "#lib/sources/shown";
import type { CitationView, PassageView } from "#lib/sources/view";
import { sliceCodePoints } from "#lib/text/code-points";

export interface MovedCitation {
  citation: CitationView;
  /** The number of the newest version. */
  version: number;
  /** The words there, in their sentence; null where some of them are lost. */
  now: PassageView | null;
}

/** Those of an argument's citations whose words are no more the same. The caller may see the argument. */
export async function getMovedCitations(citations: readonly CitationView[]): Promise<MovedCitation[]> {
  const moved = citations.filter(({ state }) => state !== "VERBATIM");
  const rows = await db().anchor.findMany({
    where: { citationId: { in: moved.map(({ id }) => id) } },
    orderBy: [{ version: { number: "desc" } }, { ordinal: "asc" }],
    select: { citationId: true, start: true, end: true, version: { select: { id: true, number: true } } },
  });
  const newest = Map.groupBy(rows, ({ citationId }) => citationId);
  const texts = await readTexts(
    db(),
    [...newest.values()].flatMap(([first]) => first?.version.id ?? []),
  );
  return moved.flatMap((citation) => {
    const anchors = newest.get(citation.id) ?? [];
    const version = anchors[0]?.version;
    if (!version) return [];
    const whole = { ...(texts.get(version.id) ?? { text: "" }), start: 0, number: 1 };
    const places = anchors
      .filter((anchor) => anchor.version.id === version.id)
      .flatMap(({ start, end }) =>
        start === null || end === null
          ? []
          : [{ start, end, quote: sliceCodePoints(whole.text, start, end), prefix: "", suffix: "" }],
      );
    const now =
      citation.state === "MOVED"
        ? { source: citation.source, version: version.number, ...inContext(inOrder(places), whole) }
        : null;
    return [{ citation, version: version.number, now }];
  });
}

/** Words may have changed places. */
const inOrder = <Place extends { start: number }>(places: readonly Place[]) =>
  places.toSorted((a, b) => a.start - b.start);
