/** The sentence that a person reads for a code; page, API and command find it here, once. */

import { createTranslator } from "use-intl/core";
import type { Refused, Values } from "#lib/verdict";
import en from "#messages/en" with { type: "json" };

const translate = createTranslator({
  locale: "en-GB",
  messages: en as Record<string, unknown>,
  namespace: "refusals",
}) as unknown as ((key: string, values?: Values) => string) & { has: (key: string) => boolean };

/** What is said for a refusal's code; a code without a sentence is a bug that the tests find. */
export function sentence(refused: Pick<Refused, "code" | "values">): string {
  return translate(refused.code, refused.values);
}

export const hasSentence = (code: string): boolean => translate.has(code);
