/** Values that travel through somebody's browser: long, and kept here as hashes alone. */
import { randomBytes } from "node:crypto";

/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A sign-in comes back at once, unless the platform asks for a password first. */
export const STATE_MINUTES = 10;
/** The page with the button stands in a course that is read. */
export const ENTER_MINUTES = 10;
/** A teacher looks through the class's debates. */
export const CHOOSE_MINUTES = 30;

export const minutesFrom = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
