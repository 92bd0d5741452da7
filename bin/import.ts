import { basename } from "node:path";
import { createInterface } from "node:readline/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { flawsOf } from "#lib/api/flaws";
import { getThread } from "#lib/arguments/queries/threads";
import { db, disconnect } from "#lib/db";
import { env } from "#lib/env";
import { paths } from "#lib/paths";
import { bringSource } from "#lib/sources/commands/bring";
import type { Proposal } from "#lib/sources/extraction/proposal";
import { type BringSource, bringSourceInput, SET_ASIDE_MAX } from "#lib/sources/schema";
import { findPerson } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import messages from "#messages/en" with { type: "json" };
import { command, Stop } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";
import { readFile } from "./read-file.ts";

const HELP = `
npm run import -- FILE [options]

Brings an article in from a file: plain text in UTF-8, Markdown, a saved web page, PDF or Word (.txt, .md, .html, .pdf,
.docx). Title, author and date are proposed from the text; whatever a website put around the article is listed with the
reason and set aside. Nothing is stored before you say yes.

  --title TEXT     --outlet TEXT     --byline TEXT     --date YYYY-MM-DD     --url ADDRESS
                   what is known of the text, instead of what is proposed
  --rights WHO     open: everybody may read it (the default); excerpts: strangers see cited passages alone
  --by HANDLE      who brings it (default: the first admin)
  --thread SLUG    a thread that the text may serve; may be given several times. Nothing is stored of it: the address
                   at which to argue there is printed after the import
  --yes            store without asking`;

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      title: { type: "string" },
      outlet: { type: "string" },
      byline: { type: "string" },
      date: { type: "string" },
      url: { type: "string" },
      rights: { type: "string", default: "open" },
      by: { type: "string" },
      thread: { type: "string", multiple: true, default: [] },
      yes: { type: "boolean", default: false },
    },
  });
type Values = ReturnType<typeof parse>["values"];

/** Words of the text's beginning and end, to see that neither is missing; and characters of what is set aside. */
const WORDS_SHOWN = 12;
const CHARACTERS_SHOWN = 90;

const NOTHING = "Nothing was stored.";

function sourceOf(article: Proposal, values: Values): BringSource {
  const title = values.title ?? article.title;
  if (!title) throw new Stop(`No headline was found. ${NOTHING} Give one with --title.`);
  const parsed = bringSourceInput.safeParse({
    title,
    text: article.paragraphs.join("\n\n"),
    outlet: values.outlet ?? article.outlet,
    byline: values.byline ?? article.byline,
    publishedOn: values.date ?? article.publishedOn,
    url: values.url,
    rights: values.rights.toUpperCase(),
    setAside: article.setAside.slice(0, SET_ASIDE_MAX).map(({ text, reason }) => ({ text, reason })),
  });
  if (parsed.success) return parsed.data;
  const flaws = flawsOf(parsed.error).map(
    ({ path, detail }) => `--${path === "publishedOn" ? "date" : path}: ${detail}`,
  );
  throw new Stop(`${flaws.join("\n")}\n${NOTHING}`);
}

function shortened(text: string): string {
  return text.length > CHARACTERS_SHOWN ? `${text.slice(0, CHARACTERS_SHOWN)}…` : text;
}

function propose(source: BringSource, { paragraphs, setAside, warnings }: Proposal, by: Person) {
  const words = paragraphs.join(" ").split(/\s+/);
  const known = { Title: source.title, Outlet: source.outlet, Byline: source.byline, Date: source.publishedOn };
  for (const [name, value] of Object.entries({ ...known, Address: source.url })) {
    console.log(`${name.padEnd(8)} ${value ?? "–"}`);
  }
  console.log(
    `Rights   ${source.rights === "OPEN" ? "everybody may read it" : "strangers see cited passages alone"} (--rights)`,
  );
  console.log(`Brought  by ${by.name} (${by.handle})`);
  console.log(`\n${setAside.length} lines set aside${setAside.length ? ":" : ""}`);
  for (const { line, reason, text } of setAside) {
    console.log(`  line ${line}, ${reason.replaceAll("-", " ")}: ${shortened(text)}`);
  }
  for (const warning of warnings) console.log(`\n${messages.forms.bring.warnings[warning]}`);
  console.log(`\n${paragraphs.length} paragraphs kept, ${words.length} words`);
  console.log(`  from  ${words.slice(0, WORDS_SHOWN).join(" ")} …`);
  console.log(`  to    … ${words.slice(-WORDS_SHOWN).join(" ")}\n`);
}

async function confirm(): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new Stop(`${NOTHING} There is no terminal to ask at: look at what is proposed above, and say --yes.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Store this? [y/N] ").finally(() => terminal.close());
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new Stop(NOTHING);
}

async function bringer(handle: string | undefined): Promise<Person> {
  if (handle !== undefined) {
    const person = await findPerson(handle);
    if (!person) throw new Stop(`Nobody here has the handle ${handle}. ${NOTHING}`);
    return person;
  }
  const admin = await db().user.findFirst({
    where: { role: "ADMIN", erasedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, handle: true, name: true, role: true },
  });
  if (!admin) throw new Stop(`There is no admin yet. ${NOTHING} Say who brings the text, with --by HANDLE.`);
  return admin;
}

async function refuseUnknownThreads(viewer: Person, slugs: string[]): Promise<void> {
  for (const slug of slugs) {
    await getThread(viewer, slug).catch((error: unknown) => {
      throw error instanceof Missing ? new Stop(`There is no thread ${slug}. ${NOTHING}`) : error;
    });
  }
}

export async function importFile(args: string[]): Promise<void> {
  const { positionals, values } = parse(args);
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new Stop("Name one file: npm run import -- FILE. See --help.");
  const article = await readFile(file);
  const source = sourceOf(article, values);
  const by = await bringer(values.by);
  await refuseUnknownThreads(by, values.thread);
  propose(source, article, by);
  if (!values.yes) await confirm();
  const { slug, version, sha256 } = await bringSource(by, source, { fileName: basename(file) });
  console.log(`Stored as ${slug}, version ${version}`);
  console.log(`SHA-256 ${sha256}`);
  console.log(`Read it: ${env().APP_URL}${paths.source(slug)}`);
  for (const thread of values.thread)
    console.log(`Argue from it: ${env().APP_URL}${paths.argue(thread, { source: slug })}`);
  console.log(
    `1 source with ${article.paragraphs.length} paragraphs stored, ${source.setAside?.length} lines set aside`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(HELP, () => foreseen(() => importFile(process.argv.slice(2))).finally(disconnect));
