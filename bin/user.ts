import { parseArgs } from "node:util";
import { disconnect } from "#lib/db";
import { giveRole } from "#lib/users/commands/role";
import { OPERATOR } from "#lib/users/policy";
import { command, Stop } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";

const HELP = `
npm run user -- HANDLE --role member|moderator|admin

Gives a person a role on this forum, from their next request on. The last admin stays one.`;

const ROLES = { member: "MEMBER", moderator: "MODERATOR", admin: "ADMIN" } as const;

async function run() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { role: { type: "string" } } });
  const [handle, ...rest] = positionals;
  const role = Object.entries(ROLES).find(([name]) => name === values.role)?.[1];
  if (!handle || rest.length > 0 || !role)
    throw new Stop("Say who and what: npm run user -- HANDLE --role member|moderator|admin");
  await giveRole(OPERATOR, handle, role);
  console.log(`${handle} is ${values.role} now.`);
}

await command(HELP, () => foreseen(run).finally(disconnect));
