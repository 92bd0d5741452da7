/** From what is known of maps from elsewhere to what the API answers. */
import type * as Contract from "#lib/api/contract-imports";
import type { ProposedImport } from "#lib/maps/proposing";
import type { TrayView } from "#lib/maps/tray-queries";

export function importProposal(proposal: ProposedImport): Contract.ImportProposal {
  const { format, question, thesis, posted, waiting, known, reasons, losses, claims } = proposal;
  const given = (counts: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(counts).filter((entry): entry is [string, number] => entry[1] !== undefined));
  return {
    ...{ format, question, thesis, posted, waiting, known, reasons: given(reasons), losses: given(losses) },
    claims: claims.map(({ originalId, claim, stance, depth, comes, why, sources }) => {
      return { originalId, claim, stance, depth, comes, why, sources: sources.map(({ slug }) => slug) };
    }),
  };
}

export const openingProposal = (proposal: ProposedImport): Contract.OpeningProposal => ({
  ...importProposal(proposal),
  opened: proposal.opened?.slug ?? null,
});

export function tray({ items, page, pages }: TrayView): Contract.Tray {
  return {
    items: items.map(({ id, claim, stance, answers, quotations, from }) => ({
      ...{ id, claim, stance },
      parent: answers.kind === "argument" ? answers.id : null,
      waitsFor: answers.kind === "waiting" ? answers.id : null,
      quotations: quotations.map(({ words, source: { address, title } }) => ({ words, address, title })),
      importedBy: { handle: from.by.handle, name: from.by.name },
      importedAt: from.at,
      ...{ format: from.format, fileName: from.fileName },
    })),
    next: page < pages ? `${page}` : null,
  };
}
