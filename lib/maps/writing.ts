/** A thread, or a part of it, written as a file of some format. */
import { FORMATS, type Format, type FormatName } from "#lib/maps/formats";
import { getSnapshot } from "#lib/maps/queries";
import { type Selection, select } from "#lib/maps/selection";
import { readKept } from "#lib/maps/snapshot-queries";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface Wanted {
  slug: string;
  format: FormatName;
  part: Selection;
  /** The id of the frozen state that is meant, where it is not the thread as it is. */
  frozen?: string;
}

/** `told` hears what part of the writing is done, from 0 to 1, of those formats that can tell. @throws Missing */
export async function writtenAs(
  viewer: Viewer,
  { slug, format, part, frozen }: Wanted,
  told?: (part: number) => void,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const whole = frozen ? (await readKept(viewer, slug, frozen)).snapshot : await getSnapshot(viewer, slug);
  const snapshot = select(whole, part);
  if (snapshot === null) throw new Missing();
  told?.(0);
  const { write }: Format = FORMATS[format];
  return write(snapshot, told);
}
