/**
 * The seed's threads as views, for tests without a database. They leak on purpose: pending, withdrawn and removed
 * arguments still carry their words, and people an e-mail address. Places in the sources are made up.
 */

import { readFileSync } from "node:fs";
import type { ArgumentView, LinkView, PersonRef, Stance, Target, ThreadView } from "#lib/arguments/view";
import type { SourceOfSnapshot } from "#lib/maps/snapshot-of";
import type { CitationView, PassageView } from "#lib/sources/view";
import { codePointLength } from "#lib/text/code-points";
import { documentFromText } from "#lib/text/document";
import { countsOf } from "./counts.ts";

interface Cited {
  source: string;
  quote: string;
}
interface Aim {
  parent: string | null;
  stance: Stance;
  target: Target;
  targetCitation?: number;
}
interface Seeded extends Aim {
  key: string;
  author: string;
  claim: string;
  body?: string;
  citations: Cited[];
  state?: "pending" | "withdrawn" | "removed" | "marked";
  reason?: string;
  reasonCode?: string;
  mark?: string;
  markedBy?: string;
  markNote?: string;
  concession?: boolean;
  alsoIn?: Aim[];
}
interface SeedThread {
  slug: string;
  topic: string;
  question: string;
  thesis: string;
  background: string;
  raisedBy: Cited;
  arguments: Seeded[];
}

const debate = JSON.parse(readFileSync(new URL("../../../prisma/seed/debate.json", import.meta.url), "utf8"));
export const seedThreads: SeedThread[] = debate.threads;

export const seedSources: SourceOfSnapshot[] = ["convicts-under-deal", "inside-cecot", "never-quoted"].map((slug) => ({
  slug,
  title: `The article “${slug}”`,
  kind: "DIGEST",
  rights: "OPEN",
  outlet: null,
  byline: null,
  publishedOn: null,
  address: null,
  versions: [
    { number: 1, sha256: "1".repeat(64) },
    { number: 2, sha256: "2".repeat(64) },
  ],
}));

const STATES = { pending: "PENDING", withdrawn: "WITHDRAWN", removed: "REMOVED", marked: "VISIBLE" } as const;
const DAY = "2026-11-20T10:00:00.000Z";

const person = (handle: string): PersonRef =>
  Object.assign({ handle, name: handle.toUpperCase() }, { email: `${handle}@canary.example` });

const passage = ({ source, quote }: Cited): PassageView => {
  const place = { start: 40, end: 40 + codePointLength(quote), prefix: "before ", suffix: " after", paragraph: 2 };
  const ref = { slug: source, title: `The article “${source}”`, kind: "DIGEST" as const };
  return { source: ref, version: 1, spans: [{ ...place, quote, gapWords: 0 }], before: "", after: "" };
};

const citationId = (key: string, i: number) => `cit-${key}-${i}`;
const citation =
  (key: string) =>
  (cited: Cited, i: number): CitationView => ({ id: citationId(key, i), ...passage(cited), state: "VERBATIM" });

function argument(seeded: Seeded, index: number): ArgumentView {
  const { key, author, claim, body, citations, state, reason, reasonCode, mark, markedBy, markNote } = seeded;
  const gone = state === "withdrawn" || state === "removed";
  return {
    id: key,
    number: index + 1,
    state: state ? STATES[state] : "VISIBLE",
    author: person(author),
    postedAt: DAY,
    claim,
    body: body === undefined ? null : documentFromText(body),
    citations: citations.map(citation(key)),
    revision: 1,
    revisedAfterAnswers: false,
    marks: mark && markedBy ? [{ kind: mark, note: markNote ?? null, by: person(markedBy), at: DAY }] : [],
    tombstone: gone
      ? { at: DAY, reason: reason ?? null, code: reasonCode ?? null, policy: reasonCode ? 1 : null }
      : null,
  };
}

export function seedView({ arguments: seeded, raisedBy, ...thread }: SeedThread): ThreadView {
  const links = seeded.flatMap(({ key, concession = false, alsoIn = [], ...first }) =>
    [first, ...alsoIn].map(
      ({ parent, stance, target, targetCitation }, i): LinkView => ({
        id: `link-${key}-${i}`,
        child: key,
        parent,
        stance,
        target,
        targetCitation: parent !== null && targetCitation !== undefined ? citationId(parent, targetCitation) : null,
        targetLink: target === "RELEVANCE" ? `link-${parent}-0` : null,
        concession,
        startedAt: `2026-11-2${i}T10:00:00.000Z`,
      }),
    ),
  );
  return {
    id: `thread-${thread.slug}`,
    ...thread,
    raisedBy: passage(raisedBy),
    openedAt: DAY,
    locked: false,
    letsIn: { mode: "OPEN", slowSeconds: 600, firstPosts: 2, next: null },
    dropped: { afterHours: 24, laterArguments: 3 },
    counts: countsOf(seeded.map(argument)),
    arguments: seeded.map(argument),
    links,
  };
}

export const taking = { appUrl: "https://forum.example", exportedAt: "2026-11-22T12:00:00.000Z" };
