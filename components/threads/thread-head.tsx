import { useTranslations } from "next-intl";
import { FollowLink } from "#components/notices/follow-link";
import { LettingIn } from "#components/threads/letting-in";
import { Question } from "#components/threads/question";
import { RaisingPassage } from "#components/threads/raising-passage";
import type { ThreadTop } from "#lib/arguments/view";
import { paths } from "#lib/paths";

type View = "outline" | "map" | "flow" | "evidence" | "strength" | "activity" | "bibliography" | "export";

/** The head of every page of a thread: the question, the words that raised it, the ways to look at it. */
export function ThreadHead({ thread, view }: { thread: ThreadTop; view: View }) {
  const t = useTranslations("threads");
  return (
    <>
      <p className="kicker">
        <a href={paths.home()}>{t("threads")}</a>
      </p>
      <header className="thread-head">
        <div>
          <Question question={thread.question} />
          {thread.background && <p className="read mt-3 text-ink-2">{thread.background}</p>}
        </div>
        <RaisingPassage passage={thread.raisedBy} />
      </header>
      <LettingIn letsIn={thread.letsIn} />
      <Views thread={thread} view={view} />
    </>
  );
}

function Views({ thread, view }: { thread: ThreadTop; view: View }) {
  const t = useTranslations("threads");
  const views = [
    ["outline", paths.thread(thread.slug)],
    ["map", paths.map(thread.slug)],
    ["flow", paths.flow(thread.slug)],
    ["evidence", paths.evidence(thread.slug)],
    ["strength", paths.strength(thread.slug)],
    ["activity", paths.activity(thread.slug)],
    ["bibliography", paths.bibliography(thread.slug)],
    ["export", paths.exports(thread.slug)],
  ] as const;
  return (
    <div className="views">
      <nav className="contents" aria-label={t("views")}>
        {views.map(([name, path]) => (
          <a key={name} href={path} aria-current={name === view ? "page" : undefined}>
            {t(name)}
          </a>
        ))}
      </nav>
      <p className="meta dots">
        <span>{t("arguments", { count: thread.counts.arguments })}</span>
        <span>{t("passages", { count: thread.counts.passages })}</span>
        <span>{t("sources", { count: thread.counts.sources })}</span>
        <span>
          <FollowLink
            slug={thread.slug}
            href={paths.followThread(thread.slug)}
            words={{ offer: t("watch"), watching: t("watching"), kept: "" }}
          />
        </span>
      </p>
    </div>
  );
}
