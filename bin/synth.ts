import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { disconnect, pool } from "#lib/db";
import { env } from "#lib/env";
import { paths } from "#lib/paths";
import { command, Stop, step } from "./first-run/steps.mjs";
import { foreseen } from "./foreseen.ts";
import { Chance } from "./synthetic/chance.ts";
import { planDebate } from "./synthetic/debate.ts";
import { bringReport, plantDebate, seatPeople } from "./synthetic/plant.ts";
import { report } from "./synthetic/prose.ts";

const HELP = `
npm run synth -- --arguments N [--depth D] [--seed S] [--database NAME]

Plants a synthetic debate of N arguments: texts, people and a thread of their own, as deep as D levels (default 15) and drawn by
chance from S (default 1); the same numbers give the same debate. It shows how the forum does at full size, and cannot be taken back.

  --database NAME  needed where DATABASE_URL names a database: its name, so that none is filled by mistake`;

/** More would outlast what a person waits for, and no debate has had as many. */
const ARGUMENTS_MAX = 100_000;
/** The deepest chain; the tree's own limit is far beyond. */
const DEPTH_MAX = 200;
const DAY_MS = 24 * 3_600_000;
/** A debate of some weeks, all of it past. */
const DAYS = 40;
const TEXTS = 3;
/** Each has about as many sentences as two long newspaper articles. */
const PARAGRAPHS = 60;
const PEOPLE = 60;

interface Options {
  arguments: number;
  depth: number;
  seed: number;
}

async function synthesise({ arguments: count, depth, seed }: Options, now = new Date()): Promise<string> {
  const chance = new Chance(seed);
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const { people, moderator } = await step("Seating people", () => seatPeople(PEOPLE, ago(DAYS + 3)));
  const passages = await step("Bringing texts in", async () => {
    const brought = [];
    for (let i = 1; i <= TEXTS; i++) {
      const title = `Night buses, report ${i} of draw ${seed}, for ${count} arguments`;
      const text = `${title}.\n\n${report(chance, PARAGRAPHS)}`;
      brought.push(...(await bringReport(moderator, title, text, ago(DAYS + 2))));
    }
    return brought;
  });
  const plan = planDebate(chance, { arguments: count, depth, people: people.length, passages: passages.length });
  const setting = { people, moderator, passages, from: ago(DAYS), until: ago(1) };
  const question = `Should the port town keep its night buses? (draw ${seed}, ${count} arguments)`;
  const { slug, links, withdrawn, removed } = await step("Posting", () =>
    plantDebate(question, plan, setting, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r  … Posting ${done} of ${count}`);
    }),
  );
  console.log(`Read it: ${env().APP_URL}${paths.thread(slug)}`);
  console.log(
    `${count} arguments posted, ${links} of them in two places, ${withdrawn} withdrawn, ${removed} removed; thread ${slug}`,
  );
  return slug;
}

function wholeNumber(name: string, given: string, most: number): number {
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  throw new Stop(`--${name} is "${given}"; it must be a whole number from 1 to ${most}. Nothing was written.`);
}

/** The command for commands says by this which database was made for this clone. */
async function refuseForeign(named: string | undefined): Promise<void> {
  if (process.env.EMBEDDED_DATABASE === "1") return;
  const { rows } = await pool().query<{ name: string }>("SELECT current_database() AS name");
  const name = rows[0]?.name;
  if (named !== name) {
    throw new Stop(
      `DATABASE_URL names the database ${name}. Nothing was written: if it is to hold a synthetic debate, say --database ${name}.`,
    );
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      arguments: { type: "string" },
      depth: { type: "string", default: "15" },
      seed: { type: "string", default: "1" },
      database: { type: "string" },
    },
  });
  if (values.arguments === undefined) throw new Stop("Say how many: npm run synth -- --arguments 10000. See --help.");
  const options = {
    arguments: wholeNumber("arguments", values.arguments, ARGUMENTS_MAX),
    depth: wholeNumber("depth", values.depth, DEPTH_MAX),
    seed: wholeNumber("seed", values.seed, 999_999_999),
  };
  await refuseForeign(values.database);
  await synthesise(options);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(HELP, () => foreseen(run).finally(disconnect));
