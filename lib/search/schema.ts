/** What a search may ask: words, and what they are looked for in. The address of the page is the question. */
import { z } from "zod";
import { slug } from "#lib/sources/schema";
import { flawOf, isBlank } from "#lib/text/schema";

/** A long sentence of a text: whoever has more words before them looks for a few of them. */
export const QUERY_MAX = 200;

const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Words in NFC; nothing that can be seen is nothing asked. */
const query = z.string().transform((raw, context) => {
  const text = raw.length > QUERY_MAX * 4 ? raw : raw.trim();
  const flaw = text.length > QUERY_MAX * 4 ? "query-too-long" : flawOf(text, CONTROL);
  const normal = flaw === null ? text.normalize("NFC") : "";
  const code = flaw ?? ([...normal].length > QUERY_MAX ? "query-too-long" : null);
  if (code !== null) context.addIssue({ code: "custom", message: code });
  return isBlank(normal) ? undefined : normal;
});

const yesOrNo = z.enum(["yes", "no"], "bad-choice");
const yes = z.enum(["yes"], "bad-choice");
const stance = z.enum(["pro", "con"], "bad-choice");
const id = z.string().regex(/^[a-z0-9]{1,32}$/, "bad-id");

export const KINDS = ["argument", "thread", "source", "text", "passage"] as const;
export type Kind = (typeof KINDS)[number];

/** All of it may be left out, but not everything at once. */
export const searchInput = z.strictObject({
  q: query.optional(),
  kind: z.enum(KINDS, "bad-choice").optional(),
  thread: slug.optional(),
  source: slug.optional(),
  author: z
    .string()
    .regex(/^[a-z][a-z0-9_]{2,19}$/, "bad-id")
    .optional(),
  /** How an argument stands to what it answers. */
  stance: stance.optional(),
  /** Whether a visible argument answers it. */
  answered: yesOrNo.optional(),
  /** Of one thread's arguments: for or against its question, how far below it, passed over by the other side. */
  side: stance.optional(),
  turn: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "bad-choice")
    .optional(),
  dropped: yes.optional(),
  /** Whether all its citations are of one source. */
  alone: yes.optional(),
  /** What became of its words in their source's newest version. */
  words: z.enum(["moved", "orphaned"], "bad-choice").optional(),
  /** Whether a mark stands on what it says now. */
  marked: yes.optional(),
  /** The passage it stands on. */
  passage: id.optional(),
  /** Of passages: whether arguments of both stances stand on them. */
  contested: yes.optional(),
  after: z
    .string()
    .regex(/^\d{1,6}\.\d{1,15}\.[a-z]:[a-z0-9:]{1,48}$/, "bad-id")
    .optional(),
});
export type Asked = z.infer<typeof searchInput>;

const { shape } = searchInput;
type Name = keyof typeof shape;
export const NAMES = Object.keys(shape) as Name[];

/** What an address asks, as far as it is understood: what is not known here is passed over, words that cannot be read are told. */
export function askedBy(given: Record<string, string | undefined>): { asked: Asked; flaw: string | null } {
  let flaw: string | null = null;
  const pairs = NAMES.flatMap((name) => {
    if (!given[name]) return [];
    const parsed = shape[name].safeParse(given[name]);
    if (!parsed.success && name === "q") flaw = parsed.error.issues[0]?.message ?? null;
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { asked: Object.fromEntries(pairs), flaw };
}

/** Whether anything is asked: a page after nothing is no question. */
export const asksNothing = ({ after: _, ...asked }: Asked): boolean =>
  Object.values(asked).every((value) => value === undefined);
