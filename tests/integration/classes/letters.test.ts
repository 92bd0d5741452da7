/** Letters of what happens in a class end with who belongs to it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { removeMember } from "#lib/classes/commands/people";
import { db } from "#lib/db";
import { wishNotices } from "#lib/notices/commands";
import type { Jobs } from "#lib/queue/queues";
import { works } from "#lib/works";
import { aClass, aClassThread, asKnown } from "../../support/assigned.ts";
import { makeWorld, QUOTES } from "../../support/island.ts";
import { asOwner, jobs } from "../../support/queue.ts";
import { startSmtp } from "../../support/smtp.ts";

const smtp = await startSmtp();
process.env.SMTP_URL = smtp.url;
process.env.APP_URL = "https://grounds.example";

const world = await makeWorld();
const { naledi, tomasz, leilani } = world.people;
beforeAll(async () => {
  for (const { id, handle } of [naledi, tomasz])
    await db().user.update({
      where: { id },
      data: { email: `${handle}@mail.example`, emailConfirmedAt: new Date() },
    });
});
afterAll(() => smtp.stop());

/** Does what this queue was asked for. */
async function work(name: keyof Jobs): Promise<void> {
  for (const { data } of (await jobs()).filter((job) => job.name === name && job.state === "created")) {
    await asOwner(`DELETE FROM pgboss.job WHERE name = '${name}' AND data = '${JSON.stringify(data)}'`);
    await works[name].act([data as never]);
  }
}

it("a pupil who is removed gets no letter more, not even one that was on its way; who stays does", {
  timeout: 20_000,
}, async () => {
  const room = await aClass(naledi, [tomasz, leilani]);
  const thread = await aClassThread(room, world.thread, naledi);
  const [teacher, pupil, peer] = await Promise.all([asKnown(naledi), asKnown(tomasz), asKnown(leilani)]);
  for (const who of [teacher, pupil]) await wishNotices(who, { mail: "AT_ONCE", watchOwn: true, answers: true });
  const mine = await world.post(pupil, {}, { thread });
  const hers = await world.post(teacher, { citations: [{ source: world.source, quote: QUOTES[1] }] }, { thread });
  const answer = (parent: string, claim: string) => world.post(peer, { parent, stance: "CON", claim }, { thread });

  await answer(mine.id, "I oppose his.");
  await answer(hers.id, "I oppose hers.");
  await work("notices");
  expect(await db().mail.count({ where: { key: { startsWith: `notice ${tomasz.id}` } } })).toBeGreaterThan(0);
  await removeMember(teacher, room.slug, "tomasz");
  await work("mail");
  await answer(mine.id, "I oppose it again.");
  await work("notices");
  await work("mail");
  expect(new Set(smtp.taken.flatMap(({ to }) => to))).toEqual(new Set(["naledi@mail.example"]));
});
