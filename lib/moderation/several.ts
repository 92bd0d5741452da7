/** Acting on many, each by itself. */
import { Missing, Refused } from "#lib/verdict";

/** One after the other; gives how many it was done with. What is refused, or is not there, is left as it is. */
export async function countDone<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      await act(item);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Missing)) throw error;
    }
  }
  return done;
}
