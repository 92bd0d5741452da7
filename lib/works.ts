/** What is done after an act, and by whom. The process that serves works at it. */
import { deliver } from "#lib/mail/deliver";
import type { Works } from "#lib/queue/worker";

export const works: Works = {
  // One at a time: a mail server that hangs must not use up the time of the others.
  mail: { atOnce: 1, act: async ([job]) => job && (await deliver(job, {})) },
};
