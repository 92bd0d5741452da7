/** What those who teach a class call its people, beside what everybody reads. */
import type { Prisma } from "../../prisma/generated/client.ts";

/** Of a user what `listedIn` asks for, and of a class. */
export const LISTED = {
  name: true,
  made: { select: { name: true, classId: true } },
  ltiSubject: { select: { platformId: true } },
} as const satisfies Prisma.UserSelect;
export const LISTING = { id: true, ltiContext: { select: { platformId: true } } } as const satisfies Prisma.ClassSelect;

interface Listed {
  name: string;
  made: { name: string; classId: string } | null;
  ltiSubject: { platformId: string } | null;
}

/**
 * By the class's list where their account was made here. Whom a learning platform names, it names to the teachers of each
 * of its courses. Everybody else reads two words.
 */
export function listedIn(
  room: { id: string; ltiContext: { platformId: string } | null },
  { name, made, ltiSubject }: Listed,
): string {
  const brought = ltiSubject !== null && ltiSubject.platformId === room.ltiContext?.platformId;
  return made && (brought || made.classId === room.id) ? made.name : name;
}
