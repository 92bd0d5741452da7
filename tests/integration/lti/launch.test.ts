/** Coming in from a learning platform, end to end over HTTP: sign-in, class, roster, what a link leads to, and marks. */
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { USUAL_RUBRIC } from "#lib/classes/assessment";
import { copyThread } from "#lib/classes/commands/copy-thread";
import { gradePupil, releaseGrades, withholdGrades } from "#lib/classes/commands/grade";
import { removeMember } from "#lib/classes/commands/people";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { db } from "#lib/db";
import { sendMarks } from "#lib/lti/commands/marks";
import { changeKey, registerPlatform } from "#lib/lti/commands/platform";
import { type Score, sendScore } from "#lib/lti/commands/score";
import { planRosters, syncRoster } from "#lib/lti/commands/sync";
import { OPERATOR } from "#lib/users/policy";
import type { Person } from "#lib/users/viewer";
import { asKnown, task } from "../../support/assigned.ts";
import { makeWorld, refusal } from "../../support/island.ts";
import { Platform, type Pupil, ROLE } from "../../support/platform.ts";
import { person } from "../../support/world.ts";
import { begin, bring, fieldOf, openLink, SITE, startTool, type Tool, textOf, toolKeys } from "./tool.ts";

process.env.APP_URL = SITE;
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

const teacher: Pupil = { sub: "t-1", name: "Ada Okoro", roles: [`${ROLE}Instructor`] };
const pupil: Pupil = { sub: "p-1", name: "Bo Lindqvist", roles: [`${ROLE}Learner`] };
const other: Pupil = { sub: "p-2", name: "Cai Mendes", roles: [`${ROLE}Learner`] };

let platform: Platform;
let tool: Tool;
let slug = "";

beforeAll(async () => {
  await makeWorld();
  platform = await new Platform("school.example").start();
  tool = await startTool(() => platform.network());
  platform.toolKeys = toolKeys(tool);
  await registerPlatform(OPERATOR, platform.registration);
});
afterAll(() => {
  tool.stop();
  platform.stop();
});

const enrolled = async () =>
  Object.fromEntries(
    (
      await db().enrolment.findMany({
        where: { class: { slug }, removedAt: null },
        select: { role: true, user: { select: { ltiSubject: { select: { sub: true } } } } },
      })
    ).map(({ role, user }) => [user.ltiSubject?.sub ?? "", role]),
  );
const contextId = async () => (await db().ltiContext.findFirstOrThrow()).id;
const sync = async () => syncRoster(await contextId(), platform.network());

async function personOf(sub: string): Promise<Person> {
  const { user } = await db().ltiSubject.findFirstOrThrow({
    where: { sub, platform: { issuer: platform.issuer } },
    select: { user: { select: { id: true, handle: true, name: true, role: true } } },
  });
  const { id: classId } = await db().class.findUniqueOrThrow({ where: { slug } });
  return { ...user, teaches: [classId] };
}

