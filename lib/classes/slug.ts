/** Addresses of what is a class's alone. */
import { newId } from "#lib/text/id";
import { slugOf } from "#lib/text/slug";

/** Six letters of chance, 30 bits. */
const LETTERS = 6;

/**
 * The words of a name and some letters of chance: an address that is counted on ("-2") would tell everybody that there
 * is another of the same name.
 */
export const placeSlug = (name: string): string => `${slugOf(name)}-${newId().slice(0, LETTERS)}`;
