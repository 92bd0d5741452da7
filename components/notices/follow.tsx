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

interface OfArgument extends OfThread {
  argument: { id: string; number: number; claim: string | null };
}

/** Watching an argument and everything below it, and keeping it. */
export function FollowArgument({ thread, argument: { id, number, claim }, followed }: OfArgument) {
  const t = useTranslations("notices.follow");
  const watches = followed.branches.includes(id);
  const keeps = followed.bookmarks.includes(id);
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
      <section className="mt-8" aria-labelledby="watch">
        <h2 className="section-title" id="watch">
          {t("watch")}
        </h2>
        <p className="read mb-4" role="status">
          {t(watches ? "watchesBranch" : "watchesBranchNot")}
        </p>
        <AccountForm
          act={followArgument}
          hidden={{ id, follow: watches ? "unwatch" : "watch" }}
          kind={watches ? "outline" : "solid"}
          submit={t(watches ? "unwatchBranch" : "watchBranch")}
        />
      </section>
      <section className="mt-8" aria-labelledby="keep">
        <h2 className="section-title" id="keep">
          {t("keep")}
        </h2>
        <p className="read mb-4" role="status">
          {t(keeps ? "keeps" : "keepsNot")}
        </p>
        <AccountForm
          act={followArgument}
          hidden={{ id, follow: keeps ? "unbookmark" : "bookmark" }}
          kind="outline"
          submit={t(keeps ? "unbookmark" : "bookmark")}
        />
      </section>
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
