import { describe, expect, it } from "vitest";
import { isForPlatforms, renderedPolicy, securityHeaders, storedPolicy } from "#lib/pages/headers";

const directives = (policy: string) =>
  Object.fromEntries(policy.split("; ").map((part) => [part.split(" ", 1)[0], part.slice(part.indexOf(" ") + 1)]));

describe("the content policy", () => {
  const policies = { stored: storedPolicy(["'sha256-a'"]), rendered: renderedPolicy("n", false) };

  it("lets nobody frame the site, re-base it, or receive its forms", () => {
    for (const policy of Object.values(policies)) {
      expect(directives(policy)).toMatchObject({
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
      });
    }
  });

  it("lets learning platforms frame and be sent what is made for them, and nobody else", () => {
    const framed = directives(renderedPolicy("n", false, ["https://school.test", "https://college.test"]));
    expect(framed["frame-ancestors"]).toBe("https://school.test https://college.test");
    expect(framed["form-action"]).toBe("'self' https://school.test https://college.test");
    expect(framed["default-src"]).toBe("'self'");
    for (const path of ["/api/lti/launch", "/api/lti/deep-link"]) expect(isForPlatforms(path)).toBe(true);
    for (const path of ["/api/lti/enter", "/api/lti/launch/x", "/api/lti/login", "/t/a", "/x/api/lti/launch"])
      expect(isForPlatforms(path), path).toBe(false);
  });

  it("allows a stored page its hashed scripts, and a rendered one those with its nonce", () => {
    expect(directives(policies.stored)["script-src"]).toBe("'self' 'sha256-a'");
    expect(directives(policies.rendered)["script-src"]).toBe("'self' 'nonce-n' 'strict-dynamic'");
  });

  it("allows nothing unsafe outside development", () => {
    for (const policy of Object.values(policies)) expect(policy).not.toContain("unsafe");
    expect(renderedPolicy("n", true)).toContain("'unsafe-eval'");
    expect(directives(renderedPolicy("n", true))["style-src"]).toBe("'self' 'unsafe-inline'");
  });
});

describe("the headers of every answer", () => {
  it("promise https only where the site is served by it", () => {
    expect(securityHeaders(false)).not.toHaveProperty("strict-transport-security");
    expect(securityHeaders(true)).toHaveProperty("strict-transport-security");
    expect(securityHeaders(false)).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  });
});
