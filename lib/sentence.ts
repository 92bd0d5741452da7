/** The sentence that a person reads for a code; page, API and command find it here, once. */

import { createTranslator } from "use-intl/core";
import type { Refused, Values } from "#lib/verdict";
import en from "#messages/en" with { type: "json" };

type Translator = ((key: string, values?: Values) => string) & { has: (key: string) => boolean };

const saying = (namespace: string) =>
  createTranslator({ locale: "en-GB", messages: en as Record<string, unknown>, namespace }) as unknown as Translator;

const ofAct = saying("refusals");
const ofCheck = saying("checks");

/** What is said for a refusal's code; a code without a sentence is a bug that the tests find. */
export function sentence(refused: Pick<Refused, "code" | "values">): string {
  return ofAct(refused.code, refused.values);
}

/** The same before anything is sent, of words being written or of a form that is closed: nothing can have been stored or lost. */
export function checkSentence(refused: Pick<Refused, "code" | "values">): string {
  return ofCheck.has(refused.code) ? ofCheck(refused.code, refused.values) : sentence(refused);
}

export const hasSentence = (code: string): boolean => ofAct.has(code);
