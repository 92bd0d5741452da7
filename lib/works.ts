/** What is done after an act, and by whom. The process that serves works at it. */

import { seeToClasses } from "#lib/classes/commands/retention";
import { turnRounds } from "#lib/classes/commands/turn-rounds";
import { sendMarks } from "#lib/lti/commands/marks";
import { planRosters, syncRoster } from "#lib/lti/commands/sync";
import { type Compose, deliver } from "#lib/mail/deliver";
import { hideFlagged } from "#lib/moderation/hiding";
import { composeSanction, SANCTION_LETTER } from "#lib/moderation/letters";
import { planDigest, writeDigests } from "#lib/notices/digest";
import { tell } from "#lib/notices/fan-out";
import { composeDigest, composeNotice } from "#lib/notices/letters";
import { remindModerators } from "#lib/notices/waiting";
import type { Works } from "#lib/queue/worker";
import { turnMode } from "#lib/threads/commands";
import { composeConfirmation, composeReset } from "#lib/users/letters";
import { forgetOverLinks, LETTERS } from "#lib/users/sent-links";

/** Who puts letters into words that are found when they are sent. */
const composers: Record<string, Compose> = {
  notice: composeNotice,
  digest: composeDigest,
  [SANCTION_LETTER]: composeSanction,
  [LETTERS.CONFIRM_ADDRESS]: composeConfirmation,
  [LETTERS.RESET_PASSWORD]: composeReset,
};

export const works: Works = {
  // As many as one statement tells of within a moment.
  notices: { atOnce: 100, act: tell },
  // One at a time: a mail server that hangs must not use up the time of the others.
  mail: { atOnce: 1, act: async ([job]) => job && (await deliver(job, composers)) },
  weighing: { atOnce: 20, act: hideFlagged },
  modes: { atOnce: 1, act: async ([job]) => job && (await turnMode(job)) },
  rounds: { atOnce: 1, act: async ([job]) => job && (await turnRounds(job)) },
  marks: { atOnce: 1, act: async ([job]) => job && (await sendMarks(job)) },
  rosters: { atOnce: 1, act: async ([job]) => void (job && (await syncRoster(job.context))) },
  digest: { atOnce: 1, act: async ([job]) => job && (await writeDigests(job)) },
};

/** What is seen to every hour. */
export async function hourly(): Promise<void> {
  await forgetOverLinks();
  await planDigest();
  await remindModerators();
  await planRosters();
  await seeToClasses();
}
