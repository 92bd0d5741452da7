import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { capturePage, capturePayload } from "#lib/pages/capture";
import type { Render } from "#lib/pages/inner";

const SITE = { host: "grounds.test" };
const hashOf = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

/** A renderer that marks its scripts with the nonce it is given, as Next does. */
const rendering =
  (body: (nonce: string) => string, { status = 200, headers = {} } = {}): Render =>
  async (_path, asked) => {
    const nonce = /'nonce-([^']+)'/.exec(asked["content-security-policy"] ?? "")?.[1] ?? "";
    return {
      status,
      headers: { "content-type": "text/html", link: `</a.js>; rel=preload; nonce="${nonce}"`, ...headers },
      body: Buffer.from(body(nonce)),
    };
  };

const META = '<meta name="page-tags" content="t:a s:b"/>';

describe("the capture of a page", () => {
  it("allows the scripts that carry its nonce, and none that got into the page otherwise", async () => {
    const page = await capturePage(
      rendering(
        (nonce) => `${META}<script nonce="${nonce}">own()</script><script>injected()</script>
          <script nonce="guessed">guessed()</script><script src="/a.js" nonce="${nonce}"></script>`,
      ),
      "/t/a",
      SITE,
    );
    const policy = page.headers["content-security-policy"];
    expect(policy?.match(/'sha256-[^']+'/g)).toEqual([hashOf("own()")]);
    expect(policy).not.toContain("nonce");
    expect(policy).not.toContain("unsafe");
  });

  it("keeps a file by what its header says, whatever stands in it, and does not pass that on", async () => {
    const file = (tags: string) =>
      capturePage(
        rendering(() => META, { headers: { "content-type": "application/xml", "page-tags": tags } }),
        "/x",
        SITE,
      );
    const page = await file("home");
    expect([...(page.tags ?? [])]).toEqual(["home"]);
    expect(page.headers).not.toHaveProperty("page-tags");
    expect((await file("anything")).tags).toBeNull();
  });

  it("leaves no nonce in what is kept", async () => {
    let used = "";
    const page = await capturePage(
      rendering((nonce) => {
        used = nonce;
        return `${META}<script nonce="${nonce}">own("${nonce}")</script>`;
      }),
      "/t/a",
      SITE,
    );
    expect(used).not.toBe("");
    expect(JSON.stringify(page.headers) + page.bodies.identity).not.toContain(used);
    expect(page.bodies.identity.toString()).toBe(`${META}<script>own("")</script>`);
    expect(page.headers["content-security-policy"]).toContain(hashOf('own("")'));
  });

  it("holds the same page in every encoding, under one tag that its words and policy decide", async () => {
    const capture = (text: string) =>
      capturePage(
        rendering((nonce) => `${META}${text}<script nonce="${nonce}">own()</script>`),
        "/t/a",
        SITE,
      );
    const [page, same, other] = await Promise.all([capture("é"), capture("é"), capture("e")]);
    const { br, gzip, identity } = page.bodies as Record<"br" | "gzip" | "identity", Buffer>;
    expect(brotliDecompressSync(br)).toEqual(identity);
    expect(gunzipSync(gzip)).toEqual(identity);
    expect(page.bytes).toBe(br.length + gzip.length + identity.length);
    expect(same.etag).toBe(page.etag);
    expect(other.etag).not.toBe(page.etag);
    const blocked = await capturePage(
      rendering(() => `${META}é<script>own()</script>`),
      "/t/a",
      SITE,
    );
    expect(blocked.bodies.identity).toEqual(identity);
    expect(blocked.etag).not.toBe(page.etag);
  });

  it("passes no cookie on, and says that answers differ by encoding", async () => {
    const headers = { "set-cookie": ["a=b"], vary: "rsc, Accept-Encoding", "cache-control": "public" };
    const page = await capturePage(
      rendering(() => META, { headers }),
      "/t/a",
      SITE,
    );
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.headers.vary).toBe("rsc, accept-encoding");
    expect(page.headers["cache-control"]).toBe("private, no-cache");
  });

  it("reads what the page shows, and lets a page be kept only where it says so and was found", async () => {
    const tagsOf = async (body: string, status = 200) =>
      (
        await capturePage(
          rendering(() => body, { status }),
          "/t/a",
          SITE,
        )
      ).tags;
    expect(await tagsOf(META)).toEqual(new Set(["t:a", "s:b"]));
    expect(await tagsOf("<p>no tags</p>")).toBeNull();
    expect(await tagsOf('<meta name="page-tags" content="t:a everything"/>')).toBeNull();
    expect(await tagsOf('&lt;meta name="page-tags" content="t:a"/&gt;')).toBeNull();
    expect(await tagsOf(META, 404)).toBeNull();
  });

  it("asks for the payload without a nonce and gives it the page's tags", async () => {
    const asked: unknown[] = [];
    const render: Render = async (path, headers) => {
      asked.push(path, headers);
      return { status: 200, headers: { "content-type": "text/x-component" }, body: Buffer.from("0:{}") };
    };
    const page = await capturePayload(render, "/t/a", SITE, new Set(["t:a"]));
    expect(asked).toEqual(["/t/a?_rsc", { ...SITE, rsc: "1" }]);
    expect(page.tags).toEqual(new Set(["t:a"]));
  });
});
