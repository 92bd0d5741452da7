/**
 * What each export takes: time of the processor, memory and bytes, of a thread of the seed, of 1,000 and of 10,000
 * arguments; who else reads the file; and how that compares with @argdown/core on the same map in the same run.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { toArgdown } from "#lib/maps/argdown";
import { FORMATS, type FormatName, isLight } from "#lib/maps/formats";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import messages from "#messages/en" with { type: "json" };
import { seedSources, seedThreads, seedView, taking } from "../../unit/maps/seed-views.ts";
import { median } from "../large/timing.ts";
import type { Measured } from "../pages/pages.ts";
import { READERS } from "./readers.ts";
import { syntheticSnapshot } from "./synthetic.ts";

const SMALL = 1_000;
const LARGE = 10_000;
/** Of text, cold, as a person finds it. */
const TEXT_MS = 1_000;
const TEXT_BYTES = 300 * 2 ** 20;
/** Ten times the arguments, and a fifth for what does not fit a cache; of what a person waits for. */
const GROWTH = 12;
/** Of the formats that others' libraries write, in a thread apart: half of what it may take. */
const SLOW_MS = 60_000;
/** Of their time, for the same map. */
const AGAINST = { json: 0.15, dot: 0.12, html: 0.05, svg: 0.05 };
/** As the thread that makes files has it (`lib/maps/making.ts`), but for the old generation, where text needs less. */
const YOUNG = "--max-semi-space-size=32";
const TEXT_HEAP = "--max-old-space-size=256";
const CHILD_MS = 300_000;
/** A person finds a program that has written nothing yet; so often, and the median is taken. */
const COLD = 3;
const WARM_ROUNDS = 6;

type Figures = { bytes: number; memory: number; first: number; warm: number };
type Result = Figures | { refused: string };

const here = (file: string) => join(import.meta.dirname, file);

function child<T>(file: string, flags: string[], args: string[]): T {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    encoding: "utf8",
    timeout: CHILD_MS,
    maxBuffer: 2 ** 24,
    stdio: ["ignore", "pipe", "pipe"],
  };
  const said = execFileSync(process.execPath, [...flags, here(file), ...args], options);
  return JSON.parse(said.trim().split("\n").at(-1) ?? "") as T;
}

export async function bench(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "exports-"));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string): Promise<Measured[]> {
  const [thread] = seedThreads;
  if (!thread) throw new Error("the seed is empty");
  const snapshots: Record<string, Snapshot> = {
    seed: snapshotOf(seedView(thread), seedSources, taking),
    [SMALL]: syntheticSnapshot(SMALL),
    [LARGE]: syntheticSnapshot(LARGE),
  };
  for (const [size, snapshot] of Object.entries(snapshots)) writeFileSync(join(folder, size), serialize(snapshot));
  for (const size of [SMALL, LARGE]) writeFileSync(join(folder, `${size}.argdown`), toArgdown(syntheticSnapshot(size)));
  const results = new Map<string, Result>();
  const refused: string[] = [];
  console.log("  format | of | bytes | seconds | peak MB | accepted by | loses");
  for (const name of Object.keys(FORMATS) as FormatName[])
    for (const size of Object.keys(snapshots)) {
      const out = join(folder, "out");
      const flags = isLight(name) ? [YOUNG, TEXT_HEAP] : [YOUNG];
      const written = (rounds: number) =>
        child<Result>("write-one.ts", flags, [name, join(folder, size), out, `${rounds}`, `${copiesOf(size)}`]);
      const result = written(WARM_ROUNDS);
      if (isLight(name) && !("refused" in result)) {
        const colds = Array.from({ length: COLD - 1 }, () => written(0) as Figures);
        result.first = median([result, ...colds].map(({ first }) => first));
      }
      results.set(`${name} ${size}`, result);
      if ("refused" in result) {
        console.log(`  ${name} | ${size} | refused: ${result.refused}`);
        continue;
      }
      const accepted = await acceptance(name, out);
      if (accepted.startsWith("REFUSED")) refused.push(`${name} ${size}`);
      const { bytes, first, memory } = result;
      const { loses } = messages.pages.exports.of[name];
      console.log(
        `  ${name} | ${size} | ${bytes} | ${(first / 1000).toFixed(2)} | ${(memory / 1e6).toFixed(0)} | ${accepted} | ${loses}`,
      );
    }
  return [...ours(results), readers(refused), ...against(folder, results)];
}

/** Ten small threads, one after another, are as many arguments as a large one, and come from the same depth of memory. */
const copiesOf = (size: string): number => (size === `${SMALL}` ? LARGE / SMALL : 1);

async function acceptance(name: FormatName, file: string): Promise<string> {
  const reader = READERS[name];
  try {
    await reader.accept(readFileSync(file));
    return reader.name;
  } catch (error) {
    return `REFUSED by ${reader.name}: ${error instanceof Error ? error.message : error}`;
  }
}

