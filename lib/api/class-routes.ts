/** The API's routes of classes, and what they answer. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import { shownCode } from "#lib/classes/join-code";
import type { ClassLine, ClassView, MemberView } from "#lib/classes/queries";
import type { RosterChanges } from "#lib/classes/roster-changes";
import {
  changeClassInput,
  copyThreadInput,
  joinClassInput,
  makeCardsInput,
  makeCodeInput,
  openClassInput,
  personInput,
  rosterInput,
} from "#lib/classes/schema";
import { noInput } from "#lib/notices/schema";

const role = z.enum(["TEACHER", "STUDENT"]);
const person = z.strictObject({ handle: z.string(), name: z.string() });
/** Where what was made is. */
export const placed = z.strictObject({ slug: z.string() });
export const joinCode = z.strictObject({ code: z.string() });

const line = z.strictObject({
  slug: z.string(),
  name: z.string(),
  term: z.string().nullable(),
  role,
  pupils: z.int(),
  threads: z.int(),
});
export const classes = z.strictObject({ items: z.array(line), next: z.null() });

export const schoolClass = z.strictObject({
  slug: z.string(),
  name: z.string(),
  about: z.string().nullable(),
  term: z.string().nullable(),
  keepUntil: z.iso.date().nullable(),
  /** As what one belongs to it. */
  role,
  teachers: z.array(person),
  pupils: z.int(),
  threads: z.array(
    z.strictObject({
      slug: z.string(),
      question: z.string(),
      topic: z.string().nullable(),
      names: z.enum(["NAMES", "PSEUDONYMS"]),
      arguments: z.int(),
    }),
  ),
});

export const members = z.strictObject({
  items: z.array(
    z.strictObject({
      handle: z.string(),
      shown: z.string(),
      /** What a pupil is called whose account was made for the class. */
      name: z.string().nullable(),
      role,
      since: z.iso.datetime(),
      removed: z.boolean(),
      made: z.strictObject({ opened: z.boolean(), card: z.boolean() }).nullable(),
    }),
  ),
  next: z.null(),
});

export const changes = z.strictObject({
  applied: z.boolean(),
  added: z.array(z.string()),
  changed: z.array(z.strictObject({ name: z.string(), newName: z.string() })),
  gone: z.array(z.string()),
  same: z.int(),
  unfit: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
});

export const cards = z.strictObject({
  items: z.array(z.strictObject({ handle: z.string(), name: z.string(), secret: z.string() })),
  next: z.null(),
});

export const classesShown = (items: ClassLine[]): z.infer<typeof classes> => ({ items, next: null });
export const classShown = ({ id: _, ...shown }: ClassView): z.infer<typeof schoolClass> => shown;
export const membersShown = (items: MemberView[]): z.infer<typeof members> => ({ items, next: null });
export const codeShown = (code: string) => ({ code: shownCode(code) });
export const changesShown = (
  { added, changed, gone, same, unfit }: RosterChanges,
  applied: boolean,
): z.infer<typeof changes> => ({
  applied,
  added: added.map(({ name }) => name),
  changed: changed.map(({ name, newName }) => ({ name, newName })),
  gone: gone.map(({ name }) => name),
  same: same.length,
  unfit,
});

/** A list of pupils; looked at, unless `apply` says otherwise. */
export const sendRosterInput = rosterInput.extend({ apply: z.boolean().default(false) });

const TWICE = "Twice is as once.";
const TEACHERS = "For teachers of the class; to everybody outside it there is no such class.";

const acts: [string, string, z.ZodType][] = [
  ["settings", "Say anew what a class is called and until when it is kept", changeClassInput],
  ["teachers", "Let somebody of the forum teach the class too", personInput],
  ["people/remove", "Remove somebody from the class, from their next request on", personInput],
  ["people/let-back-in", "Let somebody in again who was removed", personInput],
  ["people/erase", "Erase a pupil whose account was made for the class", personInput],
  ["code/revoke", "Make the join code void", noInput],
];

export const CLASS_ROUTES: readonly Route[] = [
  { method: "get", path: "/classes", summary: "One's classes", status: 200, gives: classes },
  {
    method: "post",
    path: "/classes",
    summary: "Open a class, whose first teacher one is",
    description: "Without `keepUntil` it is kept for 90 days after `endsOn`.",
    takes: openClassInput,
    status: 201,
    gives: schoolClass,
  },
  {
    method: "post",
    path: "/classes/join",
    summary: "Join a class by its code, as a pupil",
    description: `A wrong, an ended, a revoked and a used-up code are answered alike. ${TWICE}`,
    takes: joinClassInput,
    status: 200,
    gives: schoolClass,
  },
  { method: "get", path: "/classes/{slug}", summary: "A class of one's own", status: 200, gives: schoolClass },
  {
    method: "get",
    path: "/classes/{slug}/people",
    summary: "A class's people with their names",
    description: TEACHERS,
    status: 200,
    gives: members,
  },
  {
    method: "post",
    path: "/classes/{slug}/code",
    summary: "Make a join code; the one before is void",
    description: TEACHERS,
    takes: makeCodeInput,
    status: 200,
    gives: joinCode,
  },
  {
    method: "post",
    path: "/classes/{slug}/threads",
    summary: "Copy a public debate, or one of the class, into the class",
    description: `${TEACHERS} Each call makes another copy.`,
    takes: copyThreadInput,
    status: 201,
    gives: placed,
  },
  {
    method: "post",
    path: "/classes/{slug}/roster",
    summary: "Look at what a list of pupils would change, or change it",
    description: `${TEACHERS} Names, one a line, or a table such as OneRoster's users.csv. With \`apply\` accounts are made; the same list again changes nothing.`,
    takes: sendRosterInput,
    status: 200,
    gives: changes,
  },
  {
    method: "post",
    path: "/classes/{slug}/cards",
    summary: "Make login cards for pupils whose accounts were made for the class",
    description: `${TEACHERS} For those who are named, or for all who have no password. Cards, passwords and sessions before end. The secrets are said this once.`,
    takes: makeCardsInput,
    status: 200,
    gives: cards,
  },
  ...acts.map(
    ([path, summary, takes]): Route => ({
      method: "post",
      path: `/classes/{slug}/${path}`,
      summary,
      description: `${TEACHERS} ${TWICE}`,
      takes,
      status: 204,
    }),
  ),
];
