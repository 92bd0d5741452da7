/** What must not get in by a learning platform's addresses, and where its addresses must not lead. */
import { createHmac, randomUUID } from "node:crypto";
import { exportSPKI, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "#lib/db";
import { askPlatform, NETWORK } from "#lib/lti/asking";
import { registerPlatform, retirePlatform } from "#lib/lti/commands/platform";
import { syncRoster } from "#lib/lti/commands/sync";
import { platformInput } from "#lib/lti/schema";
import { OPERATOR } from "#lib/users/policy";
import { makeWorld, refusal, type World } from "../../support/island.ts";
import { INSTITUTION_ROLE, Platform, type Pupil, ROLE } from "../../support/platform.ts";
import { begin, bring, openLink, SITE, startTool, type Tool } from "./tool.ts";

process.env.APP_URL = SITE;
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const LTI = "https://purl.imsglobal.org/spec/lti/claim";
const teacher: Pupil = { sub: "t-1", name: "Ada Okoro", roles: [`${ROLE}Instructor`] };
const pupil: Pupil = { sub: "p-1", name: "Bo Lindqvist", roles: [`${ROLE}Learner`] };

let platform: Platform;
let second: Platform;
let current: Platform;
let tool: Tool;
let people: World["people"];

beforeAll(async () => {
  ({ people } = await makeWorld());
  platform = await new Platform("school.example").start();
  second = await new Platform("college.example").start();
  current = platform;
  tool = await startTool(() => current.network());
  for (const one of [platform, second]) await registerPlatform(OPERATOR, one.registration);
  expect((await openLink(tool, platform, teacher)).status).toBe(200);
});
afterAll(() => {
  tool.stop();
  platform.stop();
  second.stop();
});

/** The status that a message made in this way is answered with. */
async function sent(make: (claims: Record<string, unknown>) => Promise<string> | string): Promise<number> {
  const asked = (await begin(tool, platform)).searchParams;
  const claims = platform.claims(pupil, asked.get("nonce") ?? "", `${SITE}/api/lti/launch`);
  return (await bring(tool, platform, asked.get("state") ?? "", await make(claims))).status;
}
const counts = async () => [
  await db().ltiSubject.count(),
  await db().enrolment.count(),
  await db().ltiTicket.count(),
  await db().session.count(),
];
/** Whatever is done leaves nobody in. */
async function leavesNothing(act: () => Promise<unknown>): Promise<void> {
  const before = await counts();
  await act();
  expect(await counts()).toEqual(before);
}
const changed = (other: Record<string, unknown>) => sent((claims) => platform.sign({ ...claims, ...other }));
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a sign-in", () => {
  const login = (other: Record<string, string>) => refusal(begin(tool, platform, other));

  it("of an unknown issuer, client or deployment goes nowhere", async () => {
    const before = await db().ltiState.count();
    expect(await login({ iss: "https://elsewhere.example" })).toMatch(/no login: 403/);
    expect(await login({ client_id: "another" })).toMatch(/no login: 403/);
    expect(await login({ lti_deployment_id: "99" })).toMatch(/no login: 403/);
    expect(await db().ltiState.count()).toBe(before);
    expect(await login({ lti_deployment_id: "1" })).toBe("done");
  });

  it("to a target on another host goes nowhere", async () => {
    for (const target of ["https://evil.example/t/x", "https://grounds.example.evil.example/", "javascript:1", "/t/x"])
      expect(await login({ target_link_uri: target })).toMatch(/no login: 403/);
  });

  it("with a name said twice, or by anything but a form, is not taken", async () => {
    const query = new URLSearchParams({ iss: platform.issuer, login_hint: "x", target_link_uri: SITE });
    expect((await tool.ask(`/api/lti/login?${query}`)).status).toBe(303);
    query.append("iss", "https://elsewhere.example");
    expect((await tool.ask(`/api/lti/login?${query}`)).status).toBe(422);
  });
});

