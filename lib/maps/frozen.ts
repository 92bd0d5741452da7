/**
 * A frozen state as it is stored, and as it may be read later. Stored is the snapshot's content in canonical JSON; people
 * stand in it as their ids, so that their names stay in one place. Read again, it says of nobody and of no argument more
 * than the thread itself says today: what has been withdrawn or removed since has lost its words here, too. What was
 * merged or split has kept them, and stands here as it stood.
 */
import type { ArgumentState, Tombstone } from "#lib/arguments/view";
import { canonicalJson } from "#lib/maps/canonical-json";
import { hashOf, type Snapshot, type SnapshotArgument } from "#lib/maps/snapshot";

/** What is stored, read from its JSON. */
export type Content = Omit<Snapshot, "exportedAt" | "hash">;
type Person = SnapshotArgument["author"];

/** What is known today of what was frozen. */
export interface Since {
  /** By their ids. */
  people: ReadonlyMap<string, Person>;
  /** By the arguments' ids. What waits for review is not there. */
  states: ReadonlyMap<string, { state: ArgumentState; tombstone: Tombstone | null }>;
}

export interface Kept {
  content: Content;
  /** Of the file, with the names of its day. */
  hash: string;
  /** ISO 8601, UTC. */
  takenAt: string;
  /** Where it is found. */
  url: string;
}

export interface Frozen {
  /** With what may be read today. Its hash is the frozen one as long as nothing was taken out. */
  snapshot: Snapshot;
  /** How each argument stood when it was frozen, by its id. */
  stood: ReadonlyMap<string, SnapshotArgument["state"]>;
  /** The numbers of those whose words were there and are no longer. */
  takenOut: number[];
}

function withPeople(content: Content, other: (person: Person) => Person): Content {
  const argument = <A extends SnapshotArgument>(one: A): A => ({
    ...one,
    author: other(one.author),
    marks: one.marks.map((mark) => ({ ...mark, by: other(mark.by) })),
  });
  return { ...content, arguments: content.arguments.map(argument) };
}

/** What is stored of a snapshot; `ids` are people's by their handles. */
export function contentOf({ exportedAt, hash, ...content }: Snapshot, ids: ReadonlyMap<string, string>): string {
  const nameless = ({ handle }: Person): Person => {
    const id = ids.get(handle);
    if (id === undefined) throw new Error("a snapshot of somebody unknown");
    return { handle: id, name: "" };
  };
  return canonicalJson(withPeople(content, nameless));
}

/** Those who stand in it, as they stand in it: by their ids where it is stored. */
export const peopleIn = ({ arguments: all }: Pick<Content, "arguments">): string[] => [
  ...new Set(all.flatMap(({ author, marks }) => [author.handle, ...marks.map(({ by }) => by.handle)])),
];

/** What takes words away; what was merged or split keeps them. */
const SILENT = ["WITHDRAWN", "REMOVED", "HIDDEN"] as const;

/** Puts together what may be read today of a frozen state. */
export function readFrozen({ content: stored, hash, takenAt, url }: Kept, { people, states }: Since): Frozen {
  const all = stored.arguments.filter(({ id }) => states.has(id));
  const there = new Set(all.map(({ id }) => id));
  const takenOut: number[] = [];
  const asToday = (one: SnapshotArgument): SnapshotArgument => {
    const today = states.get(one.id);
    const now = today && SILENT.find((state) => state === today.state);
    if (!today?.tombstone || !now) return one;
    if (one.state === "VISIBLE") takenOut.push(one.number);
    else if (one.state === now) return one;
    const silence = { claim: null, body: null, citations: [], marks: [] };
    const { at, reason, code, policy } = today.tombstone;
    return { ...one, state: now, ...silence, tombstone: { at, reason, code, policy } };
  };
  const named = ({ handle: id }: Person): Person => people.get(id) ?? { handle: id, name: "" };
  const now = withPeople({ ...stored, arguments: all.map(asToday) }, named);
  const links = now.links.filter(({ child, parent }) => there.has(child) && (parent === null || there.has(parent)));
  const whole: Snapshot = { ...now, links, exportedAt: takenAt, hash };
  const snapshot = hashOf(whole) === hash ? whole : marked(whole, url);
  return { snapshot, stood: new Map(stored.arguments.map(({ id, state }) => [id, state])), takenOut };
}

/** Names the state that it is no longer the whole of, and has a hash of its own. */
function marked(snapshot: Snapshot, url: string): Snapshot {
  const less = { ...snapshot, frozen: { url, hash: snapshot.hash } };
  return { ...less, hash: hashOf(less) };
}
