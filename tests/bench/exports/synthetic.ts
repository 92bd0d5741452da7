/** A snapshot of any size, made in memory from the plan of a synthetic debate; the same numbers give the same bytes. */
import { createHash } from "node:crypto";
import { hashOf, type Snapshot, type SnapshotArgument, type SnapshotLink } from "#lib/maps/snapshot";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { documentFromText } from "#lib/text/document";
import { Chance } from "../../../bin/synthetic/chance.ts";
import { type Planned, planDebate } from "../../../bin/synthetic/debate.ts";
import { report } from "../../../bin/synthetic/prose.ts";

const APP = "https://forum.example";
const TEXTS = 3;
const PARAGRAPHS = 60;
const PEOPLE = 60;
const DEPTH = 15;
const CONTEXT = 32;
const START_MS = Date.parse("2026-10-13T08:00:00Z");
const DAYS_MS = 39 * 24 * 3_600_000;

type Passage = SnapshotArgument["citations"][number];

const id = (kind: string, number: number) => `${kind}${`${number}`.padStart(15, "0")}`;

/** Every sentence of a text as a passage. */
function passagesOf(text: string, source: Passage["source"]): Omit<Passage, "id" | "state">[] {
  const passages: Omit<Passage, "id" | "state">[] = [];
  let start = 0;
  text.split("\n\n").forEach((paragraph, i) => {
    for (const quote of paragraph.match(/[^.]+\./g) ?? []) {
      const words = quote.trim();
      const from = start + (quote.length - quote.trimStart().length);
      const to = from + codePointLength(words);
      const prefix = sliceCodePoints(text, Math.max(0, from - CONTEXT), from);
      const span = { start: from, end: to, quote: words, prefix, suffix: sliceCodePoints(text, to, to + CONTEXT) };
      passages.push({ source, version: 1, spans: [{ ...span, paragraph: i + 1, gapWords: 0 }], before: "", after: "" });
      start += quote.length;
    }
    start += 2;
  });
  return passages;
}

export function syntheticSnapshot(count: number): Snapshot {
  const chance = new Chance(1);
  const texts = Array.from({ length: TEXTS }, (_, i) => {
    const title = `Night buses, report ${i + 1}`;
    const text = report(chance, PARAGRAPHS);
    return { ref: { slug: `night-buses-report-${i + 1}`, title, kind: "ARTICLE" as const }, text };
  });
  const passages = texts.flatMap(({ ref, text }) => passagesOf(text, ref));
  const plan = planDebate(chance, { arguments: count, depth: DEPTH, people: PEOPLE, passages: passages.length });
  const at = (place: number) => new Date(START_MS + Math.floor((place * DAYS_MS) / plan.length)).toISOString();
  const [raisedBy] = passages as [(typeof passages)[0]];
  const snapshot: Snapshot = {
    format: "grounds-thread",
    version: 1,
    exportedAt: "2026-11-22T12:00:00.000Z",
    hash: "",
    thread: {
      url: `${APP}/t/night-buses`,
      slug: "night-buses",
      question: "Should the port town keep its night buses?",
      thesis: "The port town should keep its night buses.",
      topic: "Transport",
      background: null,
      raisedBy,
      openedAt: new Date(START_MS).toISOString(),
      locked: false,
      dropped: { afterHours: 24, laterArguments: 3 },
    },
    arguments: plan.map((planned, place) => argument(planned, place, at(place), passages)),
    links: plan.flatMap((planned, place) => links(planned, place, at(place), plan)),
    sources: texts.map(({ ref, text }) => ({
      ...ref,
      url: `${APP}/s/${ref.slug}`,
      rights: "OPEN",
      outlet: "Synthetic Reports",
      byline: "Nobody",
      publishedOn: "2026-10-01",
      address: `https://reports.example/${ref.slug}`,
      versions: [{ number: 1, sha256: createHash("sha256").update(text).digest("hex") }],
    })),
  };
  return { ...snapshot, hash: hashOf(snapshot) };
}

type Passages = Omit<Passage, "id" | "state">[];

function argument(planned: Planned, place: number, postedAt: string, stock: Passages): SnapshotArgument {
  const number = planned.author + 1;
  const who = { author: { handle: `synthetic_${number}`, name: `Synthetic ${number}` }, postedAt };
  const its = { id: id("a", place), number: place + 1, url: `${APP}/a/${id("a", place)}`, ...who };
  const revision = { revision: 1, revisedAfterAnswers: false };
  if (planned.fate) {
    const tombstone = { at: postedAt, reason: null, code: null, policy: null };
    return { ...its, ...revision, state: planned.fate, claim: null, body: null, citations: [], marks: [], tombstone };
  }
  const citations = planned.passages.map((at, i) => ({
    id: `${id("c", place)}${i}`,
    ...(stock[at] as Passages[0]),
    state: "VERBATIM" as const,
  }));
  const body = planned.body === null ? null : documentFromText(planned.body);
  return { ...its, ...revision, state: "VISIBLE", claim: planned.claim, body, citations, marks: [], tombstone: null };
}

function links(planned: Planned, place: number, startedAt: string, plan: Planned[]): SnapshotLink[] {
  const { parent, stance, target, also } = planned;
  const quotes = parent !== null && !plan[parent]?.fate;
  const first: SnapshotLink = {
    id: id("l", place),
    child: id("a", place),
    parent: parent === null ? null : id("a", parent),
    stance,
    target,
    targetCitation: target === "EVIDENCE" && quotes ? `${id("c", parent)}0` : null,
    targetLink: target === "RELEVANCE" && parent !== null ? id("l", parent) : null,
    concession: false,
    startedAt,
  };
  const aim = { target: "CLAIM", targetCitation: null, targetLink: null } as const;
  return also
    ? [first, { ...first, ...aim, id: id("m", place), parent: id("a", also.parent), stance: also.stance }]
    : [first];
}
