import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { disconnect } from "#lib/db";
import { FORMATS, isFormat } from "#lib/maps/formats";
import { getSnapshot } from "#lib/maps/queries";
import { Missing } from "#lib/verdict";
import { command, Stop } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";

const KNOWN = Object.keys(FORMATS).join(", ");

const HELP = `
npm run export -- SLUG [--format FORMAT] [--out FILE]

Writes a thread as everybody may see it, the same file as the page and the API give.

  --format FORMAT  one of ${KNOWN} (default: json)
  --out FILE       where to (default: the standard output, with the figures on the other)`;

export async function exportThread(args: string[]): Promise<void> {
  const options = { format: { type: "string", default: "json" }, out: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const [slug, ...rest] = positionals;
  if (!slug || rest.length > 0) throw new Stop("Name one thread: npm run export -- SLUG. See --help.");
  if (!isFormat(values.format)) throw new Stop(`There is no format ${values.format}. Known are: ${KNOWN}.`);
  const snapshot = await getSnapshot(null, slug).catch((error: unknown) => {
    throw error instanceof Missing ? new Stop(`There is no thread ${slug}.`) : error;
  });
  const content = FORMATS[values.format].write(snapshot);
  if (values.out === undefined) process.stdout.write(content);
  else await writeFile(values.out, content).catch(unwritable(values.out));
  const bytes = Buffer.byteLength(content);
  const figures = `${snapshot.arguments.length} arguments, ${bytes} bytes, hash ${snapshot.hash}`;
  if (values.out === undefined) console.error(figures);
  else console.log(`${values.out}: ${figures}`);
}

const unwritable = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Stop(`${file} cannot be written (${error.code}).`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(HELP, () => foreseen(() => exportThread(process.argv.slice(2))).finally(disconnect));
