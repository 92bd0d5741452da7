import { parseArgs } from "node:util";
import { disconnect } from "#lib/db";
import { env } from "#lib/env";
import { ourAddresses } from "#lib/lti/addresses";
import { changeKey, registerPlatform, retirePlatform } from "#lib/lti/commands/platform";
import { listPlatforms } from "#lib/lti/queries";
import { platformInput } from "#lib/lti/schema";
import { OPERATOR } from "#lib/users/policy";
import { command, Stop } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";

const HELP = `
npm run platform -- urls
npm run platform -- list
npm run platform -- add --name NAME --issuer URL --client-id ID --deployment ID --login-url URL --token-url URL --jwks-url URL
npm run platform -- retire --issuer URL --client-id ID
npm run platform -- new-key

Lets learning platforms (LTI 1.3) lead their people here. "urls" prints what to give your platform; "add" takes what it
gives you, and said again changes it. --deployment may be given several times, and so may --origin: where the platform's
pages are, if not at its login URL. docs/lti.md explains the set-up.`;

const TEXT = { type: "string" } as const;
const LIST = { type: "string", multiple: true, default: [] as string[] } as const;
const options = {
  ...{ name: TEXT, issuer: TEXT, "client-id": TEXT, "login-url": TEXT, "token-url": TEXT, "jwks-url": TEXT },
  ...{ deployment: LIST, origin: LIST },
};

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

async function add(values: Values): Promise<void> {
  const { name, issuer, deployment: deployments, origin: origins } = values;
  const said = { name, issuer, clientId: values["client-id"], deployments, origins };
  const addresses = { loginUrl: values["login-url"], tokenUrl: values["token-url"], jwksUrl: values["jwks-url"] };
  const { data, error } = platformInput.safeParse({ ...said, ...addresses });
  if (!data) {
    const wrong = new Set(error.issues.map(({ path }) => String(path[0])));
    throw new Stop(`Missing or wrong: ${[...wrong].join(", ")}. Addresses begin with https. See --help.`);
  }
  await registerPlatform(OPERATOR, data);
  console.log(`${data.name} may lead its people here now.`);
}

async function list(): Promise<void> {
  for (const { name, issuer, clientId, deployments, origins, retired } of await listPlatforms()) {
    console.log(`${name}${retired ? " (retired)" : ""}`);
    console.log(
      `  issuer ${issuer}, client ${clientId}, deployments ${deployments.join(", ")}, pages at ${origins.join(" ")}`,
    );
  }
}

async function run() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const { issuer = "", "client-id": clientId = "" } = values;
  switch (positionals.join(" ")) {
    case "urls":
      for (const [what, address] of Object.entries(ourAddresses(env().APP_URL))) console.log(`${what}: ${address}`);
      return;
    case "list":
      return list();
    case "add":
      return add(values);
    case "retire":
      await retirePlatform(OPERATOR, issuer, clientId);
      return console.log("It leads nobody here any more.");
    case "new-key":
      return console.log(
        `Signing with ${(await changeKey(OPERATOR)).id} from now on; the key before is published for a day.`,
      );
    default:
      throw new Stop("Say what: npm run platform -- urls, list, add, retire or new-key. See --help.");
  }
}

await command(HELP, () => foreseen(run).finally(disconnect));
