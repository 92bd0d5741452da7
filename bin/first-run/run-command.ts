import { spawn } from "node:child_process";

/** Runs another program to its end; fails with the last of what it said. */
export async function runCommand(file: string, args: string[], signal: AbortSignal): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const child = spawn(file, args, { env, signal, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  const code = await new Promise((done, fail) => child.on("error", fail).on("close", done));
  if (code !== 0) throw new Error(said.trim().split("\n").slice(-5).join("\n"));
}
