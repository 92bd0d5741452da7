/** Who is looking: a person who is signed in or carries a token, or nobody in particular. */
import type { Role } from "../../prisma/generated/enums.ts";

export interface Person {
  id: string;
  handle: string;
  name: string;
  role: Role;
}

export type Viewer = Person | null;

export const isModerator = (viewer: Viewer): boolean => viewer?.role === "MODERATOR" || viewer?.role === "ADMIN";
