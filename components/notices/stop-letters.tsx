import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { stopLetters } from "#lib/notices/actions";
import { paths } from "#lib/paths";

/** Looking at this page does nothing; its button stops the letters of whoever was sent its address. */
export function StopLetters({ letterKey, stopped }: { letterKey: string; stopped: boolean }) {
  const t = useTranslations("mail.stop");
  return (
    <div className="max-w-2xl">
      <h1 className="title">{t(stopped ? "stoppedTitle" : "title")}</h1>
      <p className="read mt-4 mb-4">{t(stopped ? "stopped" : "means")}</p>
      {stopped ? (
        <p className="meta">
          <a href={paths.noticeSettings()}>{t("settings")}</a>
        </p>
      ) : (
        <AccountForm act={stopLetters} hidden={{ key: letterKey }} submit={t("submit")} />
      )}
    </div>
  );
}
