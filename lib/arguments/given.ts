/** What stands in the form of an argument before anybody writes in it. */
import { opposite, sideOf } from "#lib/arguments/tree";
import type { ArgumentView, ThreadView } from "#lib/arguments/view";
import { fieldsOf, withCitations } from "#lib/sources/citation-fields";
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

/** What the form must know of the argument that is answered. */
export function answeredIn(thread: ThreadView, parent: ArgumentView | undefined, viewer: { handle: string } | null) {
  if (!parent) return { parent: null };
  const numbers = new Map(thread.arguments.map(({ id, number }) => [id, number]));
  const conceded = new Set(thread.links.filter(({ concession }) => concession).map(({ child }) => child));
  const side = sideOf(thread);
  const mine = thread.arguments.find(({ id, author }) => author.handle === viewer?.handle && !conceded.has(id));
  const theirs = parent.author.handle !== viewer?.handle;
  const across = !mine || side(mine.id) === opposite(side(parent.id) ?? "PRO");
  const offered = {
    number: parent.number,
    links: thread.links
      .filter(({ child }) => child === parent.id)
      .map(({ id, parent: to }) => ({ id, to: to === null ? null : (numbers.get(to) ?? null) })),
    citations: parent.citations.map(({ id, spans }) => ({
      id,
      words: spans.map(({ quote }) => quote).join(" … "),
      paragraph: spans[0]?.paragraph ?? 1,
    })),
    concedable: theirs && across,
  };
  return { parent: offered };
}

/** The sources that matter in a thread: the one asked for, those that the parent and its thread stand on. */
export function sourcesAtHand(thread: ThreadView, parent: ArgumentView | undefined, asked?: string): string[] {
  const cited = (views: readonly ArgumentView[]) =>
    views.flatMap(({ citations }) => citations.map(({ source }) => source.slug));
  return [
    ...(asked ? [asked] : []),
    ...cited(parent ? [parent] : []),
    thread.raisedBy.source.slug,
    ...cited(thread.arguments),
  ];
}
