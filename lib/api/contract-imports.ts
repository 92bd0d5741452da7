/** What the API answers about maps from elsewhere, member by member; kept as `contract.ts` is. */
import { z } from "zod";
import { person } from "#lib/api/contract";

const stance = z.enum(["PRO", "CON"]).nullable();
/** What a file holds that an import does not keep, and why claims would wait: how often each. */
const counted = z.record(z.string(), z.int());
const counts = { posted: z.int(), waiting: z.int(), known: z.int() };

/** What an import has done. */
export const imported = z.strictObject(counts);

/** The same into a thread that was opened with it, or found: by its slug. */
export const openedFromFile = z.strictObject({ slug: z.string(), ...counts });

/** What an import would do; nothing of it is stored. */
export const importProposal = z.strictObject({
  format: z.string(),
  question: z.string().nullable(),
  thesis: z.string().nullable(),
  ...counts,
  reasons: counted,
  losses: counted,
  claims: z.array(
    z.strictObject({
      originalId: z.string(),
      claim: z.string(),
      stance,
      /** 1 for what answers the question. */
      depth: z.int(),
      comes: z.enum(["posted", "waiting", "known"]),
      why: z.string().nullable(),
      /** The texts, by slug, in which its passages were found. */
      sources: z.array(z.string()),
    }),
  ),
});

/** The same where a thread would be opened; `opened` is the one that was opened from this file already. */
export const openingProposal = importProposal.extend({ opened: z.string().nullable() });

/** `parent` is the argument that a claim answers, `waitsFor` the claim of the tray; with neither it answers the question. */
export const tray = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      claim: z.string(),
      stance,
      parent: z.string().nullable(),
      waitsFor: z.string().nullable(),
      /** As the file has them; nobody has checked them. */
      quotations: z.array(
        z.strictObject({ words: z.array(z.string()), address: z.string().nullable(), title: z.string().nullable() }),
      ),
      importedBy: person,
      importedAt: z.iso.datetime(),
      format: z.string(),
      fileName: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

/** How many claims were posted, how many could be posted by asking again, and how many wait on with those. */
export const postedAll = z.strictObject({ posted: z.int(), more: z.int(), left: z.int() });
/** How many claims were put away. */
export const putAway = z.strictObject({ count: z.int() });
export const nothing = z.strictObject({});

export type ImportProposal = z.infer<typeof importProposal>;
export type OpeningProposal = z.infer<typeof openingProposal>;
export type Tray = z.infer<typeof tray>;