describe("a platform's course", () => {
  it("sends the browser to its platform with all that OpenID Connect asks for", async () => {
    const asked = await begin(tool, platform, { lti_message_hint: "m", login_hint: "who & what" });
    expect(asked.origin + asked.pathname).toBe("http://school.example/auth");
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      ...{ scope: "openid", response_type: "id_token", response_mode: "form_post", prompt: "none" },
      ...{ client_id: platform.clientId, redirect_uri: `${SITE}/api/lti/launch` },
      ...{ login_hint: "who & what", lti_message_hint: "m" },
    });
  });

  it("has no class before its teacher opens it, and is one from then on", async () => {
    const early = await openLink(tool, platform, pupil);
    expect(early.status).toBe(403);
    expect(textOf(await early.text())).toMatch(/Ask your teacher to open this link once/);
    expect(await db().ltiSubject.count()).toBe(0);

    const answer = await openLink(tool, platform, teacher);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(textOf(html)).toMatch(/Debate, year 9 You go in as Ada Okoro/);
    const opened = await db().class.findFirstOrThrow({ where: { ltiContext: { isNot: null } } });
    slug = opened.slug;
    expect(opened.name).toBe("Debate, year 9");
    await openLink(tool, platform, teacher);
    expect(await db().class.count({ where: { ltiContext: { isNot: null } } })).toBe(1);
    expect(await enrolled()).toEqual({ "t-1": "TEACHER" });
  });

  it("may be framed by its platform and nobody else, and needs no cookie there", async () => {
    const answer = await openLink(tool, platform, teacher);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors http://school.example;");
    expect(answer.headers.get("x-frame-options")).toBeNull();
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const html = await answer.text();
    expect(html).toMatch(/<form method="post" action="\/api\/lti\/enter" target="_blank"/);
    expect(html).not.toMatch(/<script/);
    const elsewhere = await tool.ask("/api/lti/jwks");
    expect(elsewhere.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(elsewhere.headers.get("x-frame-options")).toBe("DENY");
  });

  it("lets a learner in as a pupil by a button of our own page, once", async () => {
    const html = await (await openLink(tool, platform, pupil)).text();
    // Their name is for the class's teachers; here they are called by two words that say nothing.
    expect(html).not.toContain("Lindqvist");
    expect(await enrolled()).toEqual({ "t-1": "TEACHER", "p-1": "STUDENT" });
    const who = await personOf("p-1");
    expect(await db().madeAccount.findUniqueOrThrow({ where: { userId: who.id } })).toMatchObject({
      ...{ name: "Bo Lindqvist", madeById: null },
    });
    expect(await db().user.findUniqueOrThrow({ where: { id: who.id } })).toMatchObject({ email: null, role: "MEMBER" });

    const ticket = fieldOf(html, "/api/lti/enter", "ticket");
    expect((await tool.ask("/api/lti/enter", { ticket }, "http://school.example")).status).toBe(403);
    const entered = await tool.ask("/api/lti/enter", { ticket }, SITE);
    expect([entered.status, entered.headers.get("location")]).toEqual([303, `/c/${slug}`]);
    expect(tool.kept.at(-1)).toMatchObject({ userId: who.id });
    const again = await tool.ask("/api/lti/enter", { ticket }, SITE);
    expect(again.status).toBe(403);
    expect(tool.kept).toHaveLength(1);
  });

  it("lets nobody in by a ticket that has ended", async () => {
    const html = await (await openLink(tool, platform, pupil)).text();
    const ticket = fieldOf(html, "/api/lti/enter", "ticket");
    await owner((sql) => sql(`UPDATE lti_tickets SET expires_at = now() - interval '1 second'`));
    expect((await tool.ask("/api/lti/enter", { ticket }, SITE)).status).toBe(403);
  });

  it("is brought in line with its roster, page by page", async () => {
    platform.pages = [[teacher], [pupil, other], [{ ...pupil, sub: "p-3", status: "Inactive" }]];
    expect(await sync()).toEqual({ joined: 1, left: 0 });
    expect(await enrolled()).toEqual({ "t-1": "TEACHER", "p-1": "STUDENT", "p-2": "STUDENT" });
    expect(await sync()).toEqual({ joined: 0, left: 0 });
    platform.pages = [[teacher], [pupil, { ...pupil, sub: "p-2", roles: ["Learner"], status: "Deleted" }]];
    expect(await sync()).toEqual({ joined: 0, left: 1 });
    expect(await enrolled()).toEqual({ "t-1": "TEACHER", "p-1": "STUDENT" });
    const ended = await db().event.findMany({ where: { kind: "enrolment.ended" } });
    expect(ended).toHaveLength(1);
    platform.pages = [[teacher, pupil, other]];
    expect(await sync()).toEqual({ joined: 1, left: 0 });
  });

  it("loses nobody where a page of the roster is missing, is another course's, or the list is empty", async () => {
    const all = await enrolled();
    platform.pages = [[teacher], [pupil]];
    platform.broken = 1;
    expect(await refusal(sync())).toBe("platform-unanswered");
    platform.broken = null;
    platform.pages = [[]];
    expect(await refusal(sync())).toBe("platform-unanswered");
    platform.pages = [[teacher]];
    const { id } = platform.context;
    platform.context.id = "course-8";
    expect(await refusal(sync())).toBe("platform-unanswered");
    platform.context.id = id;
    expect(await enrolled()).toEqual(all);
  });

  it("keeps its last teacher, and keeps out whom a teacher removed here", async () => {
    platform.pages = [[pupil, other]];
    await sync();
    expect(await enrolled()).toMatchObject({ "t-1": "TEACHER" });
    const ada = await personOf("t-1");
    await removeMember(ada, slug, (await personOf("p-2")).handle);
    platform.pages = [[teacher, pupil, other]];
    await sync();
    expect(await enrolled()).toEqual({ "t-1": "TEACHER", "p-1": "STUDENT" });
    const answer = await openLink(tool, platform, other);
    expect([answer.status, textOf(await answer.text())]).toEqual([
      403,
      expect.stringMatching(/removed you from this class/),
    ]);
  });

  it("is asked for its roster each hour", async () => {
    await planRosters(new Date(Date.now() + 3_600_000));
    const [{ jobs } = { jobs: 0 }] = await db().$queryRaw<{ jobs: number }[]>`
      SELECT count(*)::int AS jobs FROM pgboss.job WHERE name = 'rosters'`;
    expect(jobs).toBeGreaterThan(0);
  });
});

