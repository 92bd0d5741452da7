/** Who else brought a version's very text, from where and when. */
import type { Provenance } from "#lib/sources/view";
import type { Prisma } from "../../prisma/generated/client.ts";

export interface BroughtAgain {
  id: string;
  by: { handle: string; name: string };
  at: string;
  provenance: Provenance;
  requestedUrl: string | null;
  finalUrl: string | null;
  /** Where it stands, as claimed. */
  url: string | null;
}

/** What a query must select of a version; the first first, as many as one looks through. */
export const BROUGHT_AGAIN = {
  orderBy: [{ broughtAt: "asc" }, { id: "asc" }],
  take: 20,
  select: {
    id: true,
    provenance: true,
    requestedUrl: true,
    finalUrl: true,
    url: true,
    broughtAt: true,
    broughtBy: { select: { handle: true, name: true } },
  },
} as const satisfies Prisma.SourceVersion$againArgs;

type Row = Prisma.BroughtAgainGetPayload<{ select: typeof BROUGHT_AGAIN.select }>;

export const broughtAgain = ({ broughtBy, broughtAt, ...place }: Row): BroughtAgain => ({
  ...place,
  by: broughtBy,
  at: broughtAt.toISOString(),
});
