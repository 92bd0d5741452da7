/** What somebody should know before they write: that they may not for now, or that something was sent back to them. */
import { createTranslator } from "use-intl/core";
import { db } from "#lib/db";
import { paths } from "#lib/paths";
import { momentOf } from "#lib/users/policy";
import type { Viewer } from "#lib/users/viewer";
import en from "#messages/en" with { type: "json" };

const t = createTranslator({ locale: "en-GB", messages: en, namespace: "standing" });

/** A sentence, and where more of it stands. */
export interface Standing {
  says: string;
  more: string;
  href: string;
}

/** The heavier of the two, for its person alone; null for almost everybody. One query for who may write. */
export async function findStanding(viewer: Viewer): Promise<Standing | null> {
  if (!viewer) return null;
  if (viewer.silence)
    return {
      says: t("silenced", { since: momentOf(viewer.silence.since), until: momentOf(viewer.silence.until) }),
      more: t("why"),
      href: paths.ownSanction(),
    };
  const asked = await db().review.findFirst({
    where: { decidedAt: null, askedAt: { not: null }, argument: { authorId: viewer.id, withdrawal: null } },
    orderBy: { askedAt: "asc" },
    select: { argument: { select: { id: true, number: true } } },
  });
  if (!asked) return null;
  const { id, number } = asked.argument;
  return { says: t("asked", { number }), more: t("whyAsked"), href: paths.appeal(id) };
}
