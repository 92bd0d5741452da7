import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { ClassForm } from "#components/classes/class-form";
import { QrCode } from "#components/classes/qr-code";
import { Day } from "#components/ui/day";
import { Notice } from "#components/ui/notice";
import { makeCode, revokeCode } from "#lib/classes/actions";
import { shownCode } from "#lib/classes/join-code";
import { qrOf } from "#lib/classes/qr";
import type { CodeView } from "#lib/classes/queries";
import { CODE_CAP, CODE_DAYS } from "#lib/classes/schema";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  code: CodeView | null;
  /** The site's own address. */
  site: string;
}

/** The code of a class as it stands on a wall, and below it what makes and ends it. */
export function CodeWall({ slug, code, site }: Props) {
  const t = useTranslations("classes.code");
  const full = code !== null && code.used >= code.cap;
  return (
    <>
      {code && (
        <section className="wall" aria-labelledby="wall">
          <h2 className="sr-only" id="wall">
            {t("title")}
          </h2>
          <QrCode qr={qrOf(site + paths.joinWith(shownCode(code.code)))} label={t("qr")} />
          <div>
            <p className="wall-say">{t("say", { address: `${site}${paths.join()}`.replace(/^https?:\/\//, "") })}</p>
            <p className="wall-code">{shownCode(code.code)}</p>
            <p className="meta dots">
              <span>{t("used", { used: code.used, cap: code.cap })}</span>
              <span>{t.rich("until", { at: () => <Day at={code.expiresAt} /> })}</span>
            </p>
          </div>
        </section>
      )}
      {full && <Notice kind="hint" icon="lock" title={t("full", { cap: code.cap })} />}
      <div className="no-print">
        <div className="max-w-md grid gap-8 mt-8">
          <section aria-labelledby="make">
            <h2 className="section-title" id="make">
              {t(code ? "another" : "make")}
            </h2>
            <p className="mb-4">{t(code ? "anotherHow" : "how")}</p>
            <ClassForm
              act={makeCode}
              hidden={{ slug }}
              kind={code ? "outline" : "solid"}
              fields={[
                { name: "days", label: t("days"), type: "number", value: `${CODE_DAYS}` },
                { name: "cap", label: t("cap"), type: "number", value: `${CODE_CAP}` },
              ]}
              submit={t("submit")}
            />
          </section>
          {code && <AccountForm act={revokeCode} hidden={{ slug }} kind="quiet" submit={t("revoke")} />}
        </div>
      </div>
    </>
  );
}
