/** The content of an answer, unpacked, and no more of it than a file may have. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { unreachable } from "#lib/sources/fetching/address";

const UNPACKERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** @throws whatever the connection or the unpacking throws, and where there is more than `maxBytes`, packed or unpacked */
export async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw unreachable();
  const body = await headOf(answer, maxBytes + 1);
  if (body.length > maxBytes) throw unreachable();
  return body;
}

/** The first bytes of a content, whatever follows. */
export async function headOf(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const coding = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const unpacker = coding === "identity" ? null : UNPACKERS[coding]?.();
  if (unpacker === undefined) throw unreachable();
  const content = (unpacker ? answer.pipe(unpacker) : answer) as unknown as Readable;
  // A connection that breaks ends what unpacks it, too.
  answer.once("error", (error) => content.destroy(error));
  answer.once("aborted", () => content.destroy(unreachable()));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}