const figuresOf = (results: Map<string, Result>, name: FormatName, size: number): Figures | null => {
  const result = results.get(`${name} ${size}`);
  return result && !("refused" in result) ? result : null;
};

function most(of: [FormatName, number][]): [FormatName, number] {
  return of.reduce((a, b) => (b[1] > a[1] ? b : a));
}

function ours(results: Map<string, Result>): Measured[] {
  const names = Object.keys(FORMATS) as FormatName[];
  const at = (light: boolean, value: (figures: Figures, name: FormatName) => number) =>
    most(
      names
        .filter((name) => isLight(name) === light)
        .flatMap((name): [FormatName, number][] => {
          const figures = figuresOf(results, name, LARGE);
          return figures ? [[name, value(figures, name)]] : [];
        }),
    );
  const [slowest, ms] = at(true, ({ first }) => first);
  const [largest, memory] = at(true, ({ memory }) => memory);
  const growthOf = (name: FormatName, of: "first" | "warm") => {
    const [small, large] = [figuresOf(results, name, SMALL), figuresOf(results, name, LARGE)];
    return small && large ? large[of] / Math.max(small[of], 1) : 0;
  };
  const [steepest, growth] = at(true, (_, name) => growthOf(name, "first"));
  const [steepestWarm, warm] = at(true, (_, name) => growthOf(name, "warm"));
  const slopes = names
    .filter(isLight)
    .map((name) => `${name} ${growthOf(name, "first").toFixed(1)}, warm ${growthOf(name, "warm").toFixed(1)}`);
  console.log(`  growth: ${slopes.join("; ")}`);
  const [longest, slow] = at(false, ({ first }) => first);
  const [hungriest, peak] = at(false, ({ memory }) => memory);
  return [
    {
      name: `writing ${LARGE} arguments as text`,
      figures: `${(ms / 1000).toFixed(2)} s of the processor at most (${slowest})`,
      promised: `at most ${TEXT_MS / 1000} s`,
      passed: ms <= TEXT_MS,
    },
    {
      name: "its memory, with the thread itself",
      figures: `${(memory / 2 ** 20).toFixed(0)} MB at most (${largest})`,
      promised: `at most ${TEXT_BYTES / 2 ** 20} MB`,
      passed: memory <= TEXT_BYTES,
    },
    {
      name: `growth from ${SMALL} to ${LARGE}`,
      figures: `${growth.toFixed(1)}-fold at most (${steepest})`,
      promised: `at most ${GROWTH}-fold`,
      passed: growth <= GROWTH,
    },
    {
      name: "the same in a program that wrote ten such threads before",
      figures: `${warm.toFixed(1)}-fold at most (${steepestWarm})`,
      promised: "no figure",
      passed: true,
    },
    {
      name: `writing ${LARGE} arguments by others' libraries, in a thread apart`,
      figures: `${(slow / 1000).toFixed(1)} s at most (${longest}), ${(peak / 2 ** 20).toFixed(0)} MB at most (${hungriest})`,
      promised: `at most ${SLOW_MS / 1000} s`,
      passed: slow <= SLOW_MS,
    },
  ];
}

const readers = (refused: string[]): Measured => ({
  name: "other people's readers",
  figures: refused.length === 0 ? "accepted every file" : `refused ${refused.join(", ")}`,
  promised: "every file is accepted",
  passed: refused.length === 0,
});

/** Their HTML and SVG take half a minute each. */
function against(folder: string, results: Map<string, Result>): Measured[] {
  const model = "parse-input,build-model";
  const rows: [kind: keyof typeof AGAINST, name: FormatName, steps: string, said: string][] = [
    ["json", "json", `${model},export-json`, "our JSON"],
    ["dot", "dot", `${model},build-map,export-dot`, "our DOT"],
    ["html", "markdown", `${model},export-html`, "our Markdown, the outline that we write as a file,"],
    ["svg", "svg", `${model},build-map,export-dot,export-svg`, "our SVG"],
  ];
  return rows.map(([kind, name, steps, said]) => {
    const ms = figuresOf(results, name, LARGE)?.first ?? Number.POSITIVE_INFINITY;
    const { ms: theirs } = child<{ ms: number }>("argdown-one.ts", [], [steps, join(folder, `${LARGE}.argdown`)]);
    return {
      name: `${said} against the ${kind.toUpperCase()} of @argdown/core, ${LARGE} arguments`,
      figures: `${(ms / 1000).toFixed(2)} s against ${(theirs / 1000).toFixed(2)} s, ${(ms / theirs).toFixed(3)} of it`,
      promised: `at most ${AGAINST[kind]} of it`,
      passed: ms <= AGAINST[kind] * theirs,
    };
  });
}
