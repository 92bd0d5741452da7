import { beforeAll, describe, expect, test } from "vitest";
import * as contract from "#lib/api/contract";
import type { Person } from "#lib/users/viewer";
import { GET as argument } from "../../../app/api/v1/arguments/[id]/route.ts";
import { POST as move } from "../../../app/api/v1/links/[id]/move/route.ts";
import { POST as retract } from "../../../app/api/v1/links/[id]/rating/retract/route.ts";
import { POST as rate, GET as read } from "../../../app/api/v1/links/[id]/rating/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { anArgument, aSource, aThread, person, tokenOf } from "../../support/world.ts";

let naledi: Person;
let token: string;
let hers: string;
let source: string;
let thread: string;

beforeAll(async () => {
  naledi = await person("naledi");
  [hers, token] = [await tokenOf(naledi), await tokenOf(await person("farid"))];
  source = await aSource(naledi);
  thread = await aThread(naledi, source);
});

async function aLink(): Promise<{ id: string; link: string }> {
  const { id } = await anArgument(naledi, thread, source);
  const { json } = await call(argument, { params: { id } });
  return { id, link: json.links[0].id };
}

describe("weighing through the API", () => {
  test("a rating is kept, replaced and retracted; how often each was given is told from three on", async () => {
    const params = { id: (await aLink()).link };
    const first = await call(rate, { token, params, body: { impact: 3 } });
    expect(first.status).toBe(200);
    expect(contract.rating.parse(first.json)).toEqual({ link: params.id, counts: null, own: 3 });
    await call(rate, { token, params, body: { impact: 1 } });
    for (const handle of ["seun", "leilani"]) {
      await call(rate, { token: await tokenOf(await person(handle)), params, body: { impact: 4 } });
    }
    expect((await call(read, { token, params })).json).toEqual({ link: params.id, counts: [0, 1, 0, 0, 2], own: 1 });
    expect((await call(read, { params })).json.own).toBeNull();
    expect((await call(retract, { token, params, body: {} })).status).toBe(204);
    expect((await call(retract, { token, params, body: {} })).status).toBe(204);
    expect((await call(read, { token, params })).json).toEqual({ link: params.id, counts: null, own: null });
  });

  test("what is no impact is said to be none, one's own is refused, and strangers are not heard", async () => {
    const params = { id: (await aLink()).link };
    for (const impact of [5, -1, 2.5, "3", null, undefined, 1e300]) {
      expect((await call(rate, { token, params, body: { impact } })).status, String(impact)).toBe(422);
    }
    await expectRefusal(403, "rating-own", rate, { token: hers, params, body: { impact: 3 } });
    await expectRefusal(401, "sign-in-first", rate, { params, body: { impact: 3 } });
    await expectRefusal(404, "missing", rate, { token, params: { id: "nothing" }, body: { impact: 3 } });
    expect((await call(read, { params })).json.own).toBeNull();
  });
});

describe("moving through the API", () => {
  test("a link ends and another starts, which is the answer; below itself it is refused", async () => {
    const [here, there] = [await aLink(), await aLink()];
    const body = { parent: there.id, stance: "CON" };
    const moved = await call(move, { token: hers, params: { id: here.link }, body });
    expect(moved.status).toBe(201);
    expect(contract.link.parse(moved.json)).toMatchObject({ child: here.id, parent: there.id, stance: "CON" });
    expect(moved.headers.get("location")).toBe(`/api/v1/arguments/${here.id}`);
    const below = { parent: here.id, stance: "CON" };
    await expectRefusal(422, "link-closes-circle", move, { token: hers, params: { id: there.link }, body: below });
    await expectRefusal(403, "author-only", move, { token, params: { id: there.link }, body: below });
    await expectRefusal(403, "rating-ended", rate, { token, params: { id: here.link }, body: { impact: 2 } });
  });
});
