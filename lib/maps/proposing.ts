/** What an import would do, before anybody says yes to it. Nothing is stored here. */
import { createHash } from "node:crypto";
import { readStanding } from "#lib/arguments/standing";
import { db } from "#lib/db";
import { type Decided, decide, type Plan, type WaitReason } from "#lib/maps/importing";
import { listCitedSources, readHere } from "#lib/maps/importing-queries";
import { entersAtOnce, mayImport } from "#lib/maps/policy";
import { readMapFile } from "#lib/maps/reading/read-file";
import type { Losses, ReadableFormat, ReadMap } from "#lib/maps/reading/read-map";
import { getThreadFacts } from "#lib/maps/thread-facts";
import type { Place } from "#lib/sources/citing";
import { fileNameOf } from "#lib/sources/extraction/file-name";
import { type Matched, matchQuotations } from "#lib/sources/matching";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

export interface MapFile {
  name: string;
  bytes: Uint8Array;
}

/** A file that was read, and where its quotations stand. */
export interface Looked {
  map: ReadMap;
  /** For each claim and each of its quotations. */
  cited: (Matched | null)[][];
  fileName: string | null;
  fileSha256: string;
}

/** @throws Missing; Refused where this person may bring nothing here, and whatever is wrong with the file */
export async function lookAt(viewer: Person, slug: string, file: MapFile): Promise<Looked> {
  const thread = await getThreadFacts(viewer, slug);
  must(mayImport(viewer, thread));
  return readIn(viewer, file, thread, () => listCitedSources(db(), thread.id));
}

/** Reads a file, and looks where its quotations stand: those that name no text, in the texts of `near`. */
export async function readIn(
  viewer: Person,
  { name, bytes }: MapFile,
  place: Place,
  near: () => Promise<string[]>,
): Promise<Looked> {
  const map = await readMapFile(bytes, viewer.id);
  const quotations = map.claims.flatMap((claim) => claim.quotations);
  const matched = await matchQuotations(viewer, quotations, await near(), place);
  let at = 0;
  const cited = map.claims.map(({ quotations: own }) => {
    at += own.length;
    return matched.slice(at - own.length, at);
  });
  const fileSha256 = createHash("sha256").update(bytes).digest("hex");
  return { map, cited, fileName: fileNameOf(name), fileSha256 };
}

/** A claim of the file, as it is shown before the import. */
export interface ProposedClaim {
  originalId: string;
  claim: string;
  stance: "PRO" | "CON" | null;
  /** 1 for what answers the question. */
  depth: number;
  comes: "posted" | "waiting" | "known";
  /** Why it waits. */
  why: WaitReason | null;
  /** The texts that its passages were found in. */
  sources: { slug: string; title: string }[];
}

export interface ProposedImport {
  format: ReadableFormat;
  fileName: string | null;
  question: string | null;
  thesis: string | null;
  posted: number;
  waiting: number;
  known: number;
  /** How many wait for which reason. */
  reasons: Partial<Record<WaitReason, number>>;
  losses: Losses & Partial<Record<"unverified" | "places-waiting" | "targets", number>>;
  claims: ProposedClaim[];
  /** Where a thread would be opened: the one that this person opened from the same file already. */
  opened?: { slug: string; question: string } | null;
}

/** @throws Missing; Refused, as the import itself would */
export async function proposeImport(viewer: Person, slug: string, file: MapFile): Promise<ProposedImport> {
  const looked = await lookAt(viewer, slug, file);
  const thread = await getThreadFacts(viewer, slug);
  const here = await readHere(db(), thread.id, looked.fileSha256);
  const atOnce = entersAtOnce(viewer, thread, await readStanding(db(), viewer.id, thread.id, new Date()));
  return proposalOf(looked, decide({ map: looked.map, cited: looked.cited, here, atOnce, newId }));
}

/** A plan, as it is shown before anything is done. */
export function proposalOf({ map, fileName }: Looked, plan: Plan): ProposedImport {
  const depths = new Map<string, number>();
  const claims = plan.decided.map((decided) => {
    const [home] = decided.claim.places;
    const depth = 1 + (home?.parent ? (depths.get(home.parent) ?? 0) : 0);
    depths.set(decided.claim.id, depth);
    return proposed(decided, depth);
  });
  const count = (comes: ProposedClaim["comes"]) => claims.filter((one) => one.comes === comes).length;
  const reasons: ProposedImport["reasons"] = {};
  for (const { why } of claims) if (why) reasons[why] = (reasons[why] ?? 0) + 1;
  const further = { unverified: plan.unverified, "places-waiting": plan.places, targets: plan.targets };
  const lost = Object.fromEntries(Object.entries(further).filter(([, times]) => times > 0));
  return {
    ...{ format: map.format, fileName, question: map.question, thesis: map.thesis },
    ...{ posted: count("posted"), waiting: count("waiting"), known: count("known"), reasons },
    losses: { ...map.losses, ...lost },
    claims,
  };
}

function proposed({ claim: { id, claim, places }, fate }: Decided, depth: number): ProposedClaim {
  const comes = fate.kind === "enters" ? "posted" : fate.kind === "waits" ? "waiting" : "known";
  const cited = fate.kind === "enters" ? fate.entering.cited : [];
  const sources = new Map(cited.map(({ slug, title }) => [slug, { slug, title }]));
  return {
    ...{ originalId: id, claim, stance: places[0]?.stance ?? null, depth, comes },
    why: fate.kind === "waits" ? fate.why : null,
    sources: [...sources.values()],
  };
}
