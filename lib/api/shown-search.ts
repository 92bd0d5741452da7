/** From what a search found to what the API answers. */
import type * as Contract from "#lib/api/contract";
import type { Segment } from "#lib/search/segments";
import type { Found, Hit } from "#lib/search/view";
import type { SourceRef } from "#lib/sources/view";

const words = (segments: readonly Segment[]) => segments.map(({ text, hit }) => ({ text, hit }));
const maybe = (segments: readonly Segment[] | null) => segments && words(segments);
const source = ({ slug, title, kind }: SourceRef) => ({ slug, title, kind });
const place = (where: { from: number; to: number } | null) => where && { start: where.from, end: where.to };

function hit(view: Hit): Contract.Hit {
  switch (view.kind) {
    case "ARGUMENT": {
      const { id, number, stance, author, postedAt, thread, claim, quote, body } = view;
      return {
        kind: "ARGUMENT",
        id,
        number,
        stance,
        author: { handle: author.handle, name: author.name },
        createdAt: postedAt,
        thread: { slug: thread.slug, question: thread.question },
        claim: words(claim),
        quote: quote && { words: words(quote.words), source: source(quote.source), place: place(quote.place) },
        body: maybe(body),
      };
    }
    case "THREAD": {
      const { slug, question, openedAt, said } = view;
      return { kind: "THREAD", slug, question: words(question), openedAt, said: maybe(said) };
    }
    case "SOURCE": {
      const { title, outlet, byline, publishedOn, note } = view;
      const described = { title: words(title), outlet: maybe(outlet), byline: maybe(byline), note: maybe(note) };
      return { kind: "SOURCE", source: source(view.source), publishedOn, ...described };
    }
    case "TEXT":
      return { kind: "TEXT", source: source(view.source), paragraph: view.paragraph, words: words(view.words) };
    case "PASSAGE": {
      const { PRO, CON } = view.counts;
      const where = { source: source(view.source), place: place(view.place) };
      return { kind: "PASSAGE", id: view.id, ...where, words: words(view.words), counts: { PRO, CON } };
    }
  }
}

export const searched = ({ items, next, total, meant }: Found): Contract.Found => ({
  items: items.map(hit),
  next,
  total,
  meant,
});
