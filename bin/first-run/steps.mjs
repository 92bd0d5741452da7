// What the commands print while they work, and how they end. Built-ins only: it also runs before anything is installed.

/** A failure that was foreseen: the message says what happened, that nothing was lost, and what to do. */
export class Stop extends Error {}

/** Does one step and prints its seconds, beside the output proper; on a terminal the second line replaces the first. */
export async function step(name, work) {
  const begun = performance.now();
  const terminal = process.stderr.isTTY;
  const say = (sign, after) => process.stderr.write(`${terminal ? "\r" : ""}  ${sign} ${name}${after}`);
  say("…", terminal ? "" : "\n");
  const seconds = () => ` (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`;
  try {
    const result = await work();
    say("✓", seconds());
    return result;
  } catch (error) {
    say("✗", seconds());
    throw error;
  }
}

/** Runs a whole command: a foreseen failure is one paragraph and exit code 1, any other also shows where it happened. */
export async function command(help, run) {
  if (process.argv.includes("--help")) {
    console.log(help.trim());
    return;
  }
  try {
    await run();
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exitCode = 1;
  }
}

function explain(error) {
  if (error instanceof Stop) return error.message;
  if (error?.code === "ENOSPC" || /ENOSPC|No space left on device/.test(error?.message)) return DISK_FULL;
  if ((error?.code === "EACCES" || error?.code === "EPERM") && error.path)
    return `${error.path} belongs to another user, perhaps because Grounds was started as root here. Nothing was changed. Start it as that user, or give the folder back to yourself (chown -R).`;
  return error?.stack ?? String(error);
}

export const DISK_FULL =
  "The disk is full. What was stored is safe. Make room, then start again: it goes on where it stopped.";
