import http, { type IncomingMessage, type RequestListener } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { frontListener } from "#lib/pages/front";
import { framedPolicy } from "#lib/pages/headers";
import type { Render } from "#lib/pages/inner";
import { PageStore } from "#lib/pages/store";

const ADDRESS = "http://grounds.test:3000";
const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A front before a pretended Next, which tells what it saw; `render` pretends the inner listener. */
async function serve({
  render,
  next,
  proxies = 0,
}: {
  render?: Render;
  next?: RequestListener;
  proxies?: number;
} = {}) {
  const seen: IncomingMessage[] = [];
  const store = new PageStore();
  store.open();
  const rendered = vi.fn<Render>(async (path) => ({
    status: 200,
    headers: { "content-type": "text/html" },
    body: Buffer.from(`<meta name="page-tags" content="t:a"><p>${path}</p>`),
  }));
  const listener = frontListener(
    { address: new URL(ADDRESS), dev: false, proxies },
    {
      store,
      render: render ?? rendered,
      platforms: async () => ["https://school.test"],
      holder: async (token) => (token === "sealed" ? "somebody" : null),
      live: async (_, response, client) => void response.end(`live for ${client}`),
      next: async (request, response) => {
        seen.push(request);
        if (next) next(request, response as Parameters<RequestListener>[1]);
        else response.end("next");
      },
    },
  );
  const server = http.createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  /** What comes back for these bytes, to the first blank line. */
  const say = (bytes: string) =>
    new Promise<string>((resolve) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
      socket.on("data", (chunk) => {
        answer += chunk;
        if (answer.includes("\r\n\r\n")) socket.destroy();
      });
      socket.on("error", () => {}).on("close", () => resolve(answer));
    });
  return { ask, say, seen, rendered, store };
}

const PNG = Buffer.from("\x89PNG\r\n\x1a\n\xff\x00", "latin1");

describe("files of a thread", () => {
  it("a picture is asked of Next once for a hundred crawlers, and its bytes are what Next gave", async () => {
    const render = vi.fn<Render>(async () => ({
      status: 200,
      headers: { "content-type": "image/png", "page-tags": "t:a", "set-cookie": ["a=b"] },
      body: PNG,
    }));
    const { ask, store } = await serve({ render });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => ask(i % 2 ? "/t/a/opengraph.png" : `/t/a/opengraph.png?v=${i}`)),
    );
    expect(render).toHaveBeenCalledOnce();
    for (const answer of answers.slice(0, 3)) {
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
      const { headers } = answer;
      expect([headers.get("content-type"), headers.get("content-encoding")]).toEqual(["image/png", null]);
      expect([headers.get("set-cookie"), headers.get("page-tags")]).toEqual([null, null]);
    }
    const etag = answers[0]?.headers.get("etag") ?? "";
    expect((await ask("/t/a/opengraph.png", { headers: { "if-none-match": etag } })).status).toBe(304);
    store.invalidate("t:a");
    await ask("/t/a/opengraph.png");
    expect(render).toHaveBeenCalledTimes(2);
  });

  it("only what is for frames may be framed, under its own policy", async () => {
    const policy = framedPolicy("sha256-x");
    const headers = { "content-type": "text/html", "page-tags": "t:a", "content-security-policy": policy };
    const framed = await serve({ render: async () => ({ status: 200, headers, body: Buffer.from("<p>") }) });
    const { headers: given } = await framed.ask("/embed/t/a");
    expect([given.get("x-frame-options"), given.get("content-security-policy")]).toEqual([null, policy]);
    const { ask } = await serve();
    for (const path of ["/t/a", "/sign-in", "/api/v1/threads", "/embed", "/t/a/export"]) {
      expect((await ask(path)).headers.get("x-frame-options"), path).toBe("DENY");
      expect((await ask(path)).headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    }
  });
});

