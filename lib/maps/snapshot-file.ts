/** A snapshot as a file, and back. Equal snapshots give equal bytes, whatever order their members came in. */
import { hashOf, type Snapshot, snapshotSchema } from "#lib/maps/snapshot";
import { parseJson } from "#lib/text/json";

/** A document may be 32 levels deep and stands three levels down, in an argument in the list in the snapshot. */
const DEPTH_MAX = 36;

/** What it is stands first, so that the file can be told by its head; all else in canonical order. */
export function writeSnapshot({ format, version, exportedAt, hash, ...rest }: Snapshot): string {
  return `${JSON.stringify({ format, version, exportedAt, hash, ...(ordered(rest) as object) }, null, 2)}\n`;
}

/** The same value with its members in canonical order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const members = value as Record<string, unknown>;
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(members).sort()) sorted[name] = ordered(members[name]);
  return sorted;
}

/** No JSON; another format; not the words that were hashed; parts that name what is not there, or a circle. */
export type Unread = "not-json" | "not-a-snapshot" | "changed" | "inconsistent";

/** Reads what `writeSnapshot` wrote, here or elsewhere. Nothing in it is believed beyond its form and its hash. */
export function readSnapshot(json: string): { snapshot: Snapshot } | { refused: Unread } {
  let value: unknown;
  try {
    value = parseJson(json, { maxDepth: DEPTH_MAX });
  } catch {
    return { refused: "not-json" };
  }
  const { data: snapshot } = snapshotSchema.safeParse(value);
  if (snapshot === undefined) return { refused: "not-a-snapshot" };
  if (hashOf(snapshot) !== snapshot.hash) return { refused: "changed" };
  return isConsistent(snapshot) ? { snapshot } : { refused: "inconsistent" };
}

const unique = (values: unknown[]) => new Set(values).size === values.length;

/** Whether ids are unique, all that is named is there, and no argument answers itself, however far around. */
function isConsistent({ thread, arguments: all, links, sources }: Snapshot): boolean {
  const citations = all.flatMap((argument) => argument.citations);
  const versions = new Set(
    sources.flatMap(({ slug, title, kind, versions }) => versions.map((v) => `${v.number} ${kind} ${slug} ${title}`)),
  );
  const ids = new Set(all.map(({ id }) => id));
  return (
    [all.map(({ id }) => id), all.map(({ number }) => number)].every(unique) &&
    [links.map(({ id }) => id), citations.map(({ id }) => id), sources.map(({ slug }) => slug)].every(unique) &&
    links.every(({ child, parent }) => ids.has(child) && (parent === null || ids.has(parent))) &&
    [thread.raisedBy, ...citations].every(({ version, source }) =>
      versions.has(`${version} ${source.kind} ${source.slug} ${source.title}`),
    ) &&
    !hasCircle(all, links)
  );
}

/** Takes away, again and again, the arguments that answer none that is left; only a circle resists. */
function hasCircle(all: Snapshot["arguments"], links: Snapshot["links"]): boolean {
  const below = Map.groupBy(links, ({ parent }) => parent);
  const waiting = new Map(all.map(({ id }) => [id, 0]));
  for (const { child, parent } of links) if (parent !== null) waiting.set(child, (waiting.get(child) ?? 0) + 1);
  const free = all.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  for (const id of free) {
    for (const { child } of below.get(id) ?? []) {
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) free.push(child);
    }
  }
  return free.length < all.length;
}
