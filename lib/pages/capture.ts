import { createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { storedPolicy } from "#lib/pages/headers";
import type { Render, Rendered } from "#lib/pages/inner";
import { NAME, readTags } from "#lib/pages/tags";

export type Encoding = "br" | "gzip" | "identity";

/** A page ready to be sent, to whoever asks. */
export interface Page {
  status: number;
  /** Those that do not depend on the encoding. */
  headers: Record<string, string>;
  /** Compressed only where that makes it smaller. */
  bodies: { identity: Buffer } & Partial<Record<Encoding, Buffer>>;
  /** Of the unencoded page and its policy; without quotes. */
  etag: string;
  /** What it shows; null: not to be kept. */
  tags: ReadonlySet<string> | null;
  /** All its bodies together. */
  bytes: number;
}

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
/** Quality 5: a tenth larger than 11 and fifty times as fast, and a change of a busy thread is compressed at once. */
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Of a captured answer, what is passed on. A cookie never is. */
const KEPT = ["content-type", "vary", "link", "location"];

const ACCEPT = "accept-encoding";

/** What holds words; a picture is compressed already. */
const WORDS = /^(?:text|application)\//;

const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * The hashes of those inline scripts that carry the nonce: one that got into the page in another way has none. They are
 * of what is sent, and what a component was told of the nonce is not.
 */
function scriptHashes(html: string, nonce: string): Set<string> {
  const hashes = new Set<string>();
  for (const [, attributes = "", code = ""] of html.matchAll(SCRIPT)) {
    if (!attributes.includes(` nonce="${nonce}"`) || /\ssrc=/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash("sha256").update(code.replaceAll(nonce, "")).digest("base64")}'`);
  }
  return hashes;
}

async function pageOf({ status, headers, body }: Rendered, kept: Record<string, string>, tags: Page["tags"]) {
  const bodies: Page["bodies"] = WORDS.test(headers["content-type"] ?? "")
    ? await compressed(body)
    : { identity: body };
  for (const name of KEPT) if (headers[name] !== undefined) kept[name] ??= String(headers[name]);
  const etag = createHash("sha256")
    .update(kept["content-security-policy"] ?? "")
    .update(body)
    .digest("base64url");
  return {
    status,
    headers: {
      ...kept,
      vary: [...(kept.vary?.toLowerCase().split(/\s*,\s*/) ?? []).filter((name) => name !== ACCEPT), ACCEPT].join(", "),
      // The browser may keep it, and asks each time whether it still holds: an unchanged page costs 304.
      "cache-control": "private, no-cache",
    },
    bodies,
    etag: etag.slice(0, 22),
    tags: status === 200 ? tags : null,
    bytes: Object.values(bodies).reduce((sum, { length }) => sum + length, 0),
  } satisfies Page;
}

async function compressed(body: Buffer): Promise<Page["bodies"]> {
  const [br, gz] = await Promise.all([brotli(body, BROTLI), gzip(body)]);
  return { br, gzip: gz, identity: body };
}

/** Renders the page at `path` for nobody in particular; `site` are the headers that name the site's own address. */
export async function capturePage(render: Render, path: string, site: Record<string, string>): Promise<Page> {
  // In an alphabet that reads alike in an attribute, in a script and in a header.
  const nonce = randomBytes(16).toString("base64url");
  const rendered = await render(path, { ...site, "content-security-policy": `script-src 'nonce-${nonce}'` });
  const { "content-security-policy": policy, [NAME]: named } = rendered.headers;
  // A file names its tags beside it; one that is no page may bring a policy of its own, and its bytes stay as they are.
  if (typeof named === "string") {
    const kept = { "content-security-policy": policy?.toString() ?? storedPolicy([]) };
    return pageOf(rendered, kept, readTags("", named));
  }
  const html = rendered.body.toString();
  const kept: Record<string, string> = { "content-security-policy": storedPolicy(scriptHashes(html, nonce)) };
  const { link } = rendered.headers;
  if (typeof link === "string") kept.link = link.replaceAll(`; nonce="${nonce}"`, "");
  const body = Buffer.from(html.replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, ""));
  return pageOf({ ...rendered, body }, kept, readTags(html));
}

/** The same page as the router's payload, which names no tags: those of the page are its own. */
export async function capturePayload(render: Render, path: string, site: Record<string, string>, tags: Page["tags"]) {
  return pageOf(await render(`${path}?_rsc`, { ...site, rsc: "1" }), {}, tags);
}
