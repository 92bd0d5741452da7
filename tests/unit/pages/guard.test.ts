import { describe, expect, it } from "vitest";
import { refusal } from "#lib/pages/guard";

const SITE = { origin: "https://grounds.test", dev: false };
const own = { origin: SITE.origin };
const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
  refusal({ method, url, headers }, SITE);

describe("the guard", () => {
  it("lets honest requests through", () => {
    for (const url of ["/", "/t/is-it-lawful?answers=a", "/s/caf%C3%A9", "/a%2Fb", "/_next/static/a..b.js", "/t/x.y"]) {
      expect(asked("GET", url), url).toBeNull();
    }
    expect(asked("POST", "/t/new", own)).toBeNull();
    expect(asked("DELETE", "/api/v1/links/a")).toBeNull();
  });

  it("takes what writes from its own pages alone", () => {
    for (const origin of ["null", "https://evil.test", "http://grounds.test", "https://grounds.test.evil.test"]) {
      expect(asked("POST", "/t/new", { origin })).toBe("foreign-origin");
    }
    expect(asked("POST", "/t/new")).toBe("foreign-origin");
    expect(asked("POST", "/t/new", { origin: "https://evil.test", "x-forwarded-host": "evil.test" })).toBe(
      "foreign-origin",
    );
    for (const method of ["PUT", "PATCH", "DELETE"]) expect(asked(method, "/settings")).toBe("foreign-origin");
    expect(asked("POST", "/api/v10/x")).toBe("foreign-origin");
    expect(asked("POST", "/api/unsubscribe/")).toBe("foreign-origin");
    expect(asked("POST", "/unsubscribe/abc")).toBe("foreign-origin");
    expect(asked("POST", "/api/v1/threads")).toBeNull();
  });

  it("takes a learning platform's forms where its protocol sends them, and nowhere near", () => {
    const form = { origin: "https://school.test", "content-type": "application/x-www-form-urlencoded" };
    for (const path of ["/api/lti/login", "/api/lti/launch", "/api/lti/launch?x=1"])
      for (const origin of [form.origin, "null"]) expect(asked("POST", path, { ...form, origin })).toBeNull();
    for (const path of ["/api/lti/enter", "/api/lti/deep-link", "/api/lti/launch/", "/api/lti", "/t/new"])
      expect(asked("POST", path, form), path).toBe("foreign-origin");
    for (const method of ["PUT", "PATCH", "DELETE"])
      expect(asked(method, "/api/lti/launch", form)).toBe("foreign-origin");
  });

  it("lets no form and no action in under the API, which asks nobody where they come from", () => {
    expect(asked("POST", "/api/v1/x", { "content-type": "multipart/form-data; boundary=a" })).toBe("form-on-api");
    expect(asked("POST", "/api/v1/x", { "content-type": "Application/x-www-form-urlencoded" })).toBe("form-on-api");
    expect(asked("POST", "/api/v1/x", { "next-action": "40ab" })).toBe("form-on-api");
    expect(asked("POST", "/api/v1/x", { "content-type": "application/json" })).toBeNull();
    expect(asked("POST", "/t/new", { ...own, "content-type": "multipart/form-data; boundary=a" })).toBeNull();
  });

  it("refuses addresses that no honest client writes", () => {
    const bad = ["//evil.test", "/t//x", "/\\evil.test", "/%5cevil.test", "/t/%00", "/t/x%0d%0a", "/%zz", "/t/%c0%ae"];
    const forms = ["http://evil.test/", "*", "evil.test:443", "", "/t/../x", "/t/%2e%2e/x", "/./x", "/t/.."];
    for (const url of [...bad, ...forms]) expect(asked("GET", url), url).toBe("bad-address");
  });

  it("refuses other methods, other protocols and the resizing of images", () => {
    for (const method of ["CONNECT", "TRACE", "PROPFIND", "get"]) expect(asked(method, "/")).toBe("bad-method");
    expect(asked("GET", "/", { upgrade: "websocket" })).toBe("no-upgrade");
    expect(refusal({ method: "GET", url: "/", headers: { upgrade: "websocket" } }, { ...SITE, dev: true })).toBeNull();
    expect(asked("GET", "/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75")).toBe("no-images");
  });

  it("reads only bodies of a known, bounded length, as they are", () => {
    const body = (path: string, headers: Record<string, string>) => asked("POST", path, { ...own, ...headers });
    expect(body("/t/new", { "transfer-encoding": "chunked" })).toBe("length-missing");
    expect(body("/t/new", { "content-length": "9", "content-encoding": "gzip" })).toBe("encoded-body");
    expect(body("/t/new", { "content-length": "1048576" })).toBeNull();
    expect(body("/t/new", { "content-length": "1048577" })).toBe("body-too-large");
    expect(body("/api/v1/threads", { "content-length": "1048577" })).toBe("body-too-large");
    expect(body("/api/v1/sources", { "content-length": "2097152" })).toBeNull();
    expect(body("/api/v1/sources", { "content-length": "2097153" })).toBe("body-too-large");
    expect(body("/s/new", { "content-length": "6291456" })).toBeNull();
    expect(body("/s/new", { "content-length": "6291457" })).toBe("body-too-large");
    expect(body("/s/other", { "content-length": "1048577" })).toBe("body-too-large");
    expect(body("/s/other/correct", { "content-length": "6291456" })).toBeNull();
    expect(body("/s/other/correct", { "content-length": "6291457" })).toBe("body-too-large");
    expect(body("/s/other/correct/more", { "content-length": "1048577" })).toBe("body-too-large");
    for (const path of ["/t/other/import", "/t/new/map", "/api/importing"]) {
      expect(body(path, { "content-length": "6291456" }), path).toBeNull();
      expect(body(path, { "content-length": "6291457" }), path).toBe("body-too-large");
    }
    expect(body("/api/v1/threads/new/imports", { "content-length": "7340032" })).toBeNull();
    expect(body("/t/other/map", { "content-length": "1048577" })).toBe("body-too-large");
    expect(body("/api/v1/sources/other/versions", { "content-length": "2097152" })).toBeNull();
    expect(body("/api/v1/sources/other/versions", { "content-length": "2097153" })).toBe("body-too-large");
    expect(body("/api/v1/sources/other/provenances", { "content-length": "2097152" })).toBeNull();
    expect(body("/api/v1/sources/other/provenances", { "content-length": "2097153" })).toBe("body-too-large");
    expect(body("/api/v1/sources/other", { "content-length": "1048577" })).toBe("body-too-large");
  });
});

it("lets a mail program stop letters by its key alone, which no browser sends by itself", () => {
  const form = { "content-type": "application/x-www-form-urlencoded", "content-length": "26" };
  expect(asked("POST", "/api/unsubscribe/abc123", form)).toBeNull();
});