describe("a link of the course", () => {
  it("leads to the debate that its teacher chose, by our signed answer", async () => {
    const ada = await personOf("t-1");
    const world = await db().thread.findFirstOrThrow({ where: { classId: null } });
    const thread = await copyThread(ada, slug, { thread: world.slug, withArguments: false, names: "NAMES" });
    const asked = (await begin(tool, platform)).searchParams;
    const wish = platform.choosing(teacher, asked.get("nonce") ?? "", platform.at("/return?for=1"));
    const page = await (await bring(tool, platform, asked.get("state") ?? "", await platform.sign(wish))).text();
    expect(page).toContain(`value="t/${thread.slug}" checked`);
    const ticket = fieldOf(page, "/api/lti/deep-link", "ticket");
    const chosen = await tool.ask("/api/lti/deep-link", { ticket, thread: `t/${thread.slug}` }, SITE);
    const html = await chosen.text();
    expect(chosen.headers.get("content-security-policy")).toContain("form-action 'self' http://school.example");
    const token = fieldOf(html, "http://school.example/return?for=1", "JWT");
    const keys = createLocalJWKSet(await platform.toolKeys());
    const { payload } = await jwtVerify(token, keys, { issuer: platform.clientId, audience: platform.issuer });
    expect(payload).toMatchObject({
      "https://purl.imsglobal.org/spec/lti/claim/message_type": "LtiDeepLinkingResponse",
      "https://purl.imsglobal.org/spec/lti/claim/deployment_id": "1",
      "https://purl.imsglobal.org/spec/lti-dl/claim/data": "opaque",
      "https://purl.imsglobal.org/spec/lti-dl/claim/content_items": [
        { type: "ltiResourceLink", title: world.question, url: `${SITE}/t/${thread.slug}` },
      ],
    });
    expect((await tool.ask("/api/lti/deep-link", { ticket, thread: "" }, SITE)).status).toBe(403);

    const opened = await (
      await openLink(tool, platform, pupil, { target: `${SITE}/t/${thread.slug}`, link: "link-2" })
    ).text();
    const entered = await tool.ask("/api/lti/enter", { ticket: fieldOf(opened, "/api/lti/enter", "ticket") }, SITE);
    expect(entered.headers.get("location")).toBe(`/t/${thread.slug}`);
  });
});

describe("a mark", () => {
  it("goes back to the platform's column for an assignment, in the place of the one before", async () => {
    const ada = await asKnown(await personOf("t-1"));
    const bo = await personOf("p-1");
    const { slug: thread } = await db().thread.findFirstOrThrow({ where: { class: { slug } } });
    const assignment = (await setAssignment(ada, slug, task(thread))).slug;
    const choices = await choose(assignment);
    expect(choices).toMatchObject({ lineItem: { scoreMaximum: 100, label: expect.any(String) } });

    const opened = await (await openLink(tool, platform, pupil, { target: choices.url, link: "link-3" })).text();
    const entered = await tool.ask("/api/lti/enter", { ticket: fieldOf(opened, "/api/lti/enter", "ticket") }, SITE);
    expect(entered.headers.get("location")).toBe(`/c/${slug}/${assignment}`);

    const send = (other: Partial<Score> = {}, who: Person = ada) =>
      sendScore(who, slug, { assignment, handle: bo.handle, given: 17, maximum: 20, ...other }, platform.network());
    await send({ comment: "Well answered." });
    await send({ given: 18 });
    expect(platform.columns).toEqual([expect.objectContaining({ resourceLinkId: "link-3", scoreMaximum: 100 })]);
    expect(platform.scores.map(({ column, score }) => [column, score])).toEqual([
      ["1", expect.objectContaining({ userId: "p-1", scoreGiven: 17, scoreMaximum: 20, comment: "Well answered." })],
      ["1", expect.objectContaining({ userId: "p-1", scoreGiven: 18, gradingProgress: "FullyGraded" })],
    ]);
    const sent = await db().event.findMany({ where: { kind: "score.sent" } });
    expect(sent).toHaveLength(2);
    expect(JSON.stringify(sent.map(({ subjects }) => subjects))).not.toMatch(/17|18|Well/);

    const before = platform.scores.length;
    // In the class, yet by its code, or brought by another platform under the pupil's own name there.
    const [stranger, elsewhere] = [await person("farid"), await person("tomasz")];
    const classId = ada.teaches?.[0] ?? "";
    for (const { id: userId } of [stranger, elsewhere])
      await db().enrolment.create({ data: { userId, role: "STUDENT", classId } });
    const college = await registerPlatform(OPERATOR, { ...platform.registration, issuer: "https://college.example" });
    await db().ltiSubject.create({ data: { platformId: college.id, sub: "p-1", userId: elsewhere.id } });
    // And one whom a teacher removed, a teacher, and nobody.
    for (const handle of [stranger.handle, elsewhere.handle, (await personOf("p-2")).handle, ada.handle, "nobody"])
      expect(await refusal(send({ handle }))).toBe("platform-not-theirs");
    for (const other of [{ given: 21 }, { given: -1 }, { maximum: 0 }, { given: Number.NaN }])
      expect(await refusal(send(other))).toBe("score-unfit");
    expect(await refusal(send({ assignment: "none" }))).toBe("missing");
    expect(await refusal(send({}, await asKnown(bo)))).toBe("teachers-only");
    expect(await refusal(send({}, await asKnown(await person("yuki"))))).toBe("missing");
    expect(platform.scores).toHaveLength(before);
  });
});

