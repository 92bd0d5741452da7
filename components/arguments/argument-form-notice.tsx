import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { Adding } from "#lib/arguments/given";

/** Until when an argument is revised freely; after that, what the revision is an answer to. */
export function RevisingNotice({ until, marked }: { until: string; marked: boolean }) {
  const t = useTranslations("forms.revise");
  const format = useFormatter();
  const over = Date.parse(until) < Date.now();
  return (
    <div className="mb-6">
      <Notice
        kind="hint"
        icon="clock"
        title={
          over
            ? t(marked ? "marked" : "moved")
            : t("until", {
                time: format.dateTime(new Date(until), { hour: "numeric", minute: "2-digit", timeZoneName: "short" }),
              })
        }
      >
        <p>{t("history")}</p>
      </Notice>
    </div>
  );
}

/** What became of the words that somebody came with to add them. */
export function AddingNotice({ adding: { added, known, left }, max }: { adding: Adding; max: number }) {
  const t = useTranslations("forms.revise.adding");
  const lost = added + known + left === 0;
  return (
    <div className="mb-6">
      <Notice kind="hint" icon="plus" title={added > 0 ? t("added", { count: added }) : t("notAdded")}>
        {added > 0 && <p>{t("look")}</p>}
        {known > 0 && <p>{t("known")}</p>}
        {left > 0 && <p>{t("full", { max })}</p>}
        {lost && <p>{t("lost")}</p>}
      </Notice>
    </div>
  );
}
