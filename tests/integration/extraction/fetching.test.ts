/** Addresses that somebody gives: what is asked, and what never is. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { fetchPage } from "#lib/sources/fetching/fetch-page";
import { isOpen } from "#lib/sources/fetching/hosts";
import { PAGE } from "../../support/article.ts";
import { refusal } from "../../support/island.ts";

vi.setConfig({ testTimeout: 20_000 });

const SITE = "https://grounds.example";
const PUBLIC = "93.184.215.14";

let answer: RequestListener = () => {};
/** A site without a robots.txt, as most are. */
const none: RequestListener = (_, response) => response.writeHead(404).end();
let robots = none;
const asked: IncomingMessage[] = [];
const askedRobots: IncomingMessage[] = [];
const server: Server = createServer((request, response) => {
  const isRobots = request.url === "/robots.txt";
  (isRobots ? askedRobots : asked).push(request);
  (isRobots ? robots : answer)(request, response);
});

/** What names resolve to; tells.example says something else each time it is asked. */
const names: Record<string, string[]> = {
  "tide.example": [PUBLIC],
  "www.tide.example": [PUBLIC],
  "grounds.example": [PUBLIC],
  "inner.example": ["10.0.0.8"],
  "both.example": [PUBLIC, "127.0.0.1"],
  "six.example": ["fd00:ec2::254"],
  "mapped.example": ["::ffff:127.0.0.1"],
};
let resolved: string[] = [];

/** The open network of the tests: whatever is checked as open is then asked for on this machine. */
const network = () => ({
  resolve: async (name: string) => {
    resolved.push(name);
    const addresses = name === "tells.example" ? [resolved.length > 1 ? "127.0.0.1" : PUBLIC] : names[name];
    if (!addresses) throw Object.assign(new Error(`ENOTFOUND ${name}`), { code: "ENOTFOUND" });
    // What is asked for goes to this machine, but only after the rules have let the named address pass.
    return addresses.map((address) => ({ address: isOpen(address) ? "127.0.0.1" : address, family: 4, was: address }));
  },
  isOpen: (address: string) => address === "127.0.0.1" || isOpen(address),
  port: (server.address() as AddressInfo).port,
});
const fetched = (url: string, fetchMs = 3_000) => fetchPage(url, SITE, { fetchMs, network: network() });
const refused = (url: string, fetchMs?: number) => refusal(fetched(url, fetchMs));
const html: RequestListener = (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE);

beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
afterEach(() => {
  asked.length = 0;
  askedRobots.length = 0;
  robots = none;
  resolved = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("a page", () => {
  test("comes with the address that was asked for and the one that answered, and nobody's cookies", async () => {
    answer = (request, response) => {
      if (request.headers.host?.startsWith("www.")) html(request, response);
      else response.writeHead(301, { location: "http://www.tide.example/b#top", "set-cookie": "a=b" }).end();
    };
    const page = await fetched("http://tide.example/a?x=1#part");
    expect(page).toMatchObject({ kind: "html", charset: "utf-8" });
    expect(page).toMatchObject({ requestedUrl: "http://tide.example/a?x=1", finalUrl: "http://www.tide.example/b" });
    expect(page.bytes.toString()).toBe(PAGE);
    expect(resolved).toEqual(["tide.example", "www.tide.example"]);
    for (const { headers } of [...asked, ...askedRobots])
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(JSON.stringify([...asked, ...askedRobots].map(({ headers }) => headers))).not.toMatch(
      /cookie|referer|authorization|forwarded/i,
    );
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("is unpacked from %s", async (coding, pack) => {
    answer = (_, response) => response.setHeader("content-encoding", coding).end(pack(PAGE));
    expect((await fetched("http://tide.example/")).bytes.toString()).toBe(PAGE);
  });

  test("of another kind is known by what the answer says", async () => {
    answer = (_, response) => response.setHeader("content-type", "application/pdf").end("%PDF-");
    expect(await fetched("http://tide.example/a.html")).toMatchObject({ kind: "pdf" });
    answer = (_, response) => response.setHeader("content-type", "image/png").end("x");
    expect(await refused("http://tide.example/a.html")).toBe("address-no-text");
  });
});

describe("never asked is", () => {
  test.each([
    "http://127.0.0.1",
    "http://2130706433",
    "http://0x7f.1",
    "http://127.1",
    "http://0177.0.0.1",
    "http://[::ffff:127.0.0.1]",
    "http://[::ffff:7f00:1]",
    "http://0",
    "http://localhost",
    "http://localhost.",
    "http://a.localhost",
    "http://[::1]",
    "http://[::]",
    "http://[fe80::1%25eth0]",
    "http://[fe80::1]",
    "http://169.254.169.254/",
    "http://[fd00:ec2::254]",
    "http://100.100.100.200/",
    "http://192.168.1.1",
    "http://[64:ff9b::7f00:1]",
    "http://[2002:7f00:1::]",
    "http://metadata.google.internal",
    "http://intranet/",
    "http://printer.local/",
  ])("%s", async (url) => {
    answer = html;
    // Literal addresses are never resolved, so the rules alone decide.
    const rules = { ...network(), isOpen };
    expect(await refusal(fetchPage(url, SITE, { network: rules }))).toBe("address-unreachable");
    expect(asked).toEqual([]);
  });

  test.each(["inner.example", "both.example", "six.example", "mapped.example", "nowhere.example"])(
    "a name that leads inside: %s",
    async (name) => {
      answer = html;
      const rules = {
        ...network(),
        resolve: async (one: string) => (names[one] ?? []).map((address) => ({ address, family: 4 })),
        isOpen,
      };
      expect(await refusal(fetchPage(`http://${name}/`, SITE, { network: rules }))).toBe("address-unreachable");
      expect(asked).toEqual([]);
    },
  );

  test.each([
    "https://tide.example:22/",
    "http://tide.example:5432/",
    "http://tide.example:6379/",
    "http://tide.example:25/",
    "http://tide.example:8080/",
    "http://user:word@tide.example/",
    "http://user@tide.example#@evil.example",
    "ftp://tide.example/",
    "file:///etc/passwd",
    "gopher://tide.example/",
    "javascript:alert(1)",
    "data:text/html,words",
    "tide.example",
    "//tide.example/",
    "",
    "http://",
    "https://grounds.example/api/auth/signout",
    "https://GROUNDS.example./t/a",
    "http://grounds.example/",
  ])("%s", async (url) => {
    answer = html;
    expect(await refused(url)).toBe("address-unreachable");
    expect(asked).toEqual([]);
  });

  test.each([
    "http://127.0.0.2/",
    "http://inner.example/",
    "file:///etc/passwd",
    "gopher://tide.example/",
    "http://tide.example:6379/",
    "//user:word@tide.example/",
    "http://grounds.example/t/a",
  ])("what an open page leads to: %s", async (location) => {
    answer = (request, response) => {
      if (request.url === "/start") response.writeHead(302, { location }).end();
      else html(request, response);
    };
    const rules = {
      ...network(),
      resolve: async (name: string) =>
        (names[name] ?? []).map((address) => ({ address: address === PUBLIC ? "127.0.0.1" : address, family: 4 })),
    };
    expect(await refusal(fetchPage("http://tide.example/start", SITE, { network: rules }))).toBe("address-unreachable");
    expect(asked.map(({ url }) => url)).toEqual(["/start"]);
  });
});

describe("an answer is given up", () => {
  test("after five that lead elsewhere, or when they lead in a circle", async () => {
    answer = (request, response) => {
      const hop = Number(request.url?.slice(1));
      if (hop > 0) response.writeHead(302, { location: `/${hop - 1}` }).end();
      else html(request, response);
    };
    expect((await fetched("http://tide.example/5")).finalUrl).toBe("http://tide.example/0");
    asked.length = 0;
    expect(await refused("http://tide.example/20")).toBe("address-unreachable");
    expect(asked).toHaveLength(6);
    answer = (_, response) => response.writeHead(302, { location: "/" }).end();
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
  });

  test("when it unpacks to more than a file has, and little memory was taken", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const before = process.memoryUsage().arrayBuffers;
    answer = (_, response) => response.setHeader("content-encoding", "gzip").end(bomb);
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  test("when it is long, says that it is, or never ends", async () => {
    answer = (_, response) => response.end(Buffer.alloc(6_000_000, "a"));
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    answer = (_, response) => response.setHeader("content-length", "99999999").write("a");
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    answer = (_, response) => {
      const more = () => response.destroyed || response.write(Buffer.alloc(65_536, "a"), more);
      more();
    };
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
  });

  test("when it breaks off, or its packing is broken or unknown", async () => {
    answer = (_, response) => {
      response.setHeader("content-length", "1000").write("a");
      setTimeout(() => response.destroy(), 20);
    };
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    answer = (_, response) => response.setHeader("content-encoding", "gzip").end("not packed");
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    answer = (_, response) => response.setHeader("content-encoding", "compress").end("words");
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
  });

  test("when it dawdles, whatever it has said by then", async () => {
    answer = (_, response) => {
      const timer = setInterval(() => response.write("a"), 50);
      response.once("close", () => clearInterval(timer));
    };
    const began = performance.now();
    expect(await refused("http://tide.example/", 400)).toBe("address-unreachable");
    answer = () => {};
    expect(await refused("http://tide.example/", 400)).toBe("address-unreachable");
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test.each([401, 402, 403, 429, 451])("with %i by saying so, and is asked for once", async (status) => {
    answer = (_, response) => response.writeHead(status).end("no");
    expect(await refused("http://tide.example/")).toBe("address-closed");
    expect(asked).toHaveLength(1);
  });

  test.each([404, 410, 500, 503, 204, 206, 304])("with %i", async (status) => {
    answer = (_, response) => response.writeHead(status).end();
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
  });
});

describe("a site's robots.txt", () => {
  const says =
    (text: string): RequestListener =>
    (_, response) =>
      response.setHeader("content-type", "text/plain").end(text);

  test("is asked once for each site on the way, before its pages, and obeyed at each", async () => {
    robots = says("User-agent: *\nDisallow: /members/");
    answer = (request, response) => {
      if (request.headers.host?.startsWith("www.")) html(request, response);
      else if (request.url === "/a") response.writeHead(302, { location: "/b" }).end();
      else response.writeHead(302, { location: "http://www.tide.example/members/b" }).end();
    };
    expect(await refused("http://tide.example/a")).toBe("address-disallowed");
    expect(asked.map(({ url }) => url)).toEqual(["/a", "/b"]);
    expect(askedRobots.map(({ headers }) => headers.host?.split(":")[0])).toEqual(["tide.example", "www.tide.example"]);
    asked.length = 0;
    expect(await refused("http://tide.example/members/x")).toBe("address-disallowed");
    expect(asked).toEqual([]);
  });

  test.each([401, 403, 404, 410, 429])("that is answered with %i forbids nothing", async (status) => {
    robots = (_, response) => response.writeHead(status).end("User-agent: *\nDisallow: /");
    answer = html;
    expect((await fetched("http://tide.example/")).bytes.length).toBeGreaterThan(0);
  });

  test.each([500, 503])("that is answered with %i forbids everything", async (status) => {
    robots = (_, response) => response.writeHead(status).end();
    answer = html;
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    expect(asked).toEqual([]);
  });

  test("that breaks off, dawdles or leads inside forbids everything", async () => {
    answer = html;
    robots = (_, response) => response.destroy();
    expect(await refused("http://tide.example/")).toBe("address-unreachable");
    robots = () => {};
    expect(await refused("http://tide.example/", 300)).toBe("address-unreachable");
    for (const location of ["http://192.168.1.1/", "http://tide.example:6379/robots.txt", "file:///etc/passwd"]) {
      robots = (_, response) => response.writeHead(301, { location }).end();
      expect(await refused("http://tide.example/")).toBe("address-unreachable");
    }
    expect(asked).toEqual([]);
  });

  test("is followed to where it stands, and forbids nothing where it leads in a circle", async () => {
    answer = (request, response) => {
      if (request.url === "/rules.txt") response.end("User-agent: Grounds\nDisallow: /");
      else html(request, response);
    };
    robots = (_, response) => response.writeHead(301, { location: "/rules.txt" }).end();
    expect(await refused("http://tide.example/")).toBe("address-disallowed");
    robots = (_, response) => response.writeHead(301, { location: "/robots.txt" }).end();
    expect((await fetched("http://tide.example/")).bytes.length).toBeGreaterThan(0);
  });

  test("counts in its first 500 kilobytes, however it is packed, and takes no more time than they do", async () => {
    answer = html;
    const filler = "user-agent: a\nallow: /*a*a*a*a*a*a$\n".repeat(12_000);
    robots = says(`User-agent: *\nDisallow: /\n${filler}`);
    expect(await refused("http://tide.example/", 10_000)).toBe("address-disallowed");
    robots = says(`${filler}#${"x".repeat(200_000)}\nUser-agent: *\nDisallow: /`);
    expect((await fetched("http://tide.example/", 10_000)).bytes.length).toBeGreaterThan(0);
    robots = (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(20_000_000)));
    expect((await fetched("http://tide.example/", 10_000)).bytes.length).toBeGreaterThan(0);
  });
});

test("a page that asks to be kept from machines that learn is left alone, and others with a tag are not", async () => {
  answer = (_, response) => response.setHeader("x-robots-tag", "noai, noimageai").end(PAGE);
  expect(await refused("http://tide.example/")).toBe("address-disallowed");
  answer = (_, response) => response.end(`<meta content="noindex, noai" name="robots">${PAGE}`);
  expect(await refused("http://tide.example/")).toBe("address-disallowed");
  answer = (_, response) => response.setHeader("x-robots-tag", "noindex").end(PAGE);
  expect((await fetched("http://tide.example/")).bytes.length).toBeGreaterThan(0);
});

test("a name that says something else when it is asked again is asked once", async () => {
  answer = html;
  expect((await fetched("http://tells.example/")).bytes.length).toBeGreaterThan(0);
  expect(resolved).toEqual(["tells.example"]);
});

test("whatever fails is said in one way, alike to the letter", async () => {
  const said = new Set<string>();
  answer = (_, response) => response.writeHead(500).end();
  for (const url of [
    "http://127.0.0.1:22/",
    "http://10.1.2.3/",
    "http://nowhere.example/",
    "http://tide.example/",
    "http://tide.example:25/",
  ]) {
    const error = await fetchPage(url, SITE, {
      network: url.includes("10.") ? { ...network(), isOpen } : network(),
    }).catch((one) => one);
    said.add(JSON.stringify({ ...error, message: error.message }));
  }
  expect([...said]).toEqual([
    JSON.stringify({
      code: "address-unreachable",
      ground: "unprocessable",
      values: {},
      details: { field: "url" },
      message: "address-unreachable",
    }),
  ]);
});

test.each(["8.8.8.8", "1.1.1.1", "93.184.215.14", "2606:4700::1111", "2a00:1450:4001::1"])(
  "%s is an open address",
  (address) => {
    expect(isOpen(address)).toBe(true);
  },
);
