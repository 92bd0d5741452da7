/** What stands in the form of an argument before anybody writes in it. */
import type { ArgumentInThread } from "#lib/arguments/queries/arguments";
import type { ArgumentView } from "#lib/arguments/view";
import { type CitationFields, citationsIn, fieldsOf, withCitations } from "#lib/sources/citation-fields";
import { plainTextOf } from "#lib/text/document";
import { newId } from "#lib/text/id";

interface Asked {
  parent?: string;
  stance?: string;
  target?: string;
  link?: string;
  citation?: string;
}

/** The fields of a new argument, as an address asks for it. */
export function fieldsOfAnswer(slug: string, asked: Asked): Record<string, string> {
  const { parent = "", stance = "", target = "", link, citation } = asked;
  const aim = target === "RELEVANCE" ? link : target === "EVIDENCE" ? citation : undefined;
  return { thread: slug, parent, stance, target: aim ? `${target} ${aim}` : target, submissionKey: newId() };
}

/** The fields of an argument that is revised. */
export function fieldsOfArgument({ id, claim, body, citations }: ArgumentView): Record<string, string> {
  const written = {
    argument: id,
    claim: claim ?? "",
    body: body ? plainTextOf(body) : "",
    document: body ? JSON.stringify(body) : "",
  };
  return withCitations(
    written,
    citations.map(({ source, version, spans }) => fieldsOf(source.slug, version, spans)),
  );
}

/** What became of words that were to be added to a form's passages. */
export interface Adding {
  /** How many were, as its last passages; how many it holds already; how many it has no room for. */
  added: number;
  known: number;
  left: number;
}

/** The fields with further passages behind those they hold, as many as there may be. */
export function withAdded(fields: Record<string, string>, further: readonly CitationFields[], max: number) {
  const passages = citationsIn(fields);
  const holds = ({ source, quote }: CitationFields) =>
    passages.some((passage) => passage.source === source && passage.quote === quote);
  const wanted = further.filter(({ quote }) => quote !== "");
  const fresh = wanted.filter((passage) => !holds(passage));
  const taken = fresh.slice(0, max - passages.length);
  const adding: Adding = {
    added: taken.length,
    known: wanted.length - fresh.length,
    left: fresh.length - taken.length,
  };
  return { fields: withCitations(fields, [...passages, ...taken]), adding };
}

/** Where an argument that is revised stands, to be compared with what is near: its oldest place. */
export function standingOf({ id, thread: { slug }, links: [link] }: ArgumentInThread) {
  return { thread: slug, parent: link?.parent ?? undefined, stance: link?.stance, revised: id };
}
