/** What no file may tell, looked for in every format: in its bytes, inside its archives, and in the text of its pages. */
import { describe, expect, test } from "vitest";
import { file } from "#lib/api/answer";
import type { ThreadView } from "#lib/arguments/view";
import { FORMATS, type Format, type FormatName, fileName } from "#lib/maps/formats";
import { select } from "#lib/maps/selection";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { slugOf } from "#lib/text/slug";
import { opened } from "../../support/opened";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const names = Object.keys(FORMATS) as FormatName[];

/** Of these no file names a person: citations and links alone, works, drawings. */
const NAMELESS: FormatName[] = [
  "kialo",
  "hypothesis",
  "docx",
  "dot",
  "mermaid",
  "svg",
  "png",
  "aif",
  "xaif",
  "bibtex",
  "ris",
  "csl",
];

const readable = async (name: FormatName, snapshot: Snapshot): Promise<string> =>
  opened(Buffer.from(await (FORMATS[name] as Format).write(snapshot)));

const WRITER = { handle: "canaryhandle", name: "Canary Nameworthy", email: "canary@mail.example" };
const OTHER = { handle: "heronhandle", name: "Heron Nameworthy", email: "heron@mail.example" };
/** To the millisecond: who knows when somebody wrote knows who wrote. */
const MOMENT = "2026-11-20T10:17:42.123Z";

/** A thread whose people and moments can be told again, and words that are nobody's to see any more. */
function watched(): ThreadView {
  const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
  view.arguments.forEach((argument, i) => {
    argument.author = i % 2 ? WRITER : OTHER;
    argument.postedAt = MOMENT;
    for (const mark of argument.marks) Object.assign(mark, { by: WRITER, at: MOMENT });
    if (argument.tombstone) argument.tombstone.at = MOMENT;
    if (argument.state !== "VISIBLE") {
      argument.claim = "Canaryclaim nobody may read.";
      for (const citation of argument.citations)
        for (const span of citation.spans) span.quote = "canaryquote nobody may read";
    }
  });
  for (const link of view.links) link.startedAt = MOMENT;
  return view;
}

const whole = snapshotOf(watched(), seedSources, taking);
const nameless = select(whole, { pseudonyms: true }) as Snapshot;

describe("no file", { timeout: 60_000 }, () => {
  test.each(names)("%s under made-up names tells whose an argument is, or when it was written", async (name) => {
    const open = await readable(name, whole);
    if (!NAMELESS.includes(name)) expect(open).toMatch(/canaryhandle|Canary Nameworthy/);
    const text = await readable(name, nameless);
    for (const secret of ["canary", "Canary", "heron", "Heron", "Nameworthy", "mail.example", "10:17:42", "42.123"])
      expect(text).not.toContain(secret);
  });

  test.each(names)(
    "%s tells words that wait, were withdrawn or removed, an address of a person, or a path of ours",
    async (name) => {
      const text = await readable(name, whole);
      for (const secret of ["Canaryclaim", "canaryquote", "mail.example", process.cwd(), "node_modules"])
        expect(text).not.toContain(secret);
    },
  );

  test("knows a person in two copies by the same made-up name, but by chance", () => {
    const order = ({ arguments: all }: Snapshot) => all.map(({ author }) => author.handle).join();
    const orders = new Set(Array.from({ length: 30 }, () => order(select(whole, { pseudonyms: true }) as Snapshot)));
    expect(orders.size).toBe(2);
  });
});

describe("the name of a file", () => {
  test.each([
    'x"; filename=evil.html\r\nSet-Cookie: a=b',
    "x\r\n\r\n<script>",
    "\u202efdp.exe",
    "Ελλάδα, Россия, 夜行, ☂",
    "../../etc/passwd",
    `%0d%0aX: ${"y".repeat(300)}`,
    "a\u0000b",
    "CON.txt; nul",
  ])("made of the question %j is plain letters, and one header", (question) => {
    for (const name of names) {
      const response = file("x", { mediaType: FORMATS[name].mediaType, name: fileName(slugOf(question), name) });
      const said = response.headers.get("content-disposition") ?? "";
      expect(said).toMatch(/^attachment; filename="[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+){1,2}"$/);
      expect(said.length).toBeLessThan(120);
      expect([...response.headers.keys()].sort()).toEqual(["content-disposition", "content-type"]);
    }
  });
});
