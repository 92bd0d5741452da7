import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Choice } from "#components/ui/choice";
import { Notice } from "#components/ui/notice";
import { wishNotices } from "#lib/notices/actions";
import type { NoticeSettings } from "#lib/notices/queries";
import { MAILS } from "#lib/notices/schema";

interface Props {
  settings: NoticeSettings;
  /** Whether this forum sends letters at all. */
  mailIsOn: boolean;
  saved: boolean;
}

/** What one is told of without asking, and whether by letter. */
export function NoticeSection({ settings, mailIsOn, saved }: Props) {
  const t = useTranslations("account.notices");
  const { mail, watchOwn, answers, address, confirmed } = settings;
  const letters = mailIsOn ? (address === null ? "noAddress" : confirmed ? "goTo" : "unconfirmed") : "off";
  return (
    <section aria-labelledby="notices">
      <h2 className="section-title" id="notices">
        {t("title")}
      </h2>
      {saved && (
        <div className="mb-4" role="status">
          <Notice kind="hint" title={t("saved")} />
        </div>
      )}
      <AccountForm act={wishNotices} kind="outline" submit={t("submit")}>
        <div className="options">
          <label>
            <input className="check" type="checkbox" name="answers" value="1" defaultChecked={answers} />
            <span>{t("answers")}</span>
          </label>
          <label>
            <input className="check" type="checkbox" name="watchOwn" value="1" defaultChecked={watchOwn} />
            <span>{t("watchOwn")}</span>
          </label>
        </div>
        <div>
          <Choice
            name="mail"
            legend={t("mail")}
            options={MAILS.map((value) => ({ value, label: t(`mails.${value}`) }))}
            chosen={mail}
          />
          <p className="hint">
            <span>{t(`letters.${letters}`, { address: address ?? "" })}</span>
          </p>
        </div>
      </AccountForm>
    </section>
  );
}
