import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { disconnect } from "#lib/db";
import { FORMATS, isFormat } from "#lib/maps/formats";
import { getSnapshot } from "#lib/maps/queries";
import { select } from "#lib/maps/selection";
import { Missing } from "#lib/verdict";
import { command, Stop } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";

const KNOWN = Object.keys(FORMATS).join(", ");

const HELP = `
npm run export -- SLUG [--format FORMAT] [--out FILE]

Writes a thread as everybody may see it, the same file as the page and the API give.

  --format FORMAT  one of ${KNOWN} (default: json)
  --branch NUMBER  one argument with all below it and the line above
  --depth NUMBER   no deeper than this; answers to the question have depth 1
  --stance STANCE  pro or con: the branches of those answers to the question alone
  --pseudonyms     names made up for this copy, and days for times
  --out FILE       where to (default: the standard output, with the figures on the other)`;

const OPTIONS = {
  format: { type: "string", default: "json" },
  branch: { type: "string" },
  depth: { type: "string" },
  stance: { type: "string" },
  pseudonyms: { type: "boolean", default: false },
  out: { type: "string" },
} as const;

export async function exportThread(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [slug, ...rest] = positionals;
  if (!slug || rest.length > 0) throw new Stop("Name one thread: npm run export -- SLUG. See --help.");
  if (!isFormat(values.format)) throw new Stop(`There is no format ${values.format}. Known are: ${KNOWN}.`);
  const whole = await getSnapshot(null, slug).catch((error: unknown) => {
    throw error instanceof Missing ? new Stop(`There is no thread ${slug}.`) : error;
  });
  const { pseudonyms } = values;
  const part = { branch: numberOf(values.branch), depth: numberOf(values.depth), stance: stanceOf(values.stance) };
  const snapshot = select(whole, { ...part, pseudonyms });
  if (snapshot === null) throw new Stop(`The thread ${slug} has no argument ${values.branch}.`);
  const content = await FORMATS[values.format].write(snapshot);
  if (values.out === undefined) process.stdout.write(content);
  else await writeFile(values.out, content).catch(unwritable(values.out));
  const bytes = Buffer.byteLength(content);
  const figures = `${snapshot.arguments.length} arguments, ${bytes} bytes, hash ${snapshot.hash}`;
  if (values.out === undefined) console.error(figures);
  else console.log(`${values.out}: ${figures}`);
}

function numberOf(figures: string | undefined): number | null {
  if (figures === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(figures)) throw new Stop(`${figures} is no number of an argument and no depth.`);
  return Number(figures);
}

function stanceOf(name: string | undefined): "PRO" | "CON" | null {
  const stance = name?.toUpperCase() ?? null;
  if (stance !== null && stance !== "PRO" && stance !== "CON") throw new Stop(`A stance is pro or con, not ${name}.`);
  return stance;
}

const unwritable = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Stop(`${file} cannot be written (${error.code}).`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(HELP, () => foreseen(() => exportThread(process.argv.slice(2))).finally(disconnect));
