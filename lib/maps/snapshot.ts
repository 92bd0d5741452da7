/**
 * A snapshot: all that a public reader may see of a thread at one moment, as one JSON value that loses nothing. It is
 * our own format; every other export is written from it. Left out on purpose are pending arguments, words that were
 * withdrawn or removed (with the marks that speak of them), earlier revisions, the full text of sources, and whatever
 * of a person is not handle and name.
 *
 * `hash` is the SHA-256, in lower-case hex, of the canonical form (RFC 8785) of all but `hash` and `exportedAt`: two
 * snapshots of an unchanged thread have the same hash.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#lib/maps/canonical-json";
import { DocumentError, readDocument } from "#lib/text/document";

const text = z.string().regex(/\S/);
const id = z.string().regex(/^[\w-]+$/);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const time = z.iso.datetime();
const address = z.url({ protocol: /^https?$/ });
const count = z.int().min(0);
const ordinal = z.int().min(1);

const body = z.unknown().transform((value, context) => {
  try {
    const document = readDocument(value);
    if (document !== null) return document;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
  }
  context.addIssue({ code: "custom", message: "no document" });
  return z.NEVER;
});

const person = z.strictObject({ handle: z.string(), name: z.string() });
const sourceKind = z.enum(["ARTICLE", "DIGEST"]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const passage = z.strictObject({
  source: z.strictObject({ slug, title: text, kind: sourceKind }),
  version: ordinal,
  spans: z
    .array(
      z.strictObject({
        start: count,
        end: count,
        quote: text,
        prefix: z.string(),
        suffix: z.string(),
        paragraph: ordinal,
        gapWords: count,
      }),
    )
    .min(1),
  before: z.string(),
  after: z.string(),
});

const citation = z.strictObject({ id, ...passage.shape, state: z.enum(["VERBATIM", "MOVED", "ORPHANED"]) });

const mark = z.strictObject({ kind: text, note: z.string().nullable(), by: person, at: time });

const tombstone = z.strictObject({
  at: time,
  reason: z.string().nullable(),
  code: z.string().nullable(),
  policy: ordinal.nullable(),
  /** The argument that it was merged into. */
  into: z.strictObject({ id, number: ordinal }).optional(),
  /** The arguments into which it was split. */
  parts: z.array(z.strictObject({ id, number: ordinal })).optional(),
});

const identity = { id, number: ordinal, url: address };
const record = { author: person, postedAt: time };
const revision = { revision: ordinal, revisedAfterAnswers: z.boolean() };

const argument = z.discriminatedUnion("state", [
  z.strictObject({
    ...identity,
    state: z.literal("VISIBLE"),
    ...record,
    claim: text,
    body: body.nullable(),
    citations: z.array(citation).min(1),
    ...revision,
    marks: z.array(mark),
    tombstone: z.null(),
  }),
  z.strictObject({
    ...identity,
    state: z.enum(["WITHDRAWN", "REMOVED", "HIDDEN", "MERGED", "SPLIT"]),
    ...record,
    claim: z.null(),
    body: z.null(),
    citations: z.array(citation).max(0),
    ...revision,
    marks: z.array(mark).max(0),
    tombstone,
  }),
]);

const link = z.strictObject({
  id,
  child: id,
  parent: id.nullable(),
  stance: z.enum(["PRO", "CON"]),
  target: z.enum(["CLAIM", "RELEVANCE", "EVIDENCE"]),
  targetCitation: id.nullable(),
  targetLink: id.nullable(),
  concession: z.boolean(),
  startedAt: time,
});

const source = z.strictObject({
  slug,
  url: address,
  title: text,
  kind: sourceKind,
  rights: z.enum(["OPEN", "CLASS", "EXCERPTS"]),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  /** Where the text was published, as claimed. */
  address: z.string().nullable(),
  /** Those that are quoted, with the SHA-256 of their text. */
  versions: z.array(z.strictObject({ number: ordinal, sha256 })).min(1),
});

const thread = z.strictObject({
  url: address,
  slug,
  question: text,
  thesis: z.string().nullable(),
  topic: z.string().nullable(),
  background: z.string().nullable(),
  raisedBy: passage,
  openedAt: time,
  locked: z.boolean(),
  dropped: z.strictObject({ afterHours: count, laterArguments: count }),
});

/** What was left out of a copy, where it is not the whole. */
const selection = z.strictObject({
  /** The number of the argument whose branch it is. */
  branch: ordinal.nullable(),
  depth: ordinal.nullable(),
  stance: z.enum(["PRO", "CON"]).nullable(),
  /** People bear names made up for this copy, and times are days. */
  pseudonyms: z.boolean(),
});

/** The frozen state whose words or names are no longer all here. */
const frozen = z.strictObject({ url: address, hash: sha256 });

export const snapshotSchema = z.strictObject({
  format: z.literal("grounds-thread"),
  version: z.literal(1),
  exportedAt: time,
  hash: sha256,
  thread,
  selection: selection.optional(),
  frozen: frozen.optional(),
  arguments: z.array(argument),
  links: z.array(link),
  sources: z.array(source),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
export type SnapshotArgument = Snapshot["arguments"][number];
export type SnapshotLink = Snapshot["links"][number];
export type SnapshotSelection = z.infer<typeof selection>;
export type SnapshotSource = Snapshot["sources"][number];

/** The SHA-256, in lower-case hex, of the canonical form of all but the time and the hash itself. */
export function hashOf({ exportedAt, hash, ...content }: Snapshot): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
