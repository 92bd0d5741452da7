import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/paths";

/** That a report was taken down, said to who made it and to nobody else. */
export function FlagDone({ argument }: { argument: string }) {
  const t = useTranslations("forms.doubt");
  return (
    <Notice kind="hint" icon="check" title={t("flag.done")}>
      <p>{t("flag.doneWhat")}</p>
      <p>
        <a href={paths.argument(argument)}>{t("back")}</a>
      </p>
    </Notice>
  );
}
