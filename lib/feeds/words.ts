/** The words of what is shown outside this site, in one language for everybody. */
import { createTranslator } from "use-intl/core";
import messages from "#messages/en" with { type: "json" };

export const words = createTranslator({ locale: "en-GB", messages, namespace: "outside" });

/** Of doubts about words, and rulings on them. */
export const doubtWords = createTranslator({ locale: "en-GB", messages, namespace: "sources.doubts" });
