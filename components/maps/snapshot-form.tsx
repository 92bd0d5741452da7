import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { freeze } from "#lib/maps/actions";
import { paths } from "#lib/paths";

/** Freezing a thread's state: what it means, and one button. */
export function SnapshotForm({ thread: { slug, question } }: { thread: { slug: string; question: string } }) {
  const t = useTranslations("snapshots.freeze");
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.thread(slug)}>{question}</a>
      </p>
      <h1 className="title">{t("title")}</h1>
      <p className="read mt-4">{t("what")}</p>
      <p className="read mt-3">{t("later")}</p>
      <p className="read mt-3 mb-6">{t("same")}</p>
      <AccountForm act={freeze} hidden={{ slug }} submit={t("submit")} />
      <p className="meta dots mt-8">
        <span>
          <a href={paths.thread(slug)}>{t("back")}</a>
        </span>
        <span>
          <a href={paths.snapshots(slug)}>{useTranslations("snapshots")("all")}</a>
        </span>
      </p>
    </div>
  );
}
