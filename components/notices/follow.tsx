import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { followArgument, followThread } from "#lib/notices/actions";
import type { Followed } from "#lib/notices/view";
import { paths } from "#lib/paths";

interface OfThread {
  thread: { slug: string; question: string };
  followed: Followed;
}

/** Beginning and ending to watch a thread. */
export function FollowThread({ thread, followed }: OfThread) {
  const t = useTranslations("notices.follow");
  const { slug, question } = thread;
  const watches = followed.thread;
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.thread(slug)}>{question}</a>
      </p>
      <h1 className="title">{t("thread")}</h1>
      <p className="read mt-4 mb-4" role="status">
        {t(watches ? "watchesThread" : "watchesThreadNot")}
      </p>
      <AccountForm
        act={followThread}
        hidden={{ slug, follow: watches ? "unwatch" : "watch" }}
        kind={watches ? "outline" : "solid"}
        submit={t(watches ? "unwatchThread" : "watchThread")}
      />
      <Ends back={paths.thread(slug)} />
    </div>
  );
}

/** The two ways to follow an argument: what is done and undone, and the words of its section. */
const WAYS = [
  {
    does: "watch",
    undoes: "unwatch",
    title: "watch",
    says: "watchesBranch",
    offers: "watchBranch",
    ends: "unwatchBranch",
  },
  { does: "bookmark", undoes: "unbookmark", title: "keep", says: "keeps", offers: "bookmark", ends: "unbookmark" },
] as const;

interface OfArgument extends OfThread {
  argument: { id: string; number: number; claim: string | null };
}

/** Watching an argument and everything below it, and keeping it. */
export function FollowArgument({ thread, argument: { id, number, claim }, followed }: OfArgument) {
  const t = useTranslations("notices.follow");
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
      <h1 className="title">{t("argument", { number })}</h1>
      {claim && (
        <p className="claim mt-4">
          <a href={paths.argument(id)}>{claim}</a>
        </p>
      )}
      {WAYS.map(({ does, undoes, title, says, offers, ends }) => {
        const follows = (does === "watch" ? followed.branches : followed.bookmarks).includes(id);
        return (
          <section key={does} className="mt-8" aria-labelledby={title}>
            <h2 className="section-title" id={title}>
              {t(title)}
            </h2>
            <p className="read mb-4" role="status">
              {t(follows ? says : `${says}Not`)}
            </p>
            <AccountForm
              act={followArgument}
              hidden={{ id, follow: follows ? undoes : does }}
              kind={does === "watch" && !follows ? "solid" : "outline"}
              submit={t(follows ? ends : offers)}
            />
          </section>
        );
      })}
      <Ends back={paths.argument(id)} />
    </div>
  );
}

function Ends({ back }: { back: string }) {
  const t = useTranslations("notices.follow");
  return (
    <p className="meta dots mt-8">
      <span>
        <a href={back}>{t("back")}</a>
      </span>
      <span>
        <a href={paths.bookmarks()}>{t("all")}</a>
      </span>
      <span>
        <a href={paths.noticeSettings()}>{t("settings")}</a>
      </span>
    </p>
  );
}
