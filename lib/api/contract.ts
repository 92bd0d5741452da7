/** What the API answers, member by member. Programs rely on it: members are added, never changed or taken away. */
import { z } from "zod";
import { letsIn } from "#lib/api/mode-route";
import { WARNINGS } from "#lib/sources/extraction/warning";

const slug = z.string();
const time = z.iso.datetime();
const offset = z.int().min(0);
const stance = z.enum(["PRO", "CON"]);
export const person = z.strictObject({ handle: z.string(), name: z.string() });
const document = z.record(z.string(), z.unknown());

/** Where one page ends and `after` goes on. */
const next = z.string().nullable();
const list = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), next });

const span = z.strictObject({
  start: offset,
  end: offset,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

/** Words of a source: `quote` joins the spans, `start` and `end` are of the whole. Offsets are code points. */
export const passage = z.strictObject({
  source: slug,
  version: z.int(),
  spans: z.array(span),
  quote: z.string(),
  start: offset,
  end: offset,
  /** In the answer to those who sent the words: these are the source's, which differ in quotation marks, spaces or the like. */
  normalised: z.literal(true).optional(),
});

export const citation = z.strictObject({
  id: z.string(),
  ...passage.shape,
  state: z.enum(["VERBATIM", "MOVED", "ORPHANED"]),
  /** Of words that moved: the author said that those which took their place carry the argument as well. */
  confirmed: z.literal(true).optional(),
});

/** What raised a thread; `state` where its words are no more the same in the newest version. */
const raised = z.strictObject({ ...passage.shape, state: z.enum(["MOVED", "ORPHANED"]).optional() });

/** On a tombstone claim and body are null, and there are no citations. */
export const argument = z.strictObject({
  id: z.string(),
  number: z.int(),
  claim: z.string().nullable(),
  body: document.nullable(),
  author: person,
  state: z.enum(["VISIBLE", "PENDING", "WITHDRAWN", "REMOVED", "HIDDEN", "MERGED", "SPLIT"]),
  /** Where it stands since it was merged or split; its words are read in its revisions. */
  mergedInto: z.string().optional(),
  splitInto: z.array(z.string()).optional(),
  createdAt: time,
  citations: z.array(citation),
});

export const link = z.strictObject({
  id: z.string(),
  child: z.string(),
  parent: z.string().nullable(),
  stance,
  target: z.enum(["CLAIM", "RELEVANCE", "EVIDENCE"]),
  targetCitation: z.string().nullable(),
  targetLink: z.string().nullable(),
  concession: z.boolean(),
});

/** `counts` has five members, for the impacts 0 to 4; it is null as long as too few have rated. `own` is the caller's. */
export const rating = z.strictObject({
  link: z.string(),
  counts: z.array(z.int()).nullable(),
  own: z.int().min(0).max(4).nullable(),
});

export const argumentInThread = z.strictObject({ ...argument.shape, thread: slug, links: z.array(link) });

const revision = z.strictObject({
  ordinal: z.int(),
  occasion: z.string(),
  wordedBy: person.optional(),
  createdAt: time,
  claim: z.string(),
  body: document.nullable(),
  citations: z.array(citation),
});
export const revisions = list(revision);

/** `links` are those that lead up from the arguments of this page. */
export const thread = z.strictObject({
  slug,
  question: z.string(),
  thesis: z.string().nullable(),
  topic: z.string().nullable(),
  background: z.string().nullable(),
  raisedBy: raised,
  openedAt: time,
  locked: z.boolean(),
  letsIn,
  arguments: z.array(argument),
  links: z.array(link),
  next,
});

const threadInList = z.strictObject({
  slug,
  question: z.string(),
  thesis: z.string().nullable(),
  topic: z.string().nullable(),
  raisedBy: raised,
  openedAt: time,
  locked: z.boolean(),
  /** Visible arguments for and against. */
  counts: z.strictObject({ PRO: z.int(), CON: z.int() }),
});
export const threads = list(threadInList);

const described = {
  slug,
  title: z.string(),
  kind: z.enum(["ARTICLE", "DIGEST"]),
  rights: z.enum(["OPEN", "CLASS", "EXCERPTS"]),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  url: z.string().nullable(),
  note: z.string().nullable(),
};

/** Its newest version alone. */
const sourceInList = z.strictObject({
  ...described,
  versions: z.array(z.strictObject({ number: z.int(), sha256: z.string() })),
});
export const sources = list(sourceInList);

/** `text` stands with the version that was asked for, the newest by default, where the rights allow it. */
export const source = z.strictObject({
  ...described,
  versions: z.array(z.strictObject({ number: z.int(), sha256: z.string(), text: z.string().optional() })),
  passages: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      quote: z.string(),
      paragraph: z.int(),
      arguments: z.array(z.strictObject({ id: z.string(), number: z.int(), claim: z.string(), stance, thread: slug })),
    }),
  ),
});

