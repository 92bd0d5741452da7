import { existsSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "../postgres.ts";
import { dataFolder } from "./folders.mjs";
import { placeOf } from "./place.ts";
import { postmasterOf, processOf } from "./postmaster.ts";
import { command, Stop } from "./steps.mjs";

/** Stops the databases that a killed command left running; one that is in use stays, and so does everything else. */
await command("", async () => {
  for (const folder of [dataFolder, join(dataFolder, "test")]) {
    if (!existsSync(join(folder, "secrets.json"))) continue;
    const data = join(placeOf(folder).home, "data");
    if (!isRunning(data)) continue;
    await (await startPostgres(folder)).stop();
    if (isRunning(data))
      throw new Stop("Another command is using the database. Nothing was removed. Let it end first.");
  }
});

function isRunning(data: string) {
  const postmaster = postmasterOf(data);
  return postmaster !== undefined && processOf(postmaster, data) === "ours";
}
