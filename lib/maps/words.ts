/** The words that exported files add to what people wrote. A file is written in one language, whoever takes it. */
import { createTranslator } from "use-intl/core";
import messages from "#messages/en" with { type: "json" };

const say = createTranslator({ locale: "en-GB", messages, namespace: "maps.files" });

/** A file says the same few things thousands of times, and each takes longer to put together than to remember. */
const REMEMBERED = 2_000;
const remembered = new Map<string, string>();

type Say = typeof say;

/** Names stand in the order in which they were given, so that values alone tell two askings of one sentence apart. */
function keyOf([name, values]: Parameters<Say>): string {
  let key: string = name;
  for (const its in values) key += `\u0000${(values as Record<string, unknown>)[its]}`;
  return key;
}

export const words = ((...asked: Parameters<Say>): string => {
  const key = keyOf(asked);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const said = say(...asked);
  remembered.set(key, said);
  return said;
}) as Say;
