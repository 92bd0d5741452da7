/** Assignments, progress, grades and feedback among pupils through the API: what a teacher's and what a pupil's program does. */
import { beforeAll, describe, expect, test } from "vitest";
import * as shown from "#lib/api/assignment-routes";
import { peers as peersShape } from "#lib/api/peer-routes";
import { USUAL_RUBRIC } from "#lib/classes/assessment";
import { GET as grade } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/grade/route.ts";
import { POST as give } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/grades/[handle]/route.ts";
import { GET as grades } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/grades/route.ts";
import { POST as note } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/notes/[argument]/route.ts";
import { POST as hide } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/peers/[id]/hide/route.ts";
import { POST as report } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/peers/[id]/report/route.ts";
import { POST as judge } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/peers/[id]/route.ts";
import { POST as releasePeers } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/peers/release/route.ts";
import {
  POST as askPeers,
  GET as peers,
} from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/peers/route.ts";
import { GET as progress } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/progress/route.ts";
import { POST as release } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/release/route.ts";
import { GET as one } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/route.ts";
import { POST as rubric } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/rubric/route.ts";
import { POST as change } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/settings/route.ts";
import { POST as draw } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/sides/draw/route.ts";
import { POST as choose } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/sides/route.ts";
import { POST as withhold } from "../../../app/api/v1/classes/[slug]/assignments/[assignment]/withhold/route.ts";
import { GET as list, POST as set } from "../../../app/api/v1/classes/[slug]/assignments/route.ts";
import { aClass, aClassThread, hours } from "../../support/assigned.ts";
import { call } from "../../support/call.ts";
import { makeWorld } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

const world = await makeWorld();
const { naledi, tomasz, leilani, mateo } = world.people;
const rounds = [{ opensAt: hours(-1), dueAt: hours(24), requires: { arguments: 1 } }];
const task = { title: "Ferry", instructions: "Argue.", rounds, sides: "NONE", late: "MARKED", snapshots: false };

const as: Record<string, { token: string; params: Record<string, string> }> = {};
let params: Record<string, string>;
let said: string;
beforeAll(async () => {
  const room = await aClass(naledi, [tomasz, leilani]);
  const thread = await aClassThread(room, world.thread, naledi);
  for (const [name, who] of Object.entries({ teacher: naledi, pupil: tomasz, peer: leilani, stranger: mateo }))
    as[name] = { token: await tokenOf(who), params: { slug: room.slug } };
  const made = await call(set, { ...as.teacher, body: { ...task, thread } });
  expect(made.status).toBe(201);
  const { slug } = shown.assignment.parse(made.json);
  expect(made.headers.get("location")).toBe(`/api/v1/classes/${room.slug}/assignments/${slug}`);
  params = { slug: room.slug, assignment: slug };
  for (const one of Object.values(as)) one.params = params;
  said = (await world.post({ ...tomasz, attends: [room.id] }, {}, { thread })).id;
  await world.post({ ...leilani, attends: [room.id] }, {}, { thread });
});

