/**
 * What becomes of each claim of a file in a thread. Pure. It is here already, where the same file brought it or somebody
 * said the same in the same place; it enters, where it stands on a passage and what it answers is there or enters, too;
 * else it waits. Every claim comes after those that it answers, so that one look at each is enough.
 */
import type { PreparedLink } from "#lib/arguments/posting-many";
import type { Stance } from "#lib/arguments/view";
import type { ReadClaim, ReadMap, ReadPlace } from "#lib/maps/reading/read-map";
import type { Matched } from "#lib/sources/matching";

/** An argument of the thread as it is now. */
export interface HereArgument {
  id: string;
  revisionId: string;
  visible: boolean;
  /** What it ever said. */
  claims: string[];
  /** What it ever answered, the oldest first; `living` where it still does. */
  links: { id: string; parentId: string | null; stance: Stance; living: boolean }[];
  /** Of its current revision, in order. */
  citationIds: string[];
}

/** What the thread has of this file. */
export type Known = { argumentId: string } | { itemId: string; waits: boolean };

export interface Here {
  arguments: ReadonlyMap<string, HereArgument>;
  /** By original id. */
  known: ReadonlyMap<string, Known>;
}

export interface Entering {
  id: string;
  revisionId: string;
  cited: Matched[];
  /** One for each of `cited`. */
  citationIds: string[];
  links: PreparedLink[];
}

const WAITS = ["no-words", "not-found", "no-stance", "parent-waits", "parent-gone", "reviewed"] as const;
export type WaitReason = (typeof WAITS)[number];

export type Fate =
  | { kind: "here"; argumentId: string }
  | { kind: "in-tray"; itemId: string }
  | { kind: "put-away" }
  | { kind: "enters"; entering: Entering }
  | { kind: "waits"; itemId: string; why: WaitReason; parentItemId: string | null; parentId: string | null };

export interface Decided {
  claim: ReadClaim;
  fate: Fate;
}

export interface Plan {
  decided: Decided[];
  /** Quotations of claims that enter which stand in none of the texts here, and are left out. */
  unverified: number;
  /** Further places of claims, left out since what is there waits, or since the claim itself does. */
  places: number;
  /** Answers to relevance or evidence that answer the claim instead, since what they mean is not there. */
  targets: number;
}

interface Asked {
  map: Pick<ReadMap, "claims">;
  /** For each claim and each of its quotations, where it stands. */
  cited: readonly (readonly (Matched | null)[])[];
  here: Here;
  atOnce: boolean;
  newId: () => string;
}

const placeKey = (parentId: string | null, stance: Stance | null, claim: string) => `${parentId} ${stance} ${claim}`;

export function decide({ map, cited, here, atOnce, newId }: Asked): Plan {
  const said = new Map<string, string>();
  // Where a file does not say on which side a claim is, either is the same.
  for (const { id, claims, links } of here.arguments.values())
    for (const { parentId, stance } of links)
      for (const claim of claims)
        for (const key of [placeKey(parentId, stance, claim), placeKey(parentId, null, claim)])
          if (!said.has(key)) said.set(key, id);

  const fates = new Map<string, Fate>();
  const slots = new Map<string, Slots>();
  const plan: Plan = { decided: [], unverified: 0, places: 0, targets: 0 };
  const aimed = (place: ReadPlace) => aim(place, fates, slots, here);
  for (const [i, claim] of map.claims.entries()) {
    const fate = fateOf(claim, cited[i] ?? []);
    fates.set(claim.id, fate);
    plan.decided.push({ claim, fate });
  }
  return plan;

  function fateOf(claim: ReadClaim, quotations: readonly (Matched | null)[]): Fate {
    const known = here.known.get(claim.id);
    if (known && "argumentId" in known) return { kind: "here", argumentId: known.argumentId };
    if (known) return known.waits ? { kind: "in-tray", itemId: known.itemId } : { kind: "put-away" };
    const [home, ...further] = claim.places as [ReadPlace, ...ReadPlace[]];
    const above = home.parent === null ? null : fates.get(home.parent);
    if (above === null || above?.kind === "here") {
      const same = said.get(placeKey(above?.argumentId ?? null, home.stance, claim.claim));
      if (same) return { kind: "here", argumentId: same };
    }
    const stood = firstOfEach(quotations);
    const waits = (why: WaitReason): Fate => {
      plan.places += further.length;
      return { kind: "waits", itemId: newId(), why, ...placeInTray(above) };
    };
    if (above?.kind === "put-away") return { kind: "put-away" };
    if (above?.kind === "in-tray" || above?.kind === "waits") return waits("parent-waits");
    if (above?.kind === "here" && !here.arguments.get(above.argumentId)?.visible) return waits("parent-gone");
    if (stood.length === 0)
      return waits(claim.quotations.some(({ words }) => words.length > 0) ? "not-found" : "no-words");
    if (home.stance === null) return waits("no-stance");
    if (!atOnce) return waits("reviewed");
    plan.unverified += quotations.filter((one) => one === null).length;
    return { kind: "enters", entering: entering(claim, quotations, stood) };
  }

  function entering({ id, places }: ReadClaim, quotations: readonly (Matched | null)[], stood: Matched[]): Entering {
    const citationIds = stood.map(() => newId());
    const links: PreparedLink[] = [];
    const linkIds: (string | null)[] = [];
    for (const place of places) {
      const link = aimed(place);
      const again = link && links.some(({ parentId }) => parentId === link.parentId);
      if (!link || again) {
        plan.places += 1;
        linkIds.push(null);
        continue;
      }
      if (link.target !== place.target) plan.targets += 1;
      const own = { id: newId(), ...link };
      links.push(own);
      linkIds.push(own.id);
    }
    slots.set(id, {
      citations: quotations.map((one) =>
        one === null ? null : (citationIds[stood.findIndex((other) => keyOf(other) === keyOf(one))] ?? null),
      ),
      links: linkIds,
    });
    return { id: newId(), revisionId: newId(), cited: stood, citationIds, links };
  }
}

