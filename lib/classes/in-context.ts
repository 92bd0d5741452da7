/** What one person said in a thread, each with what it answers and what answers it. Pure. */
import type { ArgumentView, LinkView, ThreadView } from "#lib/arguments/view";

export interface InContext {
  argument: ArgumentView;
  link: LinkView | null;
  answered: ArgumentView | null;
  answers: { argument: ArgumentView; stance: LinkView["stance"] }[];
}

/** By the handle under which they stand there. */
export function saidBy(
  { arguments: said, links }: Pick<ThreadView, "arguments" | "links">,
  handle: string,
): InContext[] {
  const all = new Map(said.map((argument) => [argument.id, argument]));
  return said
    .filter(({ author }) => author.handle === handle)
    .map((argument) => {
      const link = links.find(({ child }) => child === argument.id) ?? null;
      return {
        argument,
        link,
        answered: (link?.parent && all.get(link.parent)) || null,
        answers: links.flatMap(({ parent, child, stance }) => {
          const answer = parent === argument.id ? all.get(child) : undefined;
          return answer ? [{ argument: answer, stance }] : [];
        }),
      };
    });
}
