/** The demonstration debate as it is written in debate.json. */
import { readFileSync } from "node:fs";
import type { Stance, Target } from "#lib/arguments/view";

export interface SeedPassage {
  source: string;
  quote: string;
}

export interface SeedArgument {
  key: string;
  author: string;
  parent: string | null;
  stance: Stance;
  target: Target;
  /** EVIDENCE: which of the parent's citations, from 0. */
  targetCitation?: number;
  concession?: boolean;
  claim: string;
  body?: string;
  citations: SeedPassage[];
  state?: "pending" | "withdrawn" | "removed" | "marked";
  reason?: string;
  reasonCode?: string;
  removedBy?: string;
  markedBy?: string;
  markNote?: string;
  /** Further places of the same argument in its thread. */
  alsoIn?: { parent: string | null; stance: Stance; target?: Target }[];
}

export interface SeedThread {
  slug: string;
  topic: string;
  question: string;
  thesis: string;
  background: string;
  raisedBy: SeedPassage;
  arguments: SeedArgument[];
}

export interface SeedPerson {
  handle: string;
  name: string;
  role: "teacher" | "student" | "member" | "moderator" | "admin";
  about: string;
}

/** The site's role of each seat; teacher and students are members until there are classes. */
export const ROLES = {
  teacher: "MEMBER",
  student: "MEMBER",
  member: "MEMBER",
  moderator: "MODERATOR",
  admin: "ADMIN",
} as const;

export interface SeedClass {
  slug: string;
  name: string;
  about: string;
  teacher: string;
  joinCode: string;
  roster: { handle: string; role: "teacher" | "student"; pseudonym: string | null }[];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

export const readDebate = (): SeedThread[] => read("./debate.json").threads;
export const readClass = (): SeedClass => read("./class.json").class;
export const readCast = (): SeedPerson[] => read("./cast.json");
/** The rules with examples that the forum is shown with. */
export const readPolicy = (): { code: string; sentence: string; example: string }[] => read("./policy.json");
