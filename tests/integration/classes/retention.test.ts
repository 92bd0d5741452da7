/** After a class's day nothing of it is left, and everything else stands. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeCards } from "#lib/classes/commands/cards";
import { makeCode } from "#lib/classes/commands/code";
import { copyThread } from "#lib/classes/commands/copy-thread";
import { purgeClasses } from "#lib/classes/commands/retention";
import { applyRoster } from "#lib/classes/commands/roster";
import { getPupilData } from "#lib/classes/pupil-data";
import { copyThreadInput } from "#lib/classes/schema";
import { db } from "#lib/db";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { markArgument } from "#lib/moderation/commands";
import type { Person } from "#lib/users/viewer";
import { examine } from "../../../bin/doctor.ts";
import { urlOf } from "../../support/databases.ts";
import { makeWorld, QUOTES, refusal } from "../../support/island.ts";
import { aClass, inDays } from "./school.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
const world = await makeWorld();
const { naledi, yuki, seun, signe } = world.people;
beforeAll(() => superuser.connect());
afterAll(() => superuser.end());

const rowsOf = async () => {
  const { rows } = await superuser.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const counts = await Promise.all(rows.map(({ name }) => superuser.query(`SELECT count(*)::int AS n FROM ${name}`)));
  return Object.fromEntries(rows.map(({ name }, i) => [name, counts[i]?.rows[0].n as number]));
};

/** Whatever may hold something of a class: its events in the site's chain name ids alone. */
const KEPT = new Set([
  "events",
  "purges",
  "retired_handles",
  "users",
  "rate_limits",
  "mails",
  "submission_keys",
  "passages",
]);

async function aFullClass() {
  const slug = await aClass(naledi);
  const { id } = await db().class.findUniqueOrThrow({ where: { slug } });
  const teacher: Person = { ...naledi, teaches: [id] };
  await applyRoster(naledi, slug, { roster: "Ana Ruiz\nBo Øst", removeGone: false });
  await makeCards(naledi, slug, {});
  await makeCode(naledi, slug, { days: 3, cap: 3 });
  const copy = await copyThread(teacher, slug, copyThreadInput.parse({ thread: world.thread, withArguments: true }));
  const [first] = await db().argument.findMany({ where: { thread: { slug: copy.slug } }, orderBy: { number: "asc" } });
  await world.post(teacher, { parent: first?.id ?? null, stance: "CON" }, { thread: copy.slug });
  await markArgument(teacher, first?.id ?? "", { kind: "UNCLEAR", note: "canary of the class" });
  await takeSnapshot(teacher, copy.slug);
  return { slug, id, thread: copy.slug };
}

describe("a class whose day is over", () => {
  it("goes with everything that leads to it, and nothing else does", { timeout: 60_000 }, async () => {
    const answered = await world.post(yuki);
    await world.post(seun, {
      parent: answered.id,
      stance: "CON",
      citations: [{ source: world.source, quote: QUOTES[1] }],
    });
    await markArgument(signe, answered.id, { kind: "UNCLEAR", note: null });
    const before = await rowsOf();
    const { slug, id, thread } = await aFullClass();
    expect(await purgeClasses()).toBe(0);
    await superuser.query("UPDATE classes SET keep_until = $1 WHERE id = $2", [inDays(-1), id]);
    expect(await purgeClasses()).toBe(1);
    expect(await purgeClasses()).toBe(0);
    const after = await rowsOf();
    for (const [name, count] of Object.entries(before))
      if (!KEPT.has(name)) expect([name, after[name]]).toEqual([name, count]);
    expect(await db().class.count({ where: { slug } })).toBe(0);
    expect(await db().thread.count({ where: { slug: thread } })).toBe(0);
    expect(await db().user.count({ where: { made: { isNot: null } } })).toBe(0);
    const broken = (await examine(superuser)).filter(({ counted, count }) => !counted && count > 0);
    expect(broken.map(({ name, first }) => [name, first])).toEqual([]);
  });

  it("is purged by the app's role alone through the function, and not before", async () => {
    const { id } = await aFullClass();
    expect(await refusal(db().$executeRaw`SELECT purge_class(${id})`)).not.toBe("done");
    expect(await db().class.count({ where: { id } })).toBe(1);
    for (const statement of [
      `DELETE FROM threads WHERE class_id = '${id}'`,
      "DELETE FROM arguments",
      "INSERT INTO purges (class_id, keep_until) VALUES ('x', '2020-01-01')",
    ])
      expect(await refusal(db().$executeRawUnsafe(statement))).not.toBe("done");
  });
});

describe("what a class has of one pupil", () => {
  it("is for its teachers, holds what they wrote there, and nothing from elsewhere", async () => {
    const slug = await aClass(naledi);
    const { id } = await db().class.findUniqueOrThrow({ where: { slug } });
    await applyRoster(naledi, slug, { roster: "Ana Ruiz", removeGone: false });
    const ana = await db().user.findFirstOrThrow({ where: { made: { classId: id } } });
    const teacher: Person = { ...naledi, teaches: [id] };
    const copy = await copyThread(teacher, slug, copyThreadInput.parse({ thread: world.thread }));
    const pupil: Person = { ...ana, attends: [id] };
    await world.post(pupil, { claim: "Said in the class." }, { thread: copy.slug });
    await world.post(pupil, { claim: "Said elsewhere." });
    const data = JSON.stringify(await getPupilData(naledi, slug, ana.handle));
    expect(data).toContain("Said in the class.");
    expect(data).toContain("Ana Ruiz");
    expect(data).not.toContain("Said elsewhere.");
    for (const who of [null, yuki, signe, pupil])
      expect(await refusal(getPupilData(who, slug, ana.handle))).toBe("missing");
    expect(await refusal(getPupilData(naledi, slug, "yuki"))).toBe("missing");
  });
});
