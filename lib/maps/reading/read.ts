/** Reads a map from a file of any kind that is known here, told by its content. Runs in a thread of its own. */
import type { ReadMap } from "#lib/maps/reading/read-map";
import { textOf } from "#lib/sources/extraction/charset";
import { parseJson } from "#lib/text/json";
import { Refused } from "#lib/verdict";

export interface GivenMap {
  bytes: Uint8Array;
}

/** Each reader is loaded when it is wanted. @throws Refused, whatever is wrong with the file */
export async function readMap({ bytes }: GivenMap): Promise<ReadMap> {
  const cards = await import("#lib/maps/reading/cards");
  if (cards.isArchive(bytes)) return cards.readCards(bytes);
  const text = textOf(bytes).replace(/^\uFEFF/, "");
  if (/^\s*[{[]/.test(text) && !/^\s*\[[^\]\n]*\](?:$|[:\s])/.test(text)) return readJson(text);
  const kialo = await import("#lib/maps/reading/kialo");
  if (kialo.isKialo(text)) return kialo.readKialo(text);
  const debateMap = await import("#lib/maps/reading/debate-map");
  if (debateMap.isDebateMap(text)) return debateMap.readDebateMap(text);
  return (await import("#lib/maps/reading/argdown")).readArgdown(text);
}

async function readJson(text: string): Promise<ReadMap> {
  const value = parsed(text);
  if (typeof value === "object" && value !== null && "format" in value && value.format === "grounds-thread")
    return (await import("#lib/maps/reading/native")).readNative(text);
  const aif = await import("#lib/maps/reading/aif");
  if (aif.isXaif(value) || aif.isAif(value)) return aif.readAif(value);
  const sadface = await import("#lib/maps/reading/sadface");
  if (sadface.isSadface(value)) return sadface.readSadface(value);
  throw new Refused("map-unknown");
}

/** A document in our own format is the deepest that is known (`lib/maps/snapshot-file.ts`). */
const DEPTH_MAX = 36;

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxDepth: DEPTH_MAX });
  } catch (error) {
    throw new Refused(error instanceof RangeError ? "map-too-deep-json" : "map-unreadable");
  }
}
