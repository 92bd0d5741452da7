/** Who is looking: a person who is signed in or carries a token, or nobody in particular. */
import type { Role } from "../../prisma/generated/enums.ts";

export interface Person {
  id: string;
  handle: string;
  name: string;
  role: Role;
  /** The threads that they moderate beside those of their role: named for them, or of a class that they teach. */
  moderates?: readonly string[];
  /** Their classes, by id. */
  teaches?: readonly string[];
  attends?: readonly string[];
  /** The threads in which they read what others say once they have said something of their own. */
  postsFirst?: readonly string[];
  /** While they may read and not write. */
  silence?: Silence;
}

/** Times in ISO 8601. */
export interface Silence {
  since: string;
  /** null until it is lifted. */
  until: string | null;
}

export type Viewer = Person | null;

/** Of the whole site. */
export const isModerator = (viewer: Viewer): boolean => viewer?.role === "MODERATOR" || viewer?.role === "ADMIN";

/** Of a thread, by its id: as one of the site's, or named for it. */
export const moderates = (viewer: Viewer, threadId: string): boolean =>
  isModerator(viewer) || (viewer?.moderates?.includes(threadId) ?? false);

/** Whether somebody teaches this class. Who runs the forum does not, by that alone. */
export const isTeacher = (viewer: Viewer, classId: string): boolean => viewer?.teaches?.includes(classId) ?? false;

/** The classes that somebody belongs to, by id. */
export const classesOf = (viewer: Viewer): string[] => [...(viewer?.teaches ?? []), ...(viewer?.attends ?? [])];

/** Whether somebody may know of what a class owns; null is everybody's. */
export const mayEnter = (viewer: Viewer, classId: string | null): boolean =>
  classId === null || classesOf(viewer).includes(classId);

/** Whether somebody may not read yet what others say in a thread: nowhere, until they have posted there. */
export const mustPostFirst = (viewer: Viewer, threadId: string): boolean =>
  viewer?.postsFirst?.includes(threadId) ?? false;

/** Nobody in particular, who may enter what a class owns: for what happens by the clock. */
export const insiderOf = (classId: string | null): Viewer =>
  classId === null ? null : { id: "", handle: "", name: "", role: "MEMBER", teaches: [classId] };
