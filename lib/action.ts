/**
 * The web's door: who is it, is it well-formed, call the verb, go on. Every export of an `actions.ts` is made here.
 * A refusal is the form's next state, with every word that was sent; where a request may come from, the front decides.
 */
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { getViewer } from "#lib/auth";
import { EMPTY, type FormSchema, type FormState, readForm } from "#lib/form";
import { log } from "#lib/log";
import { refusalOf } from "#lib/refusal";
import { hasSentence, sentence } from "#lib/sentence";
import { type Limit, spend } from "#lib/users/limits";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing, Refused } from "#lib/verdict";

interface Door<S extends FormSchema, V extends Viewer> {
  schema: S;
  /** Answers the path to go to, or what the same form shows next. */
  act: (viewer: V, input: z.output<S>) => Promise<string | FormState>;
  /** What a person spends by acting. */
  limit?: Limit;
}

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** A server action that obeys the verb. Strangers are refused unless `anyone` may act. */
export function action<S extends FormSchema>(
  door: (Door<S, Person> & { anyone?: undefined }) | (Door<S, Viewer> & { anyone: true }),
): Action {
  return async (_previous, sent) => {
    // Whoever calls without a form of ours may send anything at all.
    const form = sent instanceof FormData ? sent : new FormData();
    const { input, values, flaws } = readForm(door.schema, form);
    let done: string | FormState;
    try {
      const viewer = await getViewer();
      if (!viewer && !door.anyone) throw new Refused("sign-in-first", { ground: "unauthenticated" });
      const parsed = door.schema.safeParse(input);
      const codes = { ...codesOf(parsed.error), ...flaws };
      if (!parsed.success || Object.keys(flaws).length > 0) return unfit(codes, values);
      if (viewer && door.limit) await spend(door.limit, viewer.id);
      done = await door.act(viewer as Person, parsed.data as z.output<S>);
    } catch (error) {
      if (error instanceof Missing) notFound();
      const refused = refusalOf(error);
      if (refused) return refusedState(refused, values);
      log.error("an action failed", { error });
      // What the database said may hold what somebody wrote: Next prints what it is thrown.
      throw new Error("an action failed");
    }
    return typeof done === "string" ? redirect(done) : done;
  };
}

/** The first code for each field; what zod says in its own words has no sentence of ours. */
function codesOf(error: z.ZodError | undefined): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) codes[path.join(".")] ??= message;
  return codes;
}

function unfit(codes: Record<string, string>, values: FormState["values"]): FormState {
  const fields = Object.entries(codes).map(([field, code]) => {
    const known = hasSentence(code) ? code : "field-unfit";
    return [field, sentence({ code: known, values: {} })];
  });
  return { ...refusedState(new Refused("form-unfit"), values), fields: Object.fromEntries(fields) };
}

/** `details.field` names the field that a verb refuses. */
function refusedState(refused: Refused, values: FormState["values"]): FormState {
  const { code, details } = refused;
  const said = sentence(refused);
  const fields = typeof details.field === "string" ? { [details.field]: said } : {};
  return { ...EMPTY, refusal: { code, sentence: said, details }, fields, values };
}
