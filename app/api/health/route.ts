/** Whether this process and its database answer, within a second, for whoever watches over them. */
import { pool } from "#lib/db";
import manifest from "../../../package.json" with { type: "json" };

/** Half a second is left for the network. */
const PATIENCE_MS = 500;

let asking: Promise<boolean> | null = null;

/** One question at a time: a database that hangs must not be asked by every watcher on a connection of its own. */
function answers(): Promise<boolean> {
  asking ??= pool()
    .query("SELECT 1")
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      asking = null;
    });
  return asking;
}

export async function GET(): Promise<Response> {
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false));
  const well = await Promise.race([answers(), patience]);
  const word = well ? "ok" : "unavailable";
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return Response.json(
    { status: word, database: word, version: manifest.version },
    { status: well ? 200 : 503, headers },
  );
}
