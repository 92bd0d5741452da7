import { parseArgs } from "node:util";
import { disconnect } from "#lib/db";
import { makeToken } from "#lib/users/commands/token";
import { findPerson } from "#lib/users/queries";
import { command, Stop } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";

const HELP = `
npm run token -- HANDLE [--name NAME]

Makes a bearer token with which a program may do over the HTTP API what HANDLE may do.
The last line of the output is the token and nothing else. It is shown this once; it is revoked in the settings.

  --name NAME  what it is for, as the settings will list it (default: command line)`;

async function run() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: "string", default: "command line" } },
  });
  const [handle, ...rest] = positionals;
  if (!handle || rest.length > 0) throw new Stop("Name one person: npm run token -- HANDLE");
  const person = await findPerson(handle);
  if (!person) throw new Stop(`Nobody here has the handle ${handle}.`);
  const { token } = await makeToken(person, values.name);
  console.log(`A token of ${person.name} (${person.handle}), shown this once:`);
  console.log(token);
}

await command(HELP, () => foreseen(run).finally(disconnect));
