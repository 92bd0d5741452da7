/** The code of an invitation: easily read aloud and typed, and beyond guessing. */
import { newId } from "#lib/text/id";

/** In groups of four, as one reads it out. */
export const newInvitation = (): string => newId().replace(/.{4}(?=.)/g, "$&-");

/**
 * The code without what typing adds. The alphabet has no o, i or l, so that zero and one may be written as they look;
 * that folds what was typed and takes nothing from the 80 bits that were drawn.
 */
export function normalInvitation(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
}
