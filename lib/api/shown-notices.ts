/** Notices as the API shows them. */
import type { z } from "zod";
import type { notice as shape } from "#lib/api/following-routes";
import type { NoticeView } from "#lib/notices/view";

export const notice = ({
  thread,
  argument,
  actor,
  code,
  mine,
  stance,
  ...rest
}: NoticeView): z.infer<typeof shape> => ({
  ...rest,
  code,
  thread: { slug: thread.slug, question: thread.question },
  argument: { ...argument, stance },
  actor,
  answers: mine,
});
