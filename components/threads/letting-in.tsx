import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { isClosed, type ModeNow } from "#lib/threads/mode";
import { waitOf } from "#lib/threads/wait";

interface Props {
  /** With what is known of the reader's own post, where one is about to write. */
  letsIn: ModeNow & { waits?: boolean; usualMinutes?: number | null };
  /** Where it is changed, for those who may. */
  change?: string;
}

const MINUTE = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;

/** How posts are let into a thread, said where one reads or posts. Of a thread that is simply open nothing is said. */
export function LettingIn({ letsIn, change }: Props) {
  const t = useTranslations("modes");
  const { mode, slowSeconds, firstPosts, next, waits, usualMinutes } = letsIn;
  const plain = mode === "OPEN" || (mode === "OPEN_QUIET" && waits === undefined);
  if (plain && next === null && change === undefined) return null;
  const closed = isClosed(mode);
  return (
    <div className="mb-4">
      <Notice
        kind="hint"
        icon={closed ? "lock" : "clock"}
        title={t(`here.${mode}`, { posts: firstPosts, wait: t("wait", waitOf(slowSeconds)) })}
      >
        {closed && <p>{t("closed")}</p>}
        {waits && <p>{t("yoursWaits")}</p>}
        {usualMinutes != null && <p>{t("usually", { wait: t("wait", waitOf(usualMinutes * 60)) })}</p>}
        {next && <p>{t.rich("next", { at: () => <At at={next.at} />, mode: t(`names.${next.mode}`) })}</p>}
        {change && (
          <p>
            <a href={change}>{t("change")}</a>
          </p>
        )}
      </Notice>
    </div>
  );
}

function At({ at }: { at: string }) {
  const format = useFormatter();
  return <time dateTime={at}>{format.dateTime(new Date(at), MINUTE)} UTC</time>;
}
