import type { Served } from "../pages/served.ts";

/** What is promised is promised of a debate of this size. */
export const ARGUMENTS = 10_000;

/** Plants such a debate, and answers its slug. */
export async function planted(run: Served["run"]): Promise<string> {
  const said = await run("bin/synth.ts", "--arguments", `${ARGUMENTS}`);
  console.log(`  ${said}`);
  const slug = /thread (\S+)$/.exec(said)?.[1];
  if (!slug) throw new Error(`no thread was planted: ${said}`);
  return slug;
}
