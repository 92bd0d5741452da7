/** Archives of files, alike whenever they are made: what is in them says when the copy was taken. */
import { unzipSync, type Zippable, zipSync } from "fflate";
import type { Snapshot } from "#lib/maps/snapshot";

export const zipped = (files: Zippable, { exportedAt }: Snapshot): Uint8Array<ArrayBuffer> =>
  zipSync(files, { mtime: new Date(exportedAt) });

/** An archive that a library made, with files put in the place of its own. */
export const rezipped = (archive: Uint8Array, files: Zippable, snapshot: Snapshot): Uint8Array<ArrayBuffer> =>
  zipped({ ...unzipSync(archive), ...files }, snapshot);