/** The ids that a new argument's quotations and places got; null for what was left out. */
interface Slots {
  citations: (string | null)[];
  links: (string | null)[];
}

const keyOf = ({ versionId, spans }: Matched) => `${versionId} ${spans.map(({ start, end }) => `${start}-${end}`)}`;

/** Those that were found, the same words once. */
function firstOfEach(quotations: readonly (Matched | null)[]): Matched[] {
  const found = quotations.filter((one) => one !== null);
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

function placeInTray(above: Fate | null | undefined): { parentItemId: string | null; parentId: string | null } {
  if (above?.kind === "in-tray" || above?.kind === "waits") return { parentItemId: above.itemId, parentId: null };
  if (above?.kind === "enters") return { parentItemId: null, parentId: above.entering.id };
  return { parentItemId: null, parentId: above?.kind === "here" ? above.argumentId : null };
}

/** The link of a place whose parent is there or enters; null where it is not, or where nobody says on which side it is. */
function aim(
  { parent, stance, target, at }: ReadPlace,
  fates: ReadonlyMap<string, Fate>,
  slots: ReadonlyMap<string, Slots>,
  here: Here,
): Omit<PreparedLink, "id"> | null {
  if (stance === null) return null;
  const none = { targetCitationId: null, targetLinkId: null };
  if (parent === null) return { parentId: null, parentRevisionId: null, stance, target: "CLAIM", ...none };
  const fate = fates.get(parent);
  const standing = fate?.kind === "here" ? here.arguments.get(fate.argumentId) : undefined;
  if (fate?.kind !== "enters" && !standing?.visible) return null;
  const offered =
    fate?.kind === "enters"
      ? (slots.get(parent) ?? { citations: [], links: [] })
      : {
          citations: standing?.citationIds ?? [],
          links: (standing?.links ?? []).map(({ id, living }) => (living ? id : null)),
        };
  const ends =
    fate?.kind === "enters"
      ? { parentId: fate.entering.id, parentRevisionId: fate.entering.revisionId }
      : { parentId: standing?.id ?? "", parentRevisionId: standing?.revisionId ?? "" };
  if (target === "EVIDENCE") {
    const targetCitationId = chosen(offered.citations, at);
    return {
      ...ends,
      stance,
      ...none,
      ...(targetCitationId ? { target, targetCitationId } : { target: "CLAIM" as const }),
    };
  }
  if (target === "RELEVANCE") {
    const targetLinkId = chosen(offered.links, at ?? 0) ?? offered.links.find((id) => id !== null) ?? null;
    return { ...ends, stance, ...none, ...(targetLinkId ? { target, targetLinkId } : { target: "CLAIM" as const }) };
  }
  return { ...ends, stance, target, ...none };
}

/** The one that is meant, or the only one. */
function chosen(offered: readonly (string | null)[], at: number | null): string | null {
  const there = offered.filter((id) => id !== null);
  return offered[at ?? -1] ?? (there.length === 1 ? (there[0] ?? null) : null);
}
