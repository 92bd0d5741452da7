/** The words that exported files add to what people wrote. A file is written in one language, whoever takes it. */
import { createTranslator } from "use-intl/core";
import messages from "#messages/en" with { type: "json" };

const say = createTranslator({ locale: "en-GB", messages, namespace: "maps.files" });

/** A file says the same few things thousands of times, and each takes longer to put together than to remember. */
const REMEMBERED = 2_000;
const remembered = new Map<string, string>();

type Say = typeof say;

export const words = ((...asked: Parameters<Say>): string => {
  const key = JSON.stringify(asked);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const said = say(...asked);
  remembered.set(key, said);
  return said;
}) as Say;
