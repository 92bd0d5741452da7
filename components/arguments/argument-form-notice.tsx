import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";

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
