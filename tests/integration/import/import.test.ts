import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db, disconnect } from "#lib/db";
import { exportThread } from "../../../bin/export.ts";
import { root } from "../../../bin/first-run/folders.mjs";
import { Stop } from "../../../bin/first-run/steps.mjs";
import { foreseen } from "../../../bin/foreseen.ts";
import { importFile } from "../../../bin/import.ts";
import { FILES, ARTICLE as KINDS } from "../../support/article.ts";
import { anArgument, aSource, aThread, person, rowCounts } from "../../support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "grounds-import-"));

const ARTICLE = `Harbour stays shut, council says

By Ines Duarte for The Tide

Published on November 3, 2026

Sign up for our newsletter and get the news in your inbox.

The council decided on Tuesday that the harbour stays shut until spring, and gave the state of the walls as its reason.

Image: the harbour at dusk

The pilots’ union called the decision hasty, and announced that it would ask a court to look at the minutes of the meeting.
`;

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** As a process of its own, as it is started. */
const start = (command: string, ...args: string[]) =>
  new Promise<Ran>((resolve) => {
    const asked = [`bin/${command}.ts`, ...args];
    const child = execFile(process.execPath, asked, { cwd: root, env: process.env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    child.stdin?.end();
  });

/** The same work within this process; what it says on either output is listened to. */
async function run(work: (args: string[]) => Promise<void>, ...args: string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const out = (text: unknown) => {
    said.out += text;
    return true;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line: string) => void out(`${line}\n`)),
    vi.spyOn(process.stdout, "write").mockImplementation(out),
    vi.spyOn(console, "error").mockImplementation((line: string) => {
      said.err += `${line}\n`;
    }),
  ];
  try {
    await foreseen(() => work(args));
    return { code: 0, ...said };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { code: 1, ...said, err: error.message };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const lastLine = ({ out }: Ran) => out.trimEnd().split("\n").at(-1);

async function refused(sentence: string, ...args: string[]) {
  const before = await rowCounts();
  const ran = await run(importFile, ...args);
  expect([ran.code, ran.err.trim().split("\n").length]).toEqual([1, 1]);
  expect(ran.err).toContain(sentence);
  expect(await rowCounts()).toEqual(before);
  return ran;
}

beforeAll(async () => {
  await person("mateo");
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await disconnect();
});

describe("npm run import", () => {
  test("proposes, and without a terminal and without --yes stores nothing", async () => {
    const { out } = await refused("There is no terminal to ask at", file("shut.txt", ARTICLE));
    expect(out).toContain("Title    Harbour stays shut, council says");
    expect(out).toContain("line 7, sign up prompt: Sign up for our newsletter");
    expect(out).toContain("2 paragraphs kept");
    expect(out).toMatch(/from {2}The council decided on Tuesday .*\n {2}to {4}.*minutes of the meeting\./);
  });

  test("stores with --yes, by the first admin, what was kept and what was set aside, and ends with the figure", async () => {
    const slug = await aThread(await person("mateo"), await aSource(await person("mateo")));
    const ran = await run(importFile, join(folder, "shut.txt"), "--yes", "--thread", slug, "--rights", "excerpts");
    expect(ran.err).toBe("");
    expect(lastLine(ran)).toMatch(/^1 source with 2 paragraphs stored, \d lines set aside$/);
    expect(ran.out).toContain(`/t/${slug}/argue`);
    const stored = await db().source.findUniqueOrThrow({
      where: { slug: "harbour-stays-shut-council-says" },
      include: { versions: true, broughtBy: true },
    });
    expect(stored).toMatchObject({ byline: "Ines Duarte", outlet: "The Tide", rights: "EXCERPTS", provenance: "FILE" });
    expect(stored).toMatchObject({ fileName: "shut.txt", broughtBy: { handle: "mateo" } });
    const [version] = stored.versions;
    expect(ran.out).toContain(`SHA-256 ${version?.sha256}`);
    expect(version?.text.split("\n\n")).toHaveLength(2);
    expect(version?.setAside).toContainEqual({ text: "Image: the harbour at dusk", reason: "image-credit" });
  });

  test.each(["article.md", "article.html", "article.pdf", "article.docx"])("reads %s", async (name) => {
    const { out } = await refused("There is no terminal to ask at", file(name, FILES[name] as Buffer));
    expect(out).toContain(`Title    ${KINDS.title}`);
    expect(out).toContain(`${KINDS.paragraphs.length} paragraphs kept`);
    expect(out.includes("text layer")).toBe(name.endsWith(".pdf"));
  });

  test("believes what it is told over what it found", async () => {
    const path = file("told.txt", ARTICLE.replace("Tuesday", "Wednesday"));
    const told = ["--title", "Shut", "--outlet", "The Ebb", "--byline", "I. D.", "--date", "2026-11-04"];
    await person("naledi");
    const ran = await run(importFile, path, "--yes", ...told, "--url", "https://tide.example/shut", "--by", "naledi");
    expect(ran.err).toBe("");
    const stored = await db().source.findUniqueOrThrow({ where: { slug: "shut" }, include: { broughtBy: true } });
    expect(stored).toMatchObject({ outlet: "The Ebb", byline: "I. D.", url: "https://tide.example/shut" });
    expect([stored.broughtBy.handle, stored.publishedOn?.toISOString().slice(0, 10)]).toEqual(["naledi", "2026-11-04"]);
  });

  test("the same text is not stored twice", async () => {
    await refused("This very text is here already", join(folder, "shut.txt"), "--yes");
  });

  test.each([
    ["There is no file", () => [join(folder, "none.txt")]],
    ["is a folder", () => [folder]],
    ["There are no words in it", () => [file("empty.txt", " \n\n ")]],
    ["This is no PDF", () => [file("binary.pdf", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))]],
    ["save it as UTF-8", () => [file("latin.txt", new Uint8Array([0x63, 0x61, 0x66, 0xe9]))]],
    ["There are no words in it", () => [file("page.html", "<!doctype html><title>x</title>")]],
    ["A file has 5 MB at most", () => [file("long.txt", "word ".repeat(1_100_000))]],
    ["This kind of file is not read here", () => [file("article.rtf", ARTICLE)]],
    ["No headline was found", () => [file("bare.txt", "Only one sentence, which ends in a full stop.")]],
    ["Nobody here has the handle", () => [file("one.txt", `${ARTICLE}\n\nOne more.`), "--by", "nobody_here"]],
    ["There is no thread", () => [file("two.txt", `${ARTICLE}\n\nTwo more.`), "--thread", "no-such-thread"]],
    ["Unknown option", () => [file("three.txt", ARTICLE), "--sure"]],
    ["Name one file", () => []],
  ])("refuses in one sentence: %s", async (sentence, args) => {
    await refused(sentence, ...args(), "--yes");
  });

  test("as a command it explains itself, and fails with its sentence alone", { timeout: 60_000 }, async () => {
    const [help, failed] = await Promise.all([start("import", "--help"), start("import", "none.txt")]);
    expect([help.code, help.out.split("\n")[0]]).toEqual([0, "npm run import -- FILE [options]"]);
    expect([failed.code, failed.out, failed.err]).toEqual([
      1,
      "",
      "\nThere is no file none.txt. Nothing was stored.\n",
    ]);
  });
});

describe("npm run export", () => {
  test("writes a thread in each format, with the figures beside it", async () => {
    const mateo = await person("mateo");
    const source = await aSource(mateo);
    const slug = await aThread(mateo, source);
    await anArgument(mateo, slug, source);
    const piped = await run(exportThread, slug);
    expect(JSON.parse(piped.out)).toMatchObject({ format: "grounds-thread", arguments: [{ number: 1 }] });
    expect(piped.err).toMatch(/^1 arguments, \d+ bytes, hash [0-9a-f]{64}\n$/);
    const out = join(folder, "thread.md");
    const written = await run(exportThread, slug, "--format", "markdown", "--out", out);
    expect(lastLine(written)).toContain(`${out}: 1 arguments`);
    expect(readFileSync(out, "utf8")).toContain("The mayor answered");
  });

  test("as a command it explains itself", { timeout: 60_000 }, async () => {
    expect((await start("export", "--help")).out).toContain("npm run export -- SLUG");
  });

  test("names what it does not know", async () => {
    expect((await run(exportThread, "no-such-thread")).err).toContain("There is no thread no-such-thread.");
    expect((await run(exportThread, "x", "--format", "papyrus")).err).toContain("Known are: json, argdown, xaif, ");
    expect((await run(exportThread)).code).toBe(1);
  });
});
