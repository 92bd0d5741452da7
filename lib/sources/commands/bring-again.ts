/** Noting that a text which is here already was brought in once more, by somebody else or from elsewhere. */
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Brought } from "#lib/sources/commands/bring";
import { fitText } from "#lib/sources/fit-text";
import { type Origin, storedOrigin } from "#lib/sources/origin";
import { mayBringSource, visibleTo } from "#lib/sources/policy";
import type { BringAgain } from "#lib/sources/schema";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Keeps who brought the very text of a version of this source, how, from where and when; the same person from the same
 * place is kept once.
 * @throws Missing; Refused "blank" … for an unfit text, "words-differ" where no version has this text.
 */
export async function bringSourceAgain(
  viewer: Person,
  slug: string,
  input: BringAgain,
  origin: Origin = {},
): Promise<Brought> {
  const { sha256 } = fitText(input.text);
  const place = { ...storedOrigin(origin), url: input.url ?? null };
  return transact(async (tx, at) => {
    const source = await tx.source.findFirst({ where: { slug, ...visibleTo(viewer) } });
    if (!source) throw new Missing();
    must(mayBringSource(viewer, source));
    // Whoever brings it twice at once is kept once.
    await tx.$queryRaw`SELECT id FROM sources WHERE id = ${source.id} FOR UPDATE`;
    const version = await tx.sourceVersion.findFirst({
      where: { sourceId: source.id, sha256 },
      orderBy: { number: "asc" },
      select: { id: true, number: true, again: { where: { ...place, broughtById: viewer.id }, select: { id: true } } },
    });
    if (!version) throw new Refused("words-differ", { details: { field: "text" } });
    const brought = { slug, version: version.number, sha256 };
    const { provenance, fileName, finalUrl, url } = place;
    const first = { provenance, fileName, finalUrl, url, broughtById: viewer.id };
    const isFirst = Object.entries(first).every(([name, value]) => source[name as keyof typeof first] === value);
    if (version.again.length > 0 || (isFirst && version.number === 1)) return brought;

    const again = newId();
    await tx.broughtAgain.create({
      data: { id: again, versionId: version.id, ...place, broughtById: viewer.id, broughtAt: at },
    });
    const subjects = { source: source.id, version: version.id, again, sources: [source.id] };
    const { classId } = source;
    await record(tx, { stream: "site", classId, kind: "source.brought_again", actorId: viewer.id, subjects, at });
    return brought;
  });
}
