/** The forms in which an assignment is set and sides are chosen: their fields, and what the verbs take. Pure. */
import { z } from "zod";
import { MEASURES, type Measure, type Round } from "#lib/classes/assignment";
import {
  type ChangeAssignment,
  type ChooseSides,
  changeAssignmentInput,
  type SetAssignment,
  setAssignmentInput,
} from "#lib/classes/assignment-schema";
import { oneLine } from "#lib/text/one-line";

const text = z.string().optional();
/** A box that was ticked sends a word, another nothing. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
/** A number as it is typed; left empty it is none, and what is no number is refused as the verb's own input would be. */
export const typed = z
  .string()
  .optional()
  .transform((value) => (value === undefined ? 0 : /^\d{1,9}$/.test(value.trim()) ? Number(value) : Number.NaN));

/** How much of a measure a round asks for, as its field is called. */
export const askedField = (measure: Measure, round: 1 | 2) => `${measure}${round}` as const;

const asked = Object.fromEntries(
  MEASURES.flatMap((measure) => [1, 2].map((round) => [askedField(measure, round as 1 | 2), typed])),
) as Record<`${Measure}${1 | 2}`, typeof typed>;

const PLACES: Record<string, string> = { opensAt: "opensAt", dueAt: "dueAt", requires: "arguments" };

/** Browsers send minutes, some seconds too; all times are UTC, as the form says. */
export const momentOf = (local = "") => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? `${local}:00Z` : `${local}Z`);

/** What is set and can be changed later. */
const plan = {
  title: text,
  instructions: text,
  opensAt1: text,
  dueAt1: text,
  /** Whether there is a second round. */
  switches: ticked,
  opensAt2: text,
  dueAt2: text,
  ...asked,
};

function planOf(sent: z.output<z.ZodObject<typeof plan>>) {
  const round = (n: 1 | 2) => ({
    opensAt: momentOf(sent[`opensAt${n}`]),
    dueAt: momentOf(sent[`dueAt${n}`]),
    requires: Object.fromEntries(MEASURES.map((measure) => [measure, sent[askedField(measure, n)]])),
  });
  return {
    title: oneLine(sent.title ?? ""),
    instructions: sent.instructions ?? "",
    rounds: sent.switches ? [round(1), round(2)] : [round(1)],
  };
}

export const assignForm = z
  .object({
    class: z.string(),
    thread: text,
    names: text,
    withArguments: ticked,
    groups: typed,
    sides: text,
    strict: ticked,
    postFirst: typed,
    late: text,
    snapshots: ticked,
    ...plan,
  })
  .transform((sent, context): { class: string; input: SetAssignment } => {
    const { names, withArguments, groups, sides, strict, postFirst, late, snapshots } = sent;
    const checked = setAssignmentInput.safeParse({
      ...planOf(sent),
      thread: slugIn(sent.thread ?? ""),
      ...{ names, withArguments, groups, sides, strict, postFirst, late, snapshots },
    });
    if (checked.success) return { class: sent.class, input: checked.data };
    for (const { path, message } of checked.error.issues)
      context.addIssue({ code: "custom", message, path: [at(path)] });
    return z.NEVER;
  });

export const changeForm = z
  .object({ class: z.string(), assignment: z.string(), ...plan })
  .transform((sent, context): { class: string; assignment: string; input: ChangeAssignment } => {
    const checked = changeAssignmentInput.safeParse(planOf(sent));
    if (checked.success) return { class: sent.class, assignment: sent.assignment, input: checked.data };
    for (const { path, message } of checked.error.issues)
      context.addIssue({ code: "custom", message, path: [at(path)] });
    return z.NEVER;
  });

/** What stands in the form of a change at first: what holds now. */
export function valuesOf({
  title,
  instructions,
  rounds,
}: Pick<ChangeAssignment, "title" | "instructions"> & { rounds: readonly Round[] }): Record<string, string> {
  const values: Record<string, string> = { title, instructions };
  for (const { ordinal, opensAt, dueAt, requires } of rounds) {
    const n = ordinal as 1 | 2;
    Object.assign(values, { [`opensAt${n}`]: localOf(opensAt), [`dueAt${n}`]: localOf(dueAt) });
    for (const measure of MEASURES) values[askedField(measure, n)] = String(requires[measure]);
  }
  return rounds.length > 1 ? { ...values, switches: "yes" } : values;
}

/** As a field for date and time takes it, to the second and further where it has them, so that it comes back unchanged. */
export const localOf = (moment: number) => new Date(moment).toISOString().replace(/(:00)?(\.000)?Z$/, "");

/** The field that a flaw of the input is shown at. */
function at([first, index, part, measure]: PropertyKey[]): string {
  if (first !== "rounds") return String(first);
  if (typeof index !== "number") return "dueAt1";
  return `${String(measure ?? PLACES[String(part)] ?? "dueAt")}${index + 1}`;
}

/** A thread is named by its address or by the last part of it. */
const slugIn = (typedIn: string) =>
  /(?:^|\/t\/)([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(typedIn.trim())?.[1] ?? typedIn.trim();

/** Who is ticked argues for the question, the others against it. */
export const sidesForm = z
  .object({
    class: z.string(),
    assignment: z.string(),
    pro: z.array(z.string()).optional(),
    pupils: z.array(z.string()),
  })
  .transform(({ pro = [], pupils, ...named }): { class: string; assignment: string; chosen: ChooseSides } => ({
    ...named,
    chosen: { PRO: pro, CON: pupils.filter((handle) => !pro.includes(handle)) },
  }));

export const namedForm = z.object({ class: z.string(), assignment: z.string() });

const DAY_MS = 86_400_000;
/** How many characters of an ISO 8601 moment a field for date and time takes. */
const MINUTES = 16;

/** What stands in the form at first: a week from tomorrow morning on, sides drawn, names hidden, and what a week allows. */
export function firstValues(now: Date): Record<string, string> {
  const day = (after: number, hour: string) =>
    `${new Date(now.getTime() + after * DAY_MS).toISOString().slice(0, "2026-11-22".length)}T${hour}`.slice(0, MINUTES);
  return {
    ...{ opensAt1: day(1, "08:00"), dueAt1: day(8, "17:00"), opensAt2: day(9, "08:00"), dueAt2: day(13, "17:00") },
    ...{ arguments1: "4", articles1: "2", answers1: "2", concessions1: "1", arguments2: "2", answers2: "1" },
    ...{ sides: "DRAWN", names: "PSEUDONYMS", late: "MARKED", postFirst: "1", groups: "1", snapshots: "yes" },
  };
}
