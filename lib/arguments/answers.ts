/** The ways in which an argument can be answered, as the queries of the form that does it. */
import type { ArgumentView, LinkView, Stance, Target } from "#lib/arguments/view";

interface Way {
  /** Names its words. */
  key: "support" | "opposeClaim" | "opposeRelevance" | "opposeEvidence" | "opposePassage";
  stance: Stance;
  /** Which passage, where there are several; from 1. */
  passage?: number;
  query: { parent: string; stance: Stance; target: Target; citation?: string; link?: string };
}

/** Support, then what there is to oppose: the claim, its step to what it answers, and each passage it stands on. */
export function waysToAnswer({ id, citations }: Pick<ArgumentView, "id" | "citations">, link: LinkView): Way[] {
  const evidence = citations.map((citation, place): Way => {
    const query = { parent: id, stance: "CON", target: "EVIDENCE", citation: citation.id } as const;
    return citations.length === 1
      ? { key: "opposeEvidence", stance: "CON", query }
      : { key: "opposePassage", stance: "CON", passage: place + 1, query };
  });
  return [
    { key: "support", stance: "PRO", query: { parent: id, stance: "PRO", target: "CLAIM" } },
    { key: "opposeClaim", stance: "CON", query: { parent: id, stance: "CON", target: "CLAIM" } },
    { key: "opposeRelevance", stance: "CON", query: { parent: id, stance: "CON", target: "RELEVANCE", link: link.id } },
    ...evidence,
  ];
}
