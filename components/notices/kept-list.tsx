import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Empty } from "#components/ui/empty";
import { Rail } from "#components/ui/rail";
import { followArgument } from "#lib/notices/actions";
import type { BookmarkView, WatchView } from "#lib/notices/queries";
import { paths } from "#lib/paths";

/** The arguments one keeps to come back to, and what one watches. */
export function KeptList({ bookmarks, watched }: { bookmarks: BookmarkView[]; watched: WatchView[] }) {
  const t = useTranslations("notices.kept");
  return (
    <div className="max-w-2xl grid gap-12">
      <section aria-labelledby="kept">
        <h1 className="title mb-6" id="kept">
          {t("title")}
        </h1>
        {bookmarks.length === 0 && <Empty>{t("none")}</Empty>}
        <ul className="rows">
          {bookmarks.map(({ id, number, claim, author, thread, stance }) => (
            <li key={id} className="with-act">
              <Rail stance={stance}>
                <p className="meta">
                  #{number}, {author.name} · <a href={paths.thread(thread.slug)}>{thread.question}</a>
                </p>
                <p className="claim claim-small mt-1">
                  <a href={paths.argument(id)}>{claim ?? t("gone", { number })}</a>
                </p>
              </Rail>
              <AccountForm
                act={followArgument}
                hidden={{ id, follow: "unbookmark", back: "bookmarks" }}
                kind="quiet"
                submit={t("remove")}
                submitLabel={t("removeThis", { number })}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="watched">
        <h2 className="section-title" id="watched">
          {t("watched")}
        </h2>
        {watched.length === 0 && <Empty>{t("watchesNone")}</Empty>}
        <ul className="rows">
          {watched.map(({ thread, argument }) => (
            <li key={argument?.id ?? thread.slug}>
              {argument === null ? (
                <p className="claim claim-small">
                  <a href={paths.followThread(thread.slug)}>{thread.question}</a>
                </p>
              ) : (
                <>
                  <p className="meta">
                    {t("branch", { number: argument.number })} ·{" "}
                    <a href={paths.thread(thread.slug)}>{thread.question}</a>
                  </p>
                  <p className="claim claim-small mt-1">
                    <a href={paths.follow(argument.id)}>{argument.claim ?? t("gone", { number: argument.number })}</a>
                  </p>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
