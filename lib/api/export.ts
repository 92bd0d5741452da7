/** A thread as a file, as it is or as it was frozen. */
import type { z } from "zod";
import type { exported } from "#lib/api/addresses";
import { file } from "#lib/api/answer";
import { FORMATS, fileName, isFormat } from "#lib/maps/formats";
import { makeFile } from "#lib/maps/making";
import type { Viewer } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

interface Asked {
  query: z.output<typeof exported>;
  signal: AbortSignal;
  network: string;
}

/** @throws Missing · Refused "format-unknown", and what `makeFile` refuses */
export async function exportedAs(
  viewer: Viewer,
  { slug, frozen }: { slug: string; frozen?: string },
  { query: { format, authors, ...part }, signal, network }: Asked,
): Promise<Response> {
  if (!isFormat(format)) {
    const formats = Object.keys(FORMATS);
    throw new Refused("format-unknown", { values: { known: formats.join(", ") }, details: { formats } });
  }
  const wanted = { slug, frozen, format, part: { ...part, pseudonyms: authors === "pseudonyms" } };
  const content = await makeFile(viewer, wanted, { whose: viewer?.id ?? network, signal });
  const name = fileName(frozen ? `${slug}.${frozen}` : slug, format);
  return file(content, { mediaType: FORMATS[format].mediaType, name });
}
