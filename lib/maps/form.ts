/** The forms in which a map is brought from elsewhere, and in which what waits in a tray is cited for. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { POST_FIELDS, readPost } from "#lib/arguments/form";
import { id } from "#lib/arguments/schema";
import { EMPTY, type FormState } from "#lib/form";
import type { MapFile, ProposedImport } from "#lib/maps/proposing";
import { slug } from "#lib/sources/schema";
import { Refused } from "#lib/verdict";

const FILE_MAX = 5 * 2 ** 20;
/** What a form may send, less what stands around it. */
const CARRIED_MAX = 5.8 * 2 ** 20;
/** As many claims as one looks through before one says yes; the numbers are of all. */
const SHOWN_MAX = 100;

const file = z.file("no-map").max(FILE_MAX, "map-file-too-large");
export const lookForm = z.object({ slug, file });
export const lookThreadForm = z.object({ file });

const looked = {
  name: z.string().max(1_000, "too-long").optional(),
  carried: z.string().max(CARRIED_MAX, "map-file-too-large"),
};
export const importForm = z.object({ slug, ...looked });
export const openMapForm = z.object(looked);

/** The same from the form's own script, which waits for word: where it goes to a thread of its own, without a slug. */
export const importing = z.strictObject({ slug: slug.optional(), ...looked });
/** What is carried, and what is around it. */
export const CARRIED_BYTES = 6 * 2 ** 20;

/** The same from a program: a file's bytes are base64, which takes four letters for three. */
export const importInput = z.strictObject({
  file: z.strictObject({
    name: z.string({ error: "not-text" }).max(1_000, "too-long"),
    content: z.base64("not-base64"),
  }),
});

export const postAllForm = z.object({ slug });
export const putAwayForm = z.object({ slug, item: id });

export const citeForm = z.object({ ...POST_FIELDS, item: id }).transform(({ item, ...fields }, context) => ({
  item,
  ...readPost(fields, context),
}));

/**
 * A file on its way through the form in which it is looked at: nothing is stored before somebody says yes, and the
 * second sending holds all of it.
 */
export function carry(bytes: Uint8Array): string {
  const carried = deflateRawSync(bytes).toString("base64");
  if (carried.length > CARRIED_MAX) throw new Refused("map-file-too-large");
  return carried;
}

/** @throws Refused "map-file-too-large" where it would unpack to more than a file has, "map-unreadable" */
export function carriedFile({ name = "", carried }: { name?: string; carried: string }): MapFile {
  try {
    const bytes = new Uint8Array(inflateRawSync(Buffer.from(carried, "base64"), { maxOutputLength: FILE_MAX }));
    return { name, bytes };
  } catch (error) {
    const isLarge = error instanceof RangeError || (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    throw new Refused(isLarge ? "map-file-too-large" : "map-unreadable");
  }
}

/** What the form shows of a proposal. */
export type ShownProposal = Omit<ProposedImport, "fileName">;

const shownOf = ({ fileName, claims, ...proposal }: ProposedImport): ShownProposal => ({
  ...proposal,
  claims: claims.slice(0, SHOWN_MAX),
});

/** A file that was looked at, as the form goes on with it. */
export async function lookedAt(
  file: File,
  given: Record<string, string>,
  propose: (file: MapFile) => Promise<ProposedImport>,
): Promise<FormState> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const proposal = await propose({ name: file.name, bytes });
  const proposed = {
    name: proposal.fileName ?? "",
    carried: carry(bytes),
    proposal: JSON.stringify(shownOf(proposal)),
  };
  return { ...EMPTY, values: { ...given, ...proposed } };
}

/** A file of 5 MB as base64, which is a third longer, and what is around it. */
export const FILE_AS_BASE64 = 7 * 2 ** 20;

export const sentFile = ({ file: { name, content } }: z.infer<typeof importInput>): MapFile => ({
  name,
  bytes: new Uint8Array(Buffer.from(content, "base64")),
});