describe("released grades", () => {
  it("go to the platform when the release stands, and not where it was taken back", async () => {
    const ada = await asKnown(await personOf("t-1"));
    const bo = await personOf("p-1");
    const { slug: assignment } = await db().assignment.findFirstOrThrow({ where: { class: { slug } } });
    const levels = Object.fromEntries(
      USUAL_RUBRIC.criteria.map(({ key, levels: all }) => [key, Math.max(...all.map(({ points }) => points))]),
    );
    await gradePupil(ada, slug, assignment, bo.handle, { levels });
    const before = platform.scores.length;
    const release = async () => {
      await releaseGrades(ada, slug, assignment);
      return (await db().gradeRelease.findFirstOrThrow({ where: { undoneAt: null } })).id;
    };
    const taken = await release();
    await withholdGrades(ada, slug, assignment);
    await sendMarks({ release: taken }, platform.network());
    expect(platform.scores).toHaveLength(before);

    const stands = await release();
    const [job] = await db().$queryRaw<{ hours: number }[]>`
      SELECT extract(epoch FROM start_after - now())::float / 3600 AS hours FROM pgboss.job
      WHERE name = 'marks' AND data ->> 'release' = ${stands}`;
    expect(job?.hours).toBeCloseTo(24, 1);
    await sendMarks({ release: stands }, platform.network());
    expect(platform.scores.slice(before).map(({ score }) => score)).toEqual([
      expect.objectContaining({ userId: "p-1", scoreGiven: 100, scoreMaximum: 100 }),
    ]);
  });
});

/** What the teacher's choice of an assignment says to the platform. */
async function choose(assignment: string): Promise<{ url: string; lineItem: object }> {
  const asked = (await begin(tool, platform)).searchParams;
  const wish = platform.choosing(teacher, asked.get("nonce") ?? "", platform.at("/return"));
  const page = await (await bring(tool, platform, asked.get("state") ?? "", await platform.sign(wish))).text();
  const ticket = fieldOf(page, "/api/lti/deep-link", "ticket");
  const html = await (await tool.ask("/api/lti/deep-link", { ticket, thread: `a/${assignment}` }, SITE)).text();
  const claims = decodeJwt(fieldOf(html, "http://school.example/return", "JWT"));
  const [item] = claims["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"] as never[];
  return item as unknown as { url: string; lineItem: object };
}

/** A statement of the database's owner: time cannot be told to pass in another way. */
async function owner(act: (sql: (text: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await act((text) => client.query(text));
  await client.end();
}

describe("our key", () => {
  it("is stored sealed, and another takes its place while the one before is still published", async () => {
    const before = await platform.toolKeys();
    const [row] = await db().ltiKey.findMany();
    expect(JSON.stringify(row)).not.toMatch(/"d"|"p":|"q":/);
    expect(row?.sealed.split(".")).toHaveLength(5);
    expect(Object.keys(before.keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    const { id } = await changeKey(OPERATOR);
    expect((await platform.toolKeys()).keys.map(({ kid }) => kid)).toEqual([id, before.keys[0]?.kid]);
    platform.pages = [[teacher, pupil]];
    expect(await sync()).toEqual({ joined: 0, left: 0 });
  });
});
