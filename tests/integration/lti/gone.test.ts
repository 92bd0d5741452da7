/** Whom a class erased, its platform does not bring back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { erasePupil } from "#lib/classes/commands/erase";
import { db } from "#lib/db";
import { registerPlatform } from "#lib/lti/commands/platform";
import { syncRoster } from "#lib/lti/commands/sync";
import { closeAccount } from "#lib/users/commands/close";
import { OPERATOR } from "#lib/users/policy";
import type { Person } from "#lib/users/viewer";
import { makeWorld } from "../../support/island.ts";
import { Platform, type Pupil, ROLE } from "../../support/platform.ts";
import { openLink, SITE, startTool, type Tool, textOf, toolKeys } from "./tool.ts";

process.env.APP_URL = SITE;
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

const teacher: Pupil = { sub: "t-1", name: "Ada Okoro", roles: [`${ROLE}Instructor`] };
const pupil: Pupil = { sub: "p-1", name: "Bo Lindqvist", roles: [`${ROLE}Learner`] };
const other: Pupil = { sub: "p-2", name: "Cai Mendes", roles: [`${ROLE}Learner`] };

let platform: Platform;
let tool: Tool;
beforeAll(async () => {
  await makeWorld();
  platform = await new Platform("school.example").start();
  tool = await startTool(() => platform.network());
  platform.toolKeys = toolKeys(tool);
  await registerPlatform(OPERATOR, platform.registration);
  platform.pages = [[teacher, pupil, other]];
  await openLink(tool, platform, teacher);
});
afterAll(() => {
  tool.stop();
  platform.stop();
});

const sync = async () => syncRoster((await db().ltiContext.findFirstOrThrow()).id, platform.network());
beforeEach(async () => void (await sync()));

const subs = async () => (await db().ltiSubject.findMany({ orderBy: { sub: "asc" } })).map(({ sub }) => sub);
async function personOf(sub: string): Promise<Person> {
  const { user } = await db().ltiSubject.findFirstOrThrow({
    where: { sub },
    select: { user: { select: { id: true, handle: true, name: true, role: true } } },
  });
  return user;
}

describe("a pupil whom a platform names", () => {
  it("and who closed their account stays away from the next roster, and may come again themselves", async () => {
    const { handle, ...rest } = await personOf("p-2");
    await closeAccount({ ...rest, handle }, { handle });
    await sync();
    expect(await subs()).toEqual(["p-1", "t-1"]);
    expect((await openLink(tool, platform, other)).status).toBe(200);
    expect(await subs()).toEqual(["p-1", "p-2", "t-1"]);
    expect(await db().ltiGone.count()).toBe(0);
  });

  it("and whom a teacher erased comes neither by the roster nor by a link, and nothing says who it was", async () => {
    const { slug } = await db().class.findFirstOrThrow({ where: { ltiContext: { isNot: null } } });
    const { handle } = await personOf("p-1");
    await erasePupil(await personOf("t-1"), slug, handle);
    expect(await sync()).toEqual({ joined: 0, left: 0 });
    expect(await subs()).toEqual(["p-2", "t-1"]);
    const answer = await openLink(tool, platform, pupil);
    expect(answer.status).toBe(403);
    expect(textOf(await answer.text())).toContain("erased here by a teacher");
    expect(await db().madeAccount.count({ where: { name: "Bo Lindqvist" } })).toBe(0);
    const [kept] = await db().ltiGone.findMany();
    expect(kept?.mark).toMatch(/^[\w-]{43}$/);
    expect(await db().enrolment.count({ where: { class: { slug }, removedAt: null } })).toBe(2);
  });
});
