/** How the cast weighs the demonstration debate. */

/** The cast of one argument: everybody but its author weighs it, or passes it over. */
interface Weighing {
  handle: string;
  impact: number;
}

/** A number from 0 on that is the same for the same words at every start. */
const numberOf = (words: string): number =>
  [...words].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

/**
 * What people say of an argument: each is near what the argument is worth to all, from 1 to 3, and by at most one step
 * beside it; two of five pass it over.
 */
export function weighingsOf(argument: { key: string; author: string }, handles: readonly string[]): Weighing[] {
  // Every second is rated: a debate has both.
  if (numberOf(argument.key) % 2 === 0) return [];
  const worth = 1 + ((numberOf(argument.key) >> 1) % 3);
  return handles
    .filter((handle) => handle !== argument.author && numberOf(handle + argument.key) % 5 > 1)
    .map((handle) => ({ handle, impact: worth + (numberOf(argument.key + handle) % 3) - 1 }));
}
