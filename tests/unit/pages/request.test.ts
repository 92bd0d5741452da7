import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress, settle } from "#lib/pages/request";

function settled(url: string, headers: Record<string, string>, method = "GET") {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method });
  Object.assign(request.headers, headers);
  settle(request, new URL("https://grounds.test"), 0);
  return request.headers;
}

describe("what Next sees of a request", () => {
  it("is the site's own address, whatever the request says about it", () => {
    const headers = settled("/", {
      host: "evil.test",
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "http",
      "x-forwarded-prefix": "/evil",
      forwarded: "host=evil.test",
      "x-real-ip": "1.2.3.4",
    });
    expect(headers).toMatchObject({
      host: "grounds.test",
      "x-forwarded-host": "grounds.test",
      "x-forwarded-proto": "https",
    });
    expect(JSON.stringify(headers)).not.toMatch(/evil|1\.2\.3\.4/);
  });

  it("is without a policy, a nonce or an address that the request brought", () => {
    const headers = settled("/", {
      "x-nonce": "n",
      "content-security-policy": "script-src 'nonce-n'",
      "content-security-policy-report-only": "script-src 'nonce-n'",
      "x-client-address": "1.2.3.4",
    });
    expect(Object.keys(headers)).toEqual(["host", "x-forwarded-host", "x-forwarded-proto", "x-client-address"]);
    expect(headers["x-client-address"]).toBe("");
  });

  it("is without a cookie under the API, which is for bearers", () => {
    const sent = { cookie: "session=a", authorization: "Bearer b" };
    expect(settled("/api/v1/threads", sent)).not.toHaveProperty("cookie");
    expect(settled("/api/v1/threads", sent).authorization).toBe("Bearer b");
    for (const url of ["/settings", "/api/v1x", "/settings?back=/api/v1/"]) {
      expect(settled(url, sent), url).toHaveProperty("cookie");
    }
  });

  it("brings the API a cookie where a page of ours reads, and nowhere else", () => {
    const from = (site: string) => ({ cookie: "session=a", "sec-fetch-site": site });
    for (const method of ["GET", "HEAD"])
      expect(settled("/api/v1/threads", from("same-origin"), method)).toHaveProperty("cookie");
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect(settled("/api/v1/threads", from("same-origin"), method)).not.toHaveProperty("cookie");
    for (const site of ["same-site", "cross-site", "none"])
      expect(settled("/api/v1/threads", from(site))).not.toHaveProperty("cookie");
  });
});

describe("a client's address", () => {
  it("is the socket's where no proxy is trusted", () => {
    expect(clientAddress("1.2.3.4", "9.9.9.9", 0)).toBe("9.9.9.9");
    expect(clientAddress(undefined, "::ffff:9.9.9.9", 0)).toBe("9.9.9.9");
  });

  it("is what the outermost trusted proxy wrote, and nothing before it", () => {
    expect(clientAddress("1.1.1.1, 2.2.2.2, 3.3.3.3", "9.9.9.9", 1)).toBe("3.3.3.3");
    expect(clientAddress("1.1.1.1, 2.2.2.2,3.3.3.3", "9.9.9.9", 2)).toBe("2.2.2.2");
    expect(clientAddress("2001:db8::1", "::1", 1)).toBe("2001:db8::1");
  });

  it("is the socket's where the proxies wrote too little or no address", () => {
    expect(clientAddress("1.1.1.1", "9.9.9.9", 2)).toBe("9.9.9.9");
    expect(clientAddress(undefined, "9.9.9.9", 1)).toBe("9.9.9.9");
    expect(clientAddress("unknown", "9.9.9.9", 1)).toBe("9.9.9.9");
  });
});
