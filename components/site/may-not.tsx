import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/paths";
import { checkSentence } from "#lib/sentence";
import type { Verdict } from "#lib/verdict";

interface Props {
  verdict: Verdict;
  /** Where to go on after signing in. */
  back: string;
}

/** Stands in the place of a form that this viewer may not use: why not, and what to do instead. Nothing where they may. */
export function MayNot({ verdict, back }: Props) {
  const t = useTranslations("forms.mayNot");
  if (verdict.ok) return null;
  const { code, values = {} } = verdict;
  if (code !== "sign-in-first") return <Notice kind="refused" title={checkSentence({ code, values })} />;
  return (
    <Notice kind="hint" icon="lock" title={t("signIn")}>
      <p>{t("why")}</p>
      <p className="button-row">
        <Button kind="solid" href={paths.signIn(back)}>
          {t("toSignIn")}
        </Button>
        <Button href={paths.join()}>{t("join")}</Button>
      </p>
    </Notice>
  );
}
