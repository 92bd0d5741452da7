import { beforeAll, describe, expect, test } from "vitest";
import { snapshot, snapshots } from "#lib/api/snapshot-routes";
import { readSnapshot } from "#lib/maps/snapshot-file";
import type { Person } from "#lib/users/viewer";
import { GET as kept } from "../../../app/api/v1/threads/[slug]/snapshots/[id]/route.ts";
import { GET as list, POST as take } from "../../../app/api/v1/threads/[slug]/snapshots/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { anArgument, aSource, aThread, person, tokenOf } from "../../support/world.ts";

let naledi: Person;
let token: string;
let thread: string;

beforeAll(async () => {
  naledi = await person("naledi");
  token = await tokenOf(naledi);
  const source = await aSource(naledi);
  thread = await aThread(naledi, source);
  await anArgument(naledi, thread, source);
});

describe("snapshots through the API", () => {
  test("a state is frozen once, listed, and taken along as a file that proves its hash", async () => {
    const params = { slug: thread };
    const first = await call(take, { token, params, body: {} });
    expect(first.status).toBe(201);
    const made = snapshot.parse(first.json);
    expect(first.headers.get("location")).toBe(`/api/v1/threads/${thread}/snapshots/${made.id}`);
    expect((await call(take, { token, params, body: {} })).json).toEqual(made);
    expect(snapshots.parse((await call(list, { params })).json).items).toEqual([made]);
    const response = await kept(new Request("http://test/"), { params: Promise.resolve({ ...params, id: made.id }) });
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${thread}.${made.id}.json"`);
    const argdown = await kept(new Request("http://test/?format=argdown"), {
      params: Promise.resolve({ ...params, id: made.id }),
    });
    expect(await argdown.text()).toContain(made.hash);
    const read = readSnapshot(await response.text());
    expect("snapshot" in read && [read.snapshot.hash, read.snapshot.exportedAt]).toEqual([made.hash, made.takenAt]);
  });

  test("strangers freeze nothing, and what is not there is missing", async () => {
    await expectRefusal(401, "sign-in-first", take, { params: { slug: thread }, body: {} });
    await expectRefusal(404, "missing", take, { token, params: { slug: "nothing" }, body: {} });
    await expectRefusal(404, "missing", list, { params: { slug: "nothing" } });
    await expectRefusal(404, "missing", kept, { params: { slug: thread, id: "nothing" } });
  });
});