describe("a message", () => {
  it("is taken when nothing is wrong with it", async () => {
    expect(await changed({})).toBe(200);
    expect(await changed({ aud: [platform.clientId], azp: platform.clientId })).toBe(200);
  });

  it("is taken once, with the state and the nonce of its own sign-in", async () => {
    const asked = (await begin(tool, platform)).searchParams;
    const [state, nonce] = [asked.get("state") ?? "", asked.get("nonce") ?? ""];
    const token = await platform.sign(platform.claims(pupil, nonce, SITE));
    expect((await bring(tool, platform, state, token)).status).toBe(200);
    await leavesNothing(async () => {
      expect((await bring(tool, platform, state, token)).status).toBe(403);
      const again = (await begin(tool, platform)).searchParams.get("state") ?? "";
      expect((await bring(tool, platform, again, token)).status).toBe(401);
      expect((await bring(tool, platform, randomUUID(), token)).status).toBe(403);
    });
  });

  it("at one moment with itself is taken once", async () => {
    const asked = (await begin(tool, platform)).searchParams;
    const token = await platform.sign(platform.claims(pupil, asked.get("nonce") ?? "", SITE));
    const both = await Promise.all([1, 2].map(() => bring(tool, platform, asked.get("state") ?? "", token)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it("without a signature, or with one made of the public key, is refused", () =>
    leavesNothing(async () => {
      expect(await sent((claims) => `${encoded({ alg: "none" })}.${encoded(claims)}.`)).toBe(401);
      const jwk = platform.published[0] ?? {};
      const pem = await exportSPKI((await importJWK(jwk, "RS256", { extractable: true })) as CryptoKey);
      for (const secret of [pem, JSON.stringify(jwk)]) {
        const status = await sent((claims) => {
          const now = Math.floor(Date.now() / 1000);
          const head = encoded({ alg: "HS256", kid: jwk.kid, typ: "JWT" });
          const body = encoded({ ...claims, iat: now, exp: now + 300 });
          return `${head}.${body}.${createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url")}`;
        });
        expect(status).toBe(401);
      }
      expect(await sent(async (claims) => second.sign(claims))).toBe(401);
      expect(await sent(async (claims) => `${(await platform.sign(claims)).slice(0, -8)}AAAAAAAA`)).toBe(401);
    }));

  it("that has ended, is of tomorrow, or was made long ago is refused", () =>
    leavesNothing(async () => {
      const now = Math.floor(Date.now() / 1000);
      expect(await sent((claims) => platform.sign(claims, platform.keys[0], "-5m"))).toBe(401);
      expect(await changed({ iat: now + 3_600 })).toBe(401);
      expect(await changed({ iat: now - 3_600 })).toBe(401);
      expect(await changed({ nbf: now + 3_600 })).toBe(401);
    }));

  it("of another issuer, or for another client as well, is refused", () =>
    leavesNothing(async () => {
      expect(await changed({ iss: second.issuer })).toBe(401);
      expect(await changed({ aud: "another" })).toBe(401);
      expect(await changed({ aud: [platform.clientId, "another"], azp: platform.clientId })).toBe(401);
      expect(await changed({ aud: [] })).toBe(401);
      expect(await changed({ azp: "another" })).toBe(401);
    }));

  it("of an unknown deployment, of another version or kind, or that leads elsewhere is refused", () =>
    leavesNothing(async () => {
      expect(await changed({ [`${LTI}/deployment_id`]: "99" })).toBe(401);
      expect(await changed({ [`${LTI}/version`]: "1.1" })).toBe(401);
      expect(await changed({ [`${LTI}/message_type`]: "LtiSubmissionReviewRequest" })).toBe(401);
      expect(await changed({ [`${LTI}/target_link_uri`]: "https://evil.example/t/x" })).toBe(401);
      expect(await changed({ sub: undefined })).toBe(401);
      expect(await changed({ sub: "x".repeat(300) })).toBe(401);
      expect(await changed({ [`${LTI}/context`]: undefined })).toBe(403);
    }));

  it("brings a choice to no other site than the platform's, and to nobody but a teacher", () =>
    leavesNothing(async () => {
      const wish = async (who: Pupil, returnUrl: string) => {
        const asked = (await begin(tool, platform)).searchParams;
        const token = await platform.sign(platform.choosing(who, asked.get("nonce") ?? "", returnUrl));
        return (await bring(tool, platform, asked.get("state") ?? "", token)).status;
      };
      expect(await wish(teacher, "https://evil.example/return")).toBe(401);
      expect(await wish(pupil, platform.at("/return"))).toBe(403);
    }));
});

describe("a key that is not known", () => {
  const fetched = () => platform.asked.filter(({ path }) => path === "/jwks").length;

  it("is looked for once, and then not again for a while, however often it is named", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    try {
      const before = fetched();
      const stranger = await new Platform("stranger.example").rotate();
      await leavesNothing(async () => {
        for (let i = 0; i < 5; i++) expect(await sent((claims) => platform.sign(claims, stranger))).toBe(401);
      });
      expect(fetched()).toBe(before + 1);
      vi.setSystemTime(Date.now() + 31_000);
      await platform.rotate();
      expect(await changed({})).toBe(200);
      expect(fetched()).toBe(before + 2);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("roles", () => {
  it("are the course's: what somebody is in the institution makes them nothing here", () =>
    leavesNothing(async () => {
      for (const role of ["Instructor", "Learner", "Administrator", "Faculty"])
        expect(await changed({ [`${LTI}/roles`]: [INSTITUTION_ROLE + role] })).toBe(403);
      const system = "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator";
      for (const roles of [[], [system], [`${ROLE}Mentor`], [`${ROLE}Administrator`], [`x${ROLE}Instructor`]])
        expect(await changed({ [`${LTI}/roles`]: roles })).toBe(403);
    }));

  it("of a learner who teaches in the institution are a learner's, and give nobody rights over the forum", async () => {
    expect(await changed({ [`${LTI}/roles`]: [`${INSTITUTION_ROLE}Instructor`, `${ROLE}Learner`] })).toBe(200);
    const { user } = await db().ltiSubject.findFirstOrThrow({
      where: { sub: "p-1" },
      select: { user: { select: { role: true, enrolled: true } } },
    });
    expect([user.role, user.enrolled.map(({ role }) => role)]).toEqual(["MEMBER", ["STUDENT"]]);
  });
});

describe("two platforms", () => {
  it("call two people by one name", async () => {
    current = second;
    expect((await openLink(tool, second, { ...teacher, name: "Ebo Quist" })).status).toBe(200);
    current = platform;
    const rows = await db().ltiSubject.findMany({ where: { sub: "t-1" }, select: { user: true } });
    expect(new Set(rows.map(({ user }) => user.name))).toEqual(new Set(["Ada Okoro", "Ebo Quist"]));
    expect(await db().class.count({ where: { ltiContext: { isNot: null } } })).toBe(2);
  });

  it("cannot finish each other's sign-ins", () =>
    leavesNothing(async () => {
      const asked = (await begin(tool, platform)).searchParams;
      const token = await second.sign(second.claims(teacher, asked.get("nonce") ?? "", SITE));
      expect((await bring(tool, second, asked.get("state") ?? "", token)).status).toBe(401);
    }));
});

describe("forms from other sites", () => {
  it("reach the sign-in and the message, and nothing else of ours", async () => {
    const from = (path: string) => tool.ask(path, { a: "b" }, "https://evil.example");
    expect((await from("/api/lti/login")).status).toBe(422);
    expect((await from("/api/lti/launch")).status).toBe(422);
    for (const path of ["/api/lti/enter", "/api/lti/deep-link", "/api/lti/jwks", "/api/lti/launch/", "/t/new"])
      expect((await from(path)).status, path).toBe(403);
  });
});

describe("registering a platform", () => {
  const registration = () => ({ ...platform.registration, clientId: randomUUID() });

  it("is for who runs the forum, and twice is as once", async () => {
    for (const who of [people.naledi, people.signe].filter(({ role }) => role !== "ADMIN"))
      expect(await refusal(registerPlatform(who, registration()))).toBe("admins-only");
    const one = registration();
    const { id } = await registerPlatform(OPERATOR, one);
    expect(await registerPlatform(OPERATOR, { ...one, name: "Other", deployments: ["1", "2"] })).toEqual({ id });
    expect(await db().ltiDeployment.count({ where: { platformId: id } })).toBe(2);
    expect(await db().event.count({ where: { kind: "platform.registered" } })).toBeGreaterThan(1);
    await retirePlatform(OPERATOR, one.issuer, one.clientId);
    await retirePlatform(OPERATOR, one.issuer, one.clientId);
    expect(await db().event.count({ where: { kind: "platform.retired" } })).toBe(1);
    expect(await refusal(begin(tool, platform, { client_id: one.clientId }))).toMatch(/403/);
    expect(await refusal(retirePlatform(OPERATOR, "nobody", "x"))).toBe("missing");
  });

  it("takes no address of an inner host, of ours, or without https", async () => {
    const inner = ["http://localhost/jwks", "https://10.0.0.8:8443/jwks", "https://vault.internal/", `${SITE}/jwks`];
    for (const jwksUrl of inner)
      expect(await refusal(registerPlatform(OPERATOR, { ...registration(), jwksUrl }))).toBe("address-unreachable");
    expect(platformInput.safeParse(registration()).success).toBe(false);
  });
});

describe("a platform's address", () => {
  it("is never asked for on an inner host, whatever its name resolves to", async () => {
    const get = { method: "GET" as const, headers: {} };
    for (const address of ["http://127.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "http://10.0.0.8/"])
      expect(await refusal(askPlatform(address, get))).toBe("platform-unanswered");
    const turned = { ...NETWORK, resolve: async () => [{ address: "10.0.0.8", family: 4 }] };
    expect(await refusal(askPlatform("https://school.example/", get, turned))).toBe("platform-unanswered");
    // Without what the tests give it, the pretended platform itself is out of reach.
    await db().ltiContext.updateMany({ data: { membershipsUrl: `http://127.0.0.1:${platform.port}/members` } });
    const { id } = await db().ltiContext.findFirstOrThrow();
    expect(await refusal(syncRoster(id))).toBe("platform-unanswered");
  });
});
