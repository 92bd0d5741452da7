import type { ArgumentView, ThreadCounts } from "#lib/arguments/view";

/** What the visible ones of these arguments come to; a stretch of a text counts once, whichever version it was cited from. */
export function countsOf(all: readonly ArgumentView[]): ThreadCounts {
  const visible = all.filter(({ state }) => state === "VISIBLE");
  const citations = visible.flatMap((argument) => argument.citations);
  const passages = citations.flatMap(({ source, spans }) =>
    spans.map(({ start, end }) => `${source.slug} ${start} ${end}`),
  );
  return {
    arguments: visible.length,
    passages: new Set(passages).size,
    sources: new Set(citations.map(({ source }) => source.slug)).size,
  };
}
