/**
 * A part of a snapshot, or the whole of it without names: the copy says so itself, and has a hash of its own.
 */
import { type Place, placesOf } from "#lib/arguments/tree";
import { hashOf, type Snapshot, type SnapshotArgument, type SnapshotSelection } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";

/** What one asks for; what is left out is not narrowed. */
export type Selection = Partial<SnapshotSelection>;

type Person = SnapshotArgument["author"];

/**
 * A branch is an argument with all below it and the line of arguments above, up to the question; a depth counts from
 * the question, its answers having 1; a stance is that of the answer to the question in whose branch something stands.
 * Null where the branch is none of the snapshot's.
 */
export function select(snapshot: Snapshot, wanted: Selection): Snapshot | null {
  const selection = { branch: null, depth: null, stance: null, pseudonyms: false, ...wanted };
  const { branch, depth, stance, pseudonyms } = selection;
  if (branch === null && depth === null && stance === null && !pseudonyms) return snapshot;
  const root = snapshot.arguments.find(({ number }) => number === branch);
  if (branch !== null && root === undefined) return null;
  const places = placesOf(snapshot);
  const line = new Map([...places].map(([id, place]) => [id, place.link.parent]));
  const above = new Set(root && lineOf(line, root.id));
  const kept = new Set<string>();
  for (const { id } of snapshot.arguments) {
    const its = lineOf(line, id);
    const fits =
      (depth === null || its.length <= depth) &&
      (stance === null || places.get(its.at(-1) ?? "")?.link.stance === stance) &&
      (root === undefined || above.has(id) || its.includes(root.id));
    if (fits) kept.add(id);
  }
  const part = narrowed(snapshot, kept);
  const named = pseudonyms ? withoutNames(part) : part;
  const marked = { ...named, selection };
  return { ...marked, hash: hashOf(marked) };
}

/** From the argument up to the answer to the question, itself first. */
function lineOf(parents: ReadonlyMap<string, Place["link"]["parent"]>, id: string): string[] {
  const line = [id];
  for (let above = parents.get(id); above; above = parents.get(above)) line.push(above);
  return line;
}

function narrowed(snapshot: Snapshot, kept: ReadonlySet<string>): Snapshot {
  const all = snapshot.arguments.filter(({ id }) => kept.has(id));
  const links = snapshot.links.filter(({ child, parent }) => kept.has(child) && (parent === null || kept.has(parent)));
  const there = new Set(links.map(({ id }) => id));
  const passages = [snapshot.thread.raisedBy, ...all.flatMap(({ citations }) => citations)];
  const quoted = new Set(passages.map(({ source, version }) => `${source.slug} ${version}`));
  const sources = snapshot.sources.map((source) => {
    return { ...source, versions: source.versions.filter(({ number }) => quoted.has(`${source.slug} ${number}`)) };
  });
  return {
    ...snapshot,
    arguments: all,
    links: links.map((link) => ({
      ...link,
      targetLink: link.targetLink !== null && there.has(link.targetLink) ? link.targetLink : null,
    })),
    sources: sources.filter(({ versions }) => versions.length > 0),
  };
}

/**
 * Names by chance, anew for each copy, so that two copies cannot be laid beside each other; and days for times, since
 * who wrote when tells who wrote.
 */
function withoutNames(snapshot: Snapshot): Snapshot {
  const people = snapshot.arguments.flatMap(({ author, marks }) => [author, ...marks.map(({ by }) => by)]);
  const handles = [...new Set(people.map(({ handle }) => handle))];
  const chance = new Map(handles.map((handle) => [handle, crypto.randomUUID()]));
  handles.sort((a, b) => ((chance.get(a) ?? "") < (chance.get(b) ?? "") ? -1 : 1));
  const numbers = new Map(handles.map((handle, i) => [handle, i + 1]));
  const nameless = ({ handle }: Person): Person => {
    const number = numbers.get(handle) ?? 0;
    return { handle: `person-${number}`, name: words("person", { number }) };
  };
  // A few thousandths keep the order of the places of one argument, of which the oldest is its home.
  const day = (time: string, order = 0) => `${time.slice(0, 10)}T00:00:00.${`${order}`.padStart(3, "0")}Z`;
  const places = new Map<string, number>();
  const nth = (child: string) => {
    const order = places.get(child) ?? 0;
    places.set(child, order + 1);
    return order;
  };
  const argument = <A extends SnapshotArgument>(one: A): A => ({
    ...one,
    author: nameless(one.author),
    postedAt: day(one.postedAt),
    marks: one.marks.map((mark) => ({ ...mark, by: nameless(mark.by), at: day(mark.at) })),
    tombstone: one.tombstone && { ...one.tombstone, at: day(one.tombstone.at) },
  });
  return {
    ...snapshot,
    arguments: snapshot.arguments.map(argument),
    links: snapshot.links.map((link) => ({ ...link, startedAt: day(link.startedAt, nth(link.child)) })),
  };
}
