/** The form of an argument: its fields, all of them text, and what the verbs take. Pure. */
import { z } from "zod";
import {
  CITATIONS_MAX,
  declineWordingInput,
  offerWordingInput,
  postArgumentInput,
  reviseArgumentInput,
  splitArgumentInput,
  withdrawArgumentInput,
} from "#lib/arguments/schema";
import { citationFieldNames, citationsFrom, mended, type Values, writtenAt } from "#lib/sources/citation-fields";
import { type Document, plainTextOf, readDocument } from "#lib/text/document";
import { oneLine } from "#lib/text/one-line";

/** Fields that may be left out. */
export const texts = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, z.string().optional()])) as Record<Name, z.ZodOptional<z.ZodString>>;

const WRITTEN = ["claim", "body", "document", "do", ...citationFieldNames(CITATIONS_MAX)] as const;
const ANSWERING = ["thread", "stance", "parent", "target", "concession", "near", "anyway", "submissionKey"] as const;

/** A claim is one line, but the field in which it is written grows, and Enter is soon pressed. */
const inOneLine = (text = "") => oneLine(text);

/**
 * The elaboration: the editor's document where there is one. Without script the document is what is being revised and
 * beside it stands its plain text; as long as that was not touched, the document keeps its marks.
 */
function bodyFrom({ body, document }: Values): unknown {
  const drawn = document ? parsed(document) : null;
  if (body === undefined) return drawn;
  return drawn !== null && plainTextIn(drawn) === body.replace(/\r\n?/g, "\n").trim() ? drawn : body;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function plainTextIn(document: unknown): string | null {
  try {
    const read: Document | null = readDocument(document);
    return read && plainTextOf(read);
  } catch {
    return null;
  }
}

function writtenFrom(fields: Values) {
  return { claim: inOneLine(fields.claim), body: bodyFrom(fields), citations: citationsFrom(fields) };
}

/** What is answered and how, in the shape of a verb's input, unchecked. `target` is "RELEVANCE link" or "EVIDENCE citation". */
export function answeringFrom(fields: Values) {
  const [target, aim] = fields.target?.split(" ") ?? [];
  return {
    stance: fields.stance,
    parent: fields.parent || null,
    target: target || undefined,
    targetLink: target === "RELEVANCE" ? aim : undefined,
    targetCitation: target === "EVIDENCE" ? aim : undefined,
    // The box is out of sight while one opposes; a tick that was left in it means nothing.
    concession: fields.concession !== undefined && fields.stance === "PRO",
  };
}

/** What a form says, in the shape of the verb's input, unchecked. */
export function argumentFromForm(fields: Values) {
  return {
    ...writtenFrom(fields),
    ...answeringFrom(fields),
    postedAnyway: fields.near && fields.anyway?.trim() ? { near: fields.near, reason: fields.anyway } : undefined,
    submissionKey: fields.submissionKey || undefined,
  };
}

/** A form whose passages were changed and that is shown again, or one that was sent. */
type Sent<Input> = { mended: Record<string, string>; input: null } | { mended: null; input: Input };

function read<Input>(
  schema: z.ZodType<Input>,
  fields: Values,
  input: unknown,
  context: z.core.$RefinementCtx,
): Sent<Input> {
  const changed = mended(fields, fields.do, CITATIONS_MAX);
  if (changed) return { mended: changed, input: null };
  const checked = schema.safeParse(input);
  if (checked.success) return { mended: null, input: checked.data };
  for (const issue of checked.error.issues) {
    context.addIssue({ code: "custom", message: codeIn(issue), path: [fieldOf(issue.path, fields)] });
  }
  return z.NEVER;
}

/** The code within the alternatives of a union, whose own message says nothing. */
function codeIn(issue: z.core.$ZodIssue): string {
  const inner = issue.code === "invalid_union" ? issue.errors.flat() : [];
  return inner.map(codeIn).find((code) => /^[a-z]+(-[a-z]+)+$/.test(code)) ?? issue.message;
}

/** The field of the form that a path in the verb's input speaks of. */
function fieldOf([name, at]: PropertyKey[], fields: Values): string {
  if (name === "postedAnyway") return "anyway";
  if (name !== "citations" || at === undefined) return String(name);
  return `citation-${writtenAt(fields)[Number(at)]}-quote`;
}

/** The fields of a post. */
export const POST_FIELDS = texts([...WRITTEN, ...ANSWERING]);

export const readPost = (fields: Values, context: z.core.$RefinementCtx) => ({
  slug: fields.thread ?? "",
  ...read(postArgumentInput, fields, argumentFromForm(fields), context),
});

export const postForm = z.object(POST_FIELDS).transform(readPost);

export const reviseForm = z.object(texts([...WRITTEN, "argument"])).transform((fields, context) => ({
  id: fields.argument ?? "",
  ...read(reviseArgumentInput, fields, writtenFrom(fields), context),
}));

export const confirmForm = z.object({ citation: z.string(), version: z.coerce.number().int() });

const blank = z
  .string()
  .optional()
  .transform((text) => (text?.trim() ? text : null));

export const offerForm = offerWordingInput
  .extend({
    argument: z.string(),
    claim: z.string().transform(oneLine).pipe(offerWordingInput.shape.claim),
    note: blank.pipe(offerWordingInput.shape.note.unwrap()),
  })
  .strip();
const rows = z.array(z.string()).default([]);

/** Under which part each answer goes on; where nothing was chosen, it goes as it aims. */
const answersFrom = (links: readonly string[], parts: readonly string[], place: (row: number) => number) =>
  Object.fromEntries(
    links.flatMap((link, i) => (/^\d$/.test(parts[i] ?? "") ? [[link, place(Number(parts[i]))] as const] : [])),
  );

/** A part without a claim is one that nobody filled in; `cites` says "part:passage". */
export const splitForm = z
  .object({ argument: z.string(), claim: rows, cites: rows, link: rows, part: rows })
  .transform(({ argument, claim, cites, link, part }, context) => {
    const filled = claim.flatMap((text, row) => (text.trim() ? [row] : []));
    const keeps = (row: number) =>
      cites.flatMap((one) => (one.startsWith(`${row}:`) ? [Number(one.slice(one.indexOf(":") + 1))] : []));
    const parts = filled.map((row) => ({ claim: inOneLine(claim[row]), cites: keeps(row) }));
    const answers = answersFrom(link, part, (row) => Math.max(filled.indexOf(row), 0));
    const checked = splitArgumentInput.safeParse({ parts, answers });
    if (checked.success) return { argument, input: checked.data };
    for (const { path, message } of checked.error.issues) {
      const row = typeof path[1] === "number" ? filled[path[1]] : 0;
      context.addIssue({ code: "custom", message, path: [`claim.${row}`] });
    }
    return z.NEVER;
  });
export const takePartsForm = z
  .object({ split: z.string(), link: rows, part: rows })
  .transform(({ split, link, part }) => ({ split, answers: answersFrom(link, part, (row) => row) }));
export const declinePartsForm = z.object({
  split: z.string(),
  answer: blank.pipe(declineWordingInput.shape.answer.unwrap()),
});
export const rejoinForm = z.object({ argument: z.string() });

export const takeForm = z.object({ wording: z.string() });
export const declineForm = z.object({
  wording: z.string(),
  answer: blank.pipe(declineWordingInput.shape.answer.unwrap()),
});

export const withdrawForm = withdrawArgumentInput.extend({ argument: z.string() }).strip();
