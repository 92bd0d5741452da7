/** Classes through the API: what a teacher's program does, and what nobody else's finds. */
import { beforeAll, describe, expect, test } from "vitest";
import * as shown from "#lib/api/class-routes";
import { POST as makeCards } from "../../../app/api/v1/classes/[slug]/cards/route.ts";
import { POST as revokeCode } from "../../../app/api/v1/classes/[slug]/code/revoke/route.ts";
import { POST as makeCode } from "../../../app/api/v1/classes/[slug]/code/route.ts";
import { POST as erase } from "../../../app/api/v1/classes/[slug]/people/erase/route.ts";
import { POST as letBackIn } from "../../../app/api/v1/classes/[slug]/people/let-back-in/route.ts";
import { POST as remove } from "../../../app/api/v1/classes/[slug]/people/remove/route.ts";
import { GET as people } from "../../../app/api/v1/classes/[slug]/people/route.ts";
import { POST as roster } from "../../../app/api/v1/classes/[slug]/roster/route.ts";
import { GET as one } from "../../../app/api/v1/classes/[slug]/route.ts";
import { POST as change } from "../../../app/api/v1/classes/[slug]/settings/route.ts";
import { POST as addTeacher } from "../../../app/api/v1/classes/[slug]/teachers/route.ts";
import { POST as copy } from "../../../app/api/v1/classes/[slug]/threads/route.ts";
import { POST as join } from "../../../app/api/v1/classes/join/route.ts";
import { GET as list, POST as open } from "../../../app/api/v1/classes/route.ts";
import { call } from "../../support/call.ts";
import { aSource, aThread, person, tokenOf } from "../../support/world.ts";
import { inDays } from "../classes/school.ts";

const tokens: Record<string, string> = {};
let thread: string;
let params: { slug: string };

beforeAll(async () => {
  for (const handle of ["naledi", "tomasz", "yuki"]) tokens[handle] = await tokenOf(await person(handle));
  const naledi = await person("naledi");
  thread = await aThread(naledi, await aSource(naledi));
  const opened = await call(open, { token: tokens.naledi, body: { name: "Debate", endsOn: inDays(30) } });
  expect(opened.status).toBe(201);
  params = { slug: shown.schoolClass.parse(opened.json).slug };
  expect(opened.headers.get("location")).toBe(`/api/v1/classes/${params.slug}`);
});

describe("classes through the API", () => {
  test("a pupil joins by the code and sees the class, and none of its people", async () => {
    const { code } = shown.joinCode.parse((await call(makeCode, { token: tokens.naledi, params, body: {} })).json);
    expect((await call(join, { token: tokens.tomasz, body: { code, role: "TEACHER" } })).status).toBe(422);
    expect((await call(join, { token: tokens.yuki, body: { code: "0000000000" } })).json.type).toBe(
      "urn:grounds:join-code-wrong",
    );
    const joined = await call(join, { token: tokens.tomasz, body: { code } });
    expect(shown.schoolClass.parse(joined.json)).toMatchObject({ role: "STUDENT", pupils: 1 });
    expect(shown.classes.parse((await call(list, { token: tokens.tomasz })).json).items).toHaveLength(1);
    expect((await call(people, { token: tokens.tomasz, params })).status).toBe(404);
    expect((await call(list)).status).toBe(401);
  });

  test("its teacher makes accounts and cards, copies a debate, and removes and erases", async () => {
    const as = { token: tokens.naledi, params };
    const looked = await call(roster, { ...as, body: { roster: "Ana Ruiz" } });
    expect(shown.changes.parse(looked.json)).toMatchObject({ applied: false, added: ["Ana Ruiz"] });
    await call(roster, { ...as, body: { roster: "Ana Ruiz", apply: true } });
    const { items } = shown.cards.parse((await call(makeCards, { ...as, body: {} })).json);
    const handle = items[0]?.handle;
    expect(shown.members.parse((await call(people, as)).json).items).toContainEqual(
      expect.objectContaining({ handle, name: "Ana Ruiz", made: { opened: false, card: true } }),
    );
    expect((await call(copy, { ...as, body: { thread } })).status).toBe(201);
    expect((await call(change, { ...as, body: { name: "Debate C", keepUntil: inDays(9) } })).status).toBe(204);
    expect((await call(addTeacher, { ...as, body: { handle: "yuki" } })).status).toBe(204);
    expect((await call(remove, { ...as, body: { handle: "tomasz" } })).status).toBe(204);
    expect((await call(one, { token: tokens.tomasz, params })).status).toBe(404);
    expect((await call(letBackIn, { ...as, body: { handle: "tomasz" } })).status).toBe(204);
    expect((await call(erase, { ...as, body: { handle } })).status).toBe(204);
    expect((await call(revokeCode, { ...as, body: {} })).status).toBe(204);
    expect(shown.schoolClass.parse((await call(one, as)).json)).toMatchObject({ name: "Debate C", pupils: 1 });
  });

  test("is there for nobody outside it, by any route", async () => {
    const stranger = { token: await tokenOf(await person("mateo")), params };
    const asked: [Parameters<typeof call>[0], object | undefined][] = [
      [one, undefined],
      [people, undefined],
      [makeCode, {}],
      [revokeCode, {}],
      [makeCards, {}],
      [roster, { roster: "Eve", apply: true }],
      [copy, { thread }],
      [change, { name: "Mine", keepUntil: inDays(9) }],
      [addTeacher, { handle: "mateo" }],
      [remove, { handle: "naledi" }],
      [letBackIn, { handle: "tomasz" }],
      [erase, { handle: "tomasz" }],
    ];
    for (const [route, body] of asked) expect((await call(route, { ...stranger, body })).status).toBe(404);
  });
});
