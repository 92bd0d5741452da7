/** What may come in about arguments and links. */
import { z } from "zod";
import { citationInput, offset, slug } from "#lib/sources/schema";
import { line, prose } from "#lib/text/schema";

/** One or two sentences: what cannot be said in them is more than one claim. */
export const CLAIM_MAX = 280;
/** Beyond five passages a reader checks none. */
export const CITATIONS_MAX = 5;
const REASON_MAX = 500;
/** A sentence, written in passing. */
const ANYWAY_MAX = 200;
/** A claim that is being written may be too long as yet; beyond this nobody compares it. */
const CLAIM_SO_FAR_MAX = 2_000;
/** A few words that somebody remembers of a claim. */
const SOUGHT_MAX = 100;
/** A UUID, or anything else that a program counts its requests by. */
const KEY_MAX = 100;

/** An argument, a link, a citation. */
export const id = z.string().regex(/^[a-z0-9]{1,32}$/, "bad-id");

const answering = {
  stance: z.enum(["PRO", "CON"], "bad-choice"),
  parent: id.nullable().default(null),
  target: z.enum(["CLAIM", "RELEVANCE", "EVIDENCE"], "bad-choice").default("CLAIM"),
  targetCitation: id.nullish(),
  targetLink: id.nullish(),
  concession: z.boolean().default(false),
};

const written = {
  claim: line({ max: CLAIM_MAX }),
  /** A document or plain text; `readBody` decides what it is worth. */
  body: z.union([z.string(), z.record(z.string(), z.unknown()), z.null()]).default(null),
  citations: z.array(citationInput, "no-citation").min(1, "no-citation").max(CITATIONS_MAX, "too-many-citations"),
};

export const postArgumentInput = z.strictObject({
  ...answering,
  ...written,
  /** Why this is posted although another argument says nearly the same, or answers the same from the same words. */
  postedAnyway: z.strictObject({ near: id, reason: line({ max: ANYWAY_MAX }) }).optional(),
  submissionKey: line({ max: KEY_MAX }).optional(),
});
export type PostArgument = z.infer<typeof postArgumentInput>;

export const reviseArgumentInput = z.strictObject(written);
export type ReviseArgument = z.infer<typeof reviseArgumentInput>;

/** The version of the source in which the words were looked at. */
export const confirmAnchorInput = z.strictObject({ version: z.int().min(1).max(10_000) });

/** Another wording of somebody's claim, and why it is better. */
export const offerWordingInput = z.strictObject({
  claim: line({ max: CLAIM_MAX }),
  note: prose({ max: REASON_MAX }).nullish(),
});
export type OfferWording = z.infer<typeof offerWordingInput>;

export const declineWordingInput = z.strictObject({ answer: prose({ max: REASON_MAX }).nullish() });

/** More than five claims are not one argument that went wrong. */
const PARTS_MAX = 5;

/** The parts of an argument, each with the places of the citations that it keeps, from 0. */
export const splitArgumentInput = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        claim: line({ max: CLAIM_MAX }),
        cites: z
          .array(
            z
              .int()
              .min(0)
              .max(CITATIONS_MAX - 1),
          )
          .min(1, "no-citation")
          .max(CITATIONS_MAX)
          .refine((cites) => new Set(cites).size === cites.length, "cited-twice"),
      }),
      "split-needs-parts",
    )
    .min(2, "split-needs-parts")
    .max(PARTS_MAX, "split-needs-parts"),
  /** Of links that answer it, under which part they go on, from 0. */
  answers: z
    .record(
      id,
      z
        .int()
        .min(0)
        .max(PARTS_MAX - 1),
    )
    .default({}),
});
export type SplitArgument = z.infer<typeof splitArgumentInput>;

export const takeSplitInput = splitArgumentInput.pick({ answers: true });

export const withdrawArgumentInput = z.strictObject({ reason: prose({ max: REASON_MAX }).nullish() });

export const startLinkInput = z.strictObject({ child: id, ...answering });
export type StartLink = z.infer<typeof startLinkInput>;

export const moveArgumentInput = z.strictObject(answering);
export type MoveArgument = z.infer<typeof moveArgumentInput>;

export const endLinkInput = z.strictObject({ reason: prose({ max: REASON_MAX }) });

/** The arguments of a thread that words of a source may answer. */
export const answerableInput = z
  .strictObject({
    thread: slug,
    source: slug,
    from: z.coerce.number().pipe(offset),
    to: z.coerce.number().pipe(offset),
    /** A number, or words of a claim. */
    q: z.string().max(SOUGHT_MAX, "too-long").normalize().trim().default(""),
  })
  .refine(({ from, to }) => from < to, "offsets-malformed");
export type Answerable = z.infer<typeof answerableInput>;

/** What stands in a form while somebody writes in it: little of it need be fit yet. Without a thread nothing is compared. */
export const composingInput = z.strictObject({
  thread: slug.optional(),
  parent: id.optional(),
  /** The argument that is revised, which is not near itself. */
  revised: id.optional(),
  stance: z.enum(["PRO", "CON"], "bad-choice").optional(),
  claim: z.string({ error: "not-text" }).max(CLAIM_SO_FAR_MAX, "too-long").normalize().trim().default(""),
  citations: z.array(citationInput, "not-text").max(CITATIONS_MAX, "too-many-citations").default([]),
});
export type Composing = z.infer<typeof composingInput>;