describe("assignments through the API", () => {
  test("a pupil reads what is asked and what is counted of theirs, and nobody else's", async () => {
    expect(shown.assignments.parse((await call(list, as.pupil)).json).items).toMatchObject([{ phase: "OPEN" }]);
    const { own } = shown.assignment.parse((await call(one, as.pupil)).json);
    expect(own?.rounds[0]?.progress.counts).toEqual([{ measure: "arguments", asked: 1, done: 1, by: [1] }]);
    expect(shown.assignment.parse((await call(one, as.teacher)).json).own).toBeNull();
    expect((await call(progress, as.pupil)).status).toBe(404);
    const all = shown.classProgress.parse((await call(progress, { ...as.teacher, query: "?round=1" })).json);
    expect(all.items.map(({ handle }) => handle).sort()).toEqual(["leilani", "tomasz"]);
    expect((await call(progress, { ...as.teacher, query: "?round=3" })).status).toBe(400);
  });

  test("a grade is not found until it is released, and one's own alone then", async () => {
    const of = { ...as.teacher, params: { ...params, handle: "tomasz" } };
    expect((await call(give, { ...of, body: { levels: { claim: 3 }, feedback: "Well." } })).status).toBe(204);
    const on = { ...as.teacher, params: { ...params, argument: said } };
    expect((await call(note, { ...on, body: { note: "Read on." } })).status).toBe(204);
    expect((await call(grade, as.pupil)).status).toBe(404);
    expect((await call(grades, as.pupil)).status).toBe(404);
    expect((await call(release, { ...as.teacher, body: {} })).status).toBe(204);
    expect(shown.ownGrade.parse((await call(grade, as.pupil)).json)).toMatchObject({
      ...{ levels: { claim: 3 }, feedback: "Well.", notes: [{ number: 1, note: "Read on." }] },
    });
    expect((await call(grade, as.peer)).status).toBe(404);
    expect(shown.grades.parse((await call(grades, as.teacher)).json).items).toMatchObject([{ handle: "tomasz" }]);
    expect((await call(withhold, { ...as.teacher, body: {} })).status).toBe(204);
    expect((await call(grade, as.pupil)).status).toBe(404);
  });

  test("pupils judge each other, and read no names", async () => {
    expect((await call(peers, as.pupil)).status).toBe(404);
    expect((await call(askPeers, { ...as.teacher, body: { each: 1, dueAt: hours(5) } })).status).toBe(204);
    const mine = peersShape.parse((await call(peers, as.pupil)).json);
    const id = mine.toGive?.[0]?.id ?? "";
    const at = (who: keyof typeof as) => ({ ...as[who], params: { ...params, id } });
    expect((await call(judge, { ...at("pupil"), body: { levels: {}, words: "Kind." } })).status).toBe(204);
    expect((await call(judge, { ...at("peer"), body: { levels: {}, words: "Not mine." } })).status).toBe(404);
    const all = peersShape.parse((await call(peers, as.teacher)).json);
    expect(all.feedback?.find((of) => of.id === id)).toMatchObject({ giver: { handle: "tomasz" } });
    expect(peersShape.parse((await call(peers, as.peer)).json).received).toBeNull();
    expect((await call(hide, { ...at("teacher"), body: { hide: true } })).status).toBe(204);
    expect((await call(report, { ...at("peer"), body: {} })).status).toBe(404);
    expect((await call(releasePeers, { ...as.teacher, body: {} })).status).toBe(204);
  });

  test("its teacher changes it, and nobody else does or finds it", async () => {
    const { instructions, title } = task;
    const acts: [Parameters<typeof call>[0], object, Record<string, string>?][] = [
      [change, { title, instructions, rounds: [{ ...rounds[0], dueAt: hours(30) }] }],
      [rubric, USUAL_RUBRIC],
      [draw, {}],
      [choose, { PRO: ["tomasz"] }],
      [give, { levels: {} }, { handle: "tomasz" }],
      [note, { note: "x" }, { argument: said }],
      [release, {}],
      [withhold, {}],
      [askPeers, { each: 1, dueAt: hours(9) }],
      [releasePeers, {}],
    ];
    for (const [route, body, more] of acts) {
      const of = { ...params, ...more };
      expect((await call(route, { ...as.stranger, params: of, body })).status).toBe(404);
      expect((await call(route, { ...as.pupil, params: of, body })).status).toBe(403);
      expect((await call(route, { params: of, body })).status).toBe(401);
    }
    for (const route of [list, one, progress, grades, grade, peers]) {
      expect((await call(route, as.stranger)).status).toBe(404);
      expect((await call(route, { params })).status).toBe(404);
    }
    expect((await call(change, { ...as.teacher, body: acts[0]?.[1] })).status).toBe(204);
    expect((await call(draw, { ...as.teacher, body: {} })).json.type).toBe("urn:grounds:sides-otherwise");
  });
});
