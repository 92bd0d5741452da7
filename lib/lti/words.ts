/** The words of the pages that stand in a platform's frame. */
import { createTranslator } from "use-intl/core";
import en from "#messages/en" with { type: "json" };

export const words = createTranslator({
  locale: "en-GB",
  messages: en as Record<string, unknown>,
  namespace: "lti",
}) as unknown as (key: string, values?: Record<string, string>) => string;
