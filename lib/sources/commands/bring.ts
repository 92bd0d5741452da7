/** Bringing a source in. */
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { cslOf } from "#lib/sources/csl";
import { fitText } from "#lib/sources/fit-text";
import { refuseKnown } from "#lib/sources/known";
import { type Origin, storedOrigin } from "#lib/sources/origin";
import { mayBringSource } from "#lib/sources/policy";
import type { BringSource } from "#lib/sources/schema";
import { newId } from "#lib/text/id";
import { freeSlug, hiddenSlug, slugOf } from "#lib/text/slug";
import { reachOwner } from "#lib/users/classes";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";
import type { Prisma } from "../../../prisma/generated/client.ts";

/** What no stranger says of a text: the seed, the importing command and the receipt of a proposal know it. */
export interface Bringing extends Origin {
  at?: Date;
  slug?: string;
  kind?: "ARTICLE" | "DIGEST";
  note?: string;
}

export interface Brought {
  slug: string;
  version: number;
  sha256: string;
}

/**
 * Stores a text in canonical form as version 1 of a new source.
 * @throws Refused "blank", "not-well-formed" … for an unfit text, "source-exists" where the same text is here already.
 */
export async function bringSource(viewer: Person, input: BringSource, bringing: Bringing = {}): Promise<Brought> {
  const { text, sha256 } = fitText(input.text);
  return transact(async (tx, at) => {
    const classId = await reachOwner(tx, viewer, input.class);
    must(mayBringSource(viewer, { ...input, classId }));
    await refuseKnown(tx, sha256, { classId });
    const stem = slugOf(input.title);
    const slug = bringing.slug ?? (classId ? hiddenSlug(stem) : freeSlug(stem, await takenSlugs(tx, stem)));
    const id = newId();
    const { title, outlet = null, byline = null, publishedOn = null, url = null } = input;
    // What everybody might read is, in a class, for its members.
    const rights = classId && input.rights === "OPEN" ? "CLASS" : input.rights;
    const published = publishedOn ? new Date(publishedOn) : null;
    await tx.source.create({
      data: {
        id,
        slug,
        title,
        outlet,
        byline,
        url,
        rights,
        classId,
        publishedOn: published,
        kind: bringing.kind ?? "ARTICLE",
        note: bringing.note ?? null,
        csl: cslOf({ id: slug, title, outlet, byline, publishedOn, url }) as unknown as Prisma.InputJsonObject,
        ...storedOrigin(bringing),
        broughtById: viewer.id,
        broughtAt: at,
      },
    });
    const version = { id: newId(), sourceId: id, number: 1, text, sha256, setAside: input.setAside ?? [] };
    await tx.sourceVersion.create({ data: { ...version, createdById: viewer.id, createdAt: at } });
    const subjects = { source: id, version: version.id, sources: [id] };
    await record(tx, { stream: "site", classId, kind: "source.brought", actorId: viewer.id, subjects, at });
    return { slug, version: 1, sha256 };
  }, bringing.at);
}

async function takenSlugs(tx: Tx, stem: string): Promise<Set<string>> {
  const rows = await tx.source.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}
