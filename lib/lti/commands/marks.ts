/** Telling a platform the grades of an assignment, once they stand released. */
import { type Levels, type Rubric, totalOf, WHOLE } from "#lib/classes/assessment";
import { db } from "#lib/db";
import { NETWORK, type Network } from "#lib/lti/asking";
import { sendScore } from "#lib/lti/commands/score";
import { Missing, Refused } from "#lib/verdict";

/**
 * Sends every whole grade of a release that was not taken back, in the name of who released them. Tried again it sends
 * them anew, each in the place of the one before.
 * @throws Refused "platform-unanswered"
 */
export async function sendMarks({ release: id }: { release: string }, network: Network = NETWORK): Promise<void> {
  const release = await db().gradeRelease.findFirst({
    where: { id, undoneAt: null },
    select: {
      releasedBy: { select: { id: true, handle: true, name: true, role: true } },
      assignment: {
        select: {
          ...{ slug: true, classId: true, class: { select: { slug: true } } },
          seats: {
            where: { grade: { isNot: null }, user: { ltiSubject: { isNot: null } } },
            select: { grade: { select: { rubric: true, levels: true } }, user: { select: { handle: true } } },
          },
        },
      },
    },
  });
  if (!release) return;
  const { slug: assignment, classId, class: room, seats } = release.assignment;
  const teacher = { ...release.releasedBy, teaches: [classId] };
  for (const { grade, user } of seats) {
    const given = grade && totalOf(grade.rubric as Rubric, grade.levels as Levels);
    if (given === null) continue;
    const score = { assignment, handle: user.handle, given, maximum: WHOLE };
    await sendScore(teacher, room.slug, score, network).catch((error: unknown) => {
      // Who went meanwhile, a platform without marks, a teacher who left: no later try sends those.
      const final = error instanceof Missing || (error instanceof Refused && error.ground !== "unavailable");
      if (!final) throw error;
    });
  }
}
