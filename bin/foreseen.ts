import { sentence } from "#lib/sentence";
import { Missing, Refused } from "#lib/verdict";
import { Stop } from "./first-run/steps.mjs";

/** What a verb refuses, and an option that does not exist, is one sentence on the command line too. */
export async function foreseen<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refused) throw new Stop(sentence(error));
    if (error instanceof Missing) throw new Stop("There is nobody and nothing of that name here.");
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      throw new Stop(`${error.message} See --help.`);
    }
    throw error;
  }
}