describe("the front", () => {
  it("answers a public page from memory after its first render", async () => {
    const { ask, rendered, seen } = await serve();
    for (let i = 0; i < 3; i++) expect(await (await ask("/t/a")).text()).toContain("<p>/t/a</p>");
    expect(rendered).toHaveBeenCalledOnce();
    expect(seen).toEqual([]);
  });

  it("lets the learning platforms frame what is made for them, and nothing else", async () => {
    const { ask } = await serve();
    const form = { method: "POST", headers: { origin: "https://school.test" }, body: new URLSearchParams({ a: "b" }) };
    const { headers } = await ask("/api/lti/launch", form);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors https://school.test;");
    expect(headers.get("x-frame-options")).toBeNull();
    const other = (await ask("/settings")).headers;
    expect(other.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(other.get("x-frame-options")).toBe("DENY");
  });

  it("forwards nothing of a request into what it keeps", async () => {
    const { ask, rendered } = await serve();
    await ask("/t/a", { headers: { cookie: "session=a", "accept-language": "fr", "x-forwarded-host": "evil.test" } });
    expect(rendered.mock.calls[0]?.[1]).toEqual({
      host: "grounds.test:3000",
      "x-forwarded-host": "grounds.test:3000",
      "x-forwarded-proto": "http",
      "content-security-policy": expect.stringContaining("'nonce-"),
    });
  });

  it("answers 304 without a body where the browser has the page, until the page changes", async () => {
    const { ask, store } = await serve();
    const etag = (await ask("/t/a")).headers.get("etag") ?? "";
    const again = await ask("/t/a", { headers: { "if-none-match": `"x", W/${etag}` } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    store.invalidate("t:a");
    expect((await ask("/t/a", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("chooses brotli before gzip, and neither where it is forbidden", async () => {
    const { ask } = await serve();
    const choices = {
      "gzip, deflate, br": "br",
      "gzip;q=1.0": "gzip",
      "br;q=0, gzip": "gzip",
      "br;q=0.0": null,
      "": null,
    };
    for (const [accept, encoding] of Object.entries(choices)) {
      const answer = await ask("/t/a", { headers: { "accept-encoding": accept } });
      expect(answer.headers.get("content-encoding"), accept).toBe(encoding);
      expect(await answer.text()).toContain("<p>/t/a</p>");
    }
  });

  it("sends the payload of a page it keeps, and none of a page it does not", async () => {
    const { ask, rendered, store } = await serve();
    for (let i = 0; i < 2; i++) await ask("/t/a?_rsc=x", { headers: { rsc: "1" } });
    expect(rendered.mock.calls.map(([path]) => path)).toEqual(["/t/a", "/t/a?_rsc"]);
    expect(store.size).toBe(2);
    store.invalidate("t:a");
    expect(store.size).toBe(0);
  });

  it("keeps only pages that were found", async () => {
    const render = vi.fn<Render>(async () => ({ status: 404, headers: {}, body: Buffer.from("nothing") }));
    const { ask, store } = await serve({ render });
    for (let i = 0; i < 2; i++) expect((await ask("/t/a")).status).toBe(404);
    expect(render).toHaveBeenCalledTimes(2);
    expect(store.size).toBe(0);
  });

  it("asks Next for whoever is signed in what is not there for everybody, and keeps no answer", async () => {
    // As Next has it: the payload of what is not there is no 404.
    const render = vi.fn<Render>(async (path) => ({
      status: path.includes("_rsc") ? 200 : 404,
      headers: {},
      body: Buffer.from("nothing"),
    }));
    const { ask, store, seen } = await serve({ render });
    const cookie = "theme=dark; grounds.session=a";
    const answers = [
      await ask("/t/a", { headers: { cookie } }),
      await ask("/t/a?_rsc=x", { headers: { cookie, rsc: "1" } }),
    ];
    for (const { status, headers } of answers)
      expect([status, headers.get("cache-control"), headers.get("etag")]).toEqual([200, "private, no-store", null]);
    expect(seen).toHaveLength(2);
    await ask("/t/a");
    await ask("/t/a", { headers: { cookie: "theme=dark" } });
    expect(seen).toHaveLength(2);
    expect(store.size).toBe(0);
  });

  it("hands the rest to Next with a nonce of its own each time, in request and response alike", async () => {
    const { ask, seen } = await serve();
    const sent = { headers: { "content-security-policy": "script-src 'nonce-mine'", "x-nonce": "mine" } };
    const [first, second] = [await ask("/settings", sent), await ask("/settings", sent)];
    const policies = [first, second].map((answer) => answer.headers.get("content-security-policy"));
    expect(policies[0]).not.toBe(policies[1]);
    expect(seen.map((request) => request.headers["content-security-policy"])).toEqual(policies);
    expect(JSON.stringify(policies)).not.toContain("mine");
    expect(first.headers.get("cache-control")).toBe("private, no-store");
  });

  it("redirects made-up queries to the page itself", async () => {
    const { ask } = await serve();
    const answer = await ask("/t/a?utm_source=x", { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, "/t/a"]);
  });

  it("names the address to use where a form comes from another", async () => {
    const { ask, seen } = await serve();
    const answer = await ask("/t/new", { method: "POST", body: "a=b", headers: { origin: "http://127.0.0.1:3000" } });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(ADDRESS);
    const { status, headers } = await ask("/api/live", { method: "POST" });
    expect([status, headers.get("content-type")]).toEqual([403, "application/problem+json"]);
    expect(seen).toEqual([]);
  });

  it("refuses what is no plain request before Next sees it", async () => {
    const { say, seen } = await serve();
    const host = `Host: grounds.test\r\n`;
    const upgrade = `Connection: Upgrade\r\nUpgrade: websocket\r\n`;
    const said = {
      [`GET / HTTP/1.1\r\n${host}${upgrade}\r\n`]: "400",
      [`GET http://evil.test/ HTTP/1.1\r\n${host}\r\n`]: "400",
      [`GET http://evil.test/ HTTP/1.1\r\n${host}${upgrade}\r\n`]: "400",
      [`POST /api/v1/x HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`]: "411",
      [`POST /api/v1/x HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Encoding: gzip\r\n\r\na`]: "415",
      [`POST /api/v1/x HTTP/1.1\r\n${host}Content-Length: 9999999\r\n\r\n`]: "413",
      [`POST /api/v1/x HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`]: "400",
      [`TRACE / HTTP/1.1\r\n${host}\r\n`]: "405",
    };
    for (const [bytes, status] of Object.entries(said)) {
      expect((await say(bytes)).split(" ")[1], bytes).toBe(status);
    }
    expect(await say(`CONNECT evil.test:443 HTTP/1.1\r\n${host}\r\n`)).toBe("");
    expect(seen).toEqual([]);
  });

  it("says after a fault of ours only that it happened", async () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { ask } = await serve({ render: () => Promise.reject(new Error("inner words")) });
    const answer = await ask("/t/a");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/inner words|at /);
    expect(write.mock.calls.join()).toContain("inner words");
    write.mockRestore();
  });

  it("answers HEAD with the page's headers alone", async () => {
    const { ask } = await serve();
    const answer = await ask("/t/a", { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(0);
  });
});

describe("how much somebody may have rendered", () => {
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
  const CLASS = "203.0.113.7";

  it("is ample for a class of 35 behind one address, and beyond that says when to go on; others are not held up", async () => {
    const { ask } = await serve({ proxies: 1 });
    const statuses = async (path: string, times: number) => {
      const all = new Map<number, number>();
      for (let i = 0; i < times; i += 50) {
        const some = Array.from({ length: Math.min(50, times - i) }, () => ask(path, from(CLASS)));
        for (const { status } of await Promise.all(some)) all.set(status, (all.get(status) ?? 0) + 1);
      }
      return Object.fromEntries(all);
    };
    expect(await statuses("/t/a/argue", 35 * 20)).toEqual({ 200: 700 });
    expect(await statuses("/search?q=court", 35 * 10)).toEqual({ 200: 350 });
    expect(await statuses("/api/v1/threads/a/export?format=json", 35 * 4)).toEqual({ 200: 140 });
    expect(await statuses("/api/v1/threads/a/export?format=json", 20)).toEqual({ 200: 10, 429: 10 });
    const refused = await ask("/api/v1/threads/a/export", from(CLASS));
    const problem = await refused.json();
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    expect(problem).toMatchObject({ type: "urn:grounds:too-many", status: 429 });
    expect(problem.detail).toMatch(/^That was often in a short time\..+ seconds\.$/);
    expect((await ask("/api/v1/threads/a/export", from("198.51.100.1"))).status).toBe(200);
    // Who has taken many files may still search and read.
    expect((await ask("/search", from(CLASS))).status).toBe(200);
  }, 30_000);

  it("does not concern what is stored, nor this machine itself; what is nowhere costs a render each time", async () => {
    const { ask } = await serve({ proxies: 1 });
    expect((await ask("/t/a", from(CLASS))).status).toBe(200);
    for (let i = 0; i < 18; i++) await Promise.all(Array.from({ length: 50 }, () => ask("/t/a/argue", from(CLASS))));
    const late = await ask("/a/none", from(CLASS));
    expect([late.status, await late.text()]).toEqual([429, expect.stringContaining("try again in")]);
    expect((await ask("/t/a", from(CLASS))).status).toBe(200);
    // An address of one's own choice makes nobody somebody else: the proxy's word is the last one.
    const claimed = { headers: { "x-forwarded-for": `198.51.100.9, ${CLASS}` } };
    expect((await ask("/a/none", claimed)).status).toBe(429);
    // Nor does a cookie that we did not seal.
    const forged = { headers: { "x-forwarded-for": CLASS, cookie: "grounds.session=none" } };
    expect((await ask("/a/none", forged)).status).toBe(429);
    // Nor does a token that opens nothing: a new one each time would begin anew each time.
    const madeUp = { headers: { "x-forwarded-for": CLASS, authorization: `Bearer ${"x".repeat(50)}` } };
    expect((await ask("/api/v1/threads", madeUp)).status).toBe(429);
    const sealed = { headers: { "x-forwarded-for": CLASS, cookie: "grounds.session=sealed" } };
    expect((await ask("/a/none", sealed)).status).toBe(200);
    const own = await serve();
    for (let i = 0; i < 9; i++) await Promise.all(Array.from({ length: 50 }, () => own.ask("/search")));
    expect((await own.ask("/search")).status).toBe(200);
  }, 30_000);
});
