/** What stands in the form in which somebody cites a passage for a claim that waits. */
import { CITATIONS_MAX } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { listCitedSources } from "#lib/maps/importing-queries";
import { getThreadFacts } from "#lib/maps/thread-facts";
import { type AwaitingPassage, getAwaiting } from "#lib/maps/tray-queries";
import { type CitationFields, fieldsOf, withCitations } from "#lib/sources/citation-fields";
import { matchQuotations } from "#lib/sources/matching";
import { plainTextOf, readDocument } from "#lib/text/document";
import type { Viewer } from "#lib/users/viewer";

export interface Citing extends AwaitingPassage {
  /** By the names of the form's fields. */
  fields: Record<string, string>;
  /** The texts that the file's quotations stand in. */
  sources: string[];
}

/** Quotations that stand in a text here are found in it; others stand in the form as the file has them. @throws Missing */
export async function getCiting(viewer: Viewer, slug: string, id: string): Promise<Citing> {
  const item = await getAwaiting(viewer, slug, id);
  const thread = await getThreadFacts(viewer, slug);
  const matched = await matchQuotations(viewer, item.quotations, await listCitedSources(db(), thread.id), thread);
  const passages = item.quotations.flatMap(({ words }, i): CitationFields[] => {
    const found = matched[i];
    if (found) return [fieldsOf(found.slug, found.isNewest ? undefined : found.version, found.spans)];
    return words.length > 0 ? [{ source: "", quote: words.join("\n\n"), place: "" }] : [];
  });
  const document = typeof item.body === "object" && item.body !== null ? readDocument(item.body) : null;
  const body = document ? plainTextOf(document) : typeof item.body === "string" ? item.body : "";
  const written = { item: id, claim: item.claim, body, document: document ? JSON.stringify(document) : "" };
  return {
    ...item,
    fields: passages.length > 0 ? withCitations(written, passages.slice(0, CITATIONS_MAX)) : written,
    sources: [...new Set(matched.flatMap((one) => one?.slug ?? []))],
  };
}
