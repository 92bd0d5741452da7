// What the commands print while they work, and how they end. Built-ins only: it also runs before anything is installed.

/** A failure that was foreseen: the message says what happened, that nothing was lost, and what to do. */
export class Stop extends Error {}

/** Does one step and prints its seconds; on a terminal the line stands there from the beginning. */
export async function step(name, work) {
  const begun = performance.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`  … ${name}`);
  try {
    const result = await work();
    process.stdout.write(`${terminal ? "\r" : ""}  ✓ ${name} (${seconds(begun)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${terminal ? "\r" : ""}  ✗ ${name} (${seconds(begun)})\n`);
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
    console.error(`\n${error instanceof Stop ? error.message : (error?.stack ?? error)}`);
    process.exitCode = 1;
  }
}

function seconds(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
