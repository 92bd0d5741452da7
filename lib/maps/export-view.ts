/** What there is to see before one takes a thread along: how large each file is, and how the chosen one begins. */
import { setImmediate } from "node:timers/promises";
import { readBones } from "#lib/arguments/queries/skeleton";
import type { ThreadTop } from "#lib/arguments/view";
import { FORMATS, type Format, type FormatName, isLight } from "#lib/maps/formats";
import { AT_ONCE_MAX } from "#lib/maps/making";
import { getSnapshot } from "#lib/maps/queries";
import type { Snapshot } from "#lib/maps/snapshot";
import type { Viewer } from "#lib/users/viewer";

/** Characters: some twenty lines, which tell a format and a debate. */
const PREVIEW_MAX = 1_200;

export interface ExportView {
  thread: ThreadTop;
  format: FormatName;
  /** So many that its files are made when they are asked for, while one waits. */
  large: boolean;
  /** Withdrawn and removed arguments, which leave their places. */
  gone: number;
  /** Null where the thread is large. */
  copy: Pick<Snapshot, "hash" | "sources"> | null;
  /** In bytes, of the formats that are written at once; none where the thread is large. */
  sizes: ReadonlyMap<FormatName, number>;
  /** How the file begins; null where it is no text, or the thread is large. */
  preview: string | null;
}

/** @throws Missing */
export async function getExportView(viewer: Viewer, slug: string, format: FormatName): Promise<ExportView> {
  const { thread, arguments: all } = await readBones(viewer, { slug });
  const gone = all.filter(({ state }) => state !== "VISIBLE").length;
  const bare = { thread, format, gone, sizes: new Map(), preview: null };
  if (all.length > AT_ONCE_MAX) return { ...bare, large: true, copy: null };
  const snapshot = await getSnapshot(viewer, slug);
  const { sizes, preview } = await looksOf(snapshot, format);
  return { ...bare, large: false, copy: { hash: snapshot.hash, sources: snapshot.sources }, sizes, preview };
}

/** One after another, with a pause in which others are answered. */
async function looksOf(snapshot: Snapshot, chosen: FormatName) {
  const sizes = new Map<FormatName, number>();
  let preview: string | null = null;
  for (const name of Object.keys(FORMATS) as FormatName[]) {
    if (!isLight(name)) continue;
    const content = await (FORMATS[name] as Format).write(snapshot);
    sizes.set(name, Buffer.byteLength(content));
    if (name === chosen && typeof content === "string") preview = beginning(content);
    await setImmediate();
  }
  return { sizes, preview };
}

/** Whole lines as far as there are any, and a sign that it goes on. */
function beginning(content: string): string {
  const text = content.replace(/^\ufeff/, "");
  if (text.length <= PREVIEW_MAX) return text;
  const part = text.slice(0, PREVIEW_MAX).toWellFormed();
  const lines = part.slice(0, part.lastIndexOf("\n"));
  return `${lines.length > PREVIEW_MAX / 2 ? lines : part}\n…`;
}