/** What could be stored of a text, a file or a page; nothing of it is. */
export const sourceProposal = z.strictObject({
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: z.string().nullable(),
  url: z.string().nullable(),
  text: z.string(),
  sha256: z.string(),
  setAside: z.array(z.strictObject({ text: z.string(), reason: z.string(), line: z.int() })),
  warnings: z.array(z.enum(WARNINGS)),
  known: slug.nullable(),
  receipt: z.string().nullable(),
});

/** What a text raises; its passage can be sent as the `raisedBy` of a thread as it is. */
const proposedQuestion = z.strictObject({
  topic: z.string().nullable(),
  question: z.string(),
  why: z.string(),
  passage: z.strictObject({ source: slug, version: z.int(), quote: z.string(), start: offset, end: offset }),
});
export const proposedQuestions = list(proposedQuestion);

/** Words in their order; `hit` marks those that were asked for. */
const words = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }));
const someWords = words.nullable();
const sourceOfHit = z.strictObject({ slug, title: z.string(), kind: z.enum(["ARTICLE", "DIGEST"]) });
/** In the source's newest version; null where the words stand there no more. */
const place = z.strictObject({ start: offset, end: offset }).nullable();

const hit = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ARGUMENT"),
    id: z.string(),
    number: z.int(),
    stance,
    author: person,
    createdAt: time,
    thread: z.strictObject({ slug, question: z.string() }),
    claim: words,
    /** A quotation that says it, or else the elaboration around it. */
    quote: z.strictObject({ words, source: sourceOfHit, place }).nullable(),
    body: someWords,
  }),
  z.strictObject({ kind: z.literal("THREAD"), slug, question: words, openedAt: time, said: someWords }),
  z.strictObject({
    kind: z.literal("SOURCE"),
    source: sourceOfHit,
    publishedOn: z.iso.date().nullable(),
    title: words,
    outlet: someWords,
    byline: someWords,
    note: someWords,
  }),
  z.strictObject({ kind: z.literal("TEXT"), source: sourceOfHit, paragraph: z.int(), words }),
  z.strictObject({
    kind: z.literal("PASSAGE"),
    id: z.string(),
    source: sourceOfHit,
    place,
    words,
    /** Visible arguments that stand on it. */
    counts: z.strictObject({ PRO: z.int(), CON: z.int() }),
  }),
]);

/** `total` is of all pages together; `meant` is a query that finds more, where little was found. */
export const found = z.strictObject({ ...list(hit).shape, total: z.int(), meant: z.string().nullable() });

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), code: z.string(), detail: z.string() })).optional(),
});

export type Passage = z.infer<typeof passage>;
export type Citation = z.infer<typeof citation>;
export type Argument = z.infer<typeof argument>;
export type ArgumentInThread = z.infer<typeof argumentInThread>;
export type Link = z.infer<typeof link>;
export type Rating = z.infer<typeof rating>;
export type Revision = z.infer<typeof revision>;
export type Thread = z.infer<typeof thread>;
export type ThreadInList = z.infer<typeof threadInList>;
export type Source = z.infer<typeof source>;
export type SourceProposal = z.infer<typeof sourceProposal>;
export type ProposedQuestion = z.infer<typeof proposedQuestion>;
export type Hit = z.infer<typeof hit>;
export type Found = z.infer<typeof found>;
export type SourceInList = z.infer<typeof sourceInList>;
