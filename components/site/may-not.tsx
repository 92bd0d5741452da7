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
  /** What the page is about, where nothing else on it says so. */
  title?: string;
}

/** Stands in the place of a form that this viewer may not use: why not, and what to do instead. Nothing where they may. */
export function MayNot({ verdict, back, title }: Props) {
  if (verdict.ok) return null;
  const why = verdict.code === "sign-in-first" ? <SignInFirst back={back} /> : <Refusal {...verdict} />;
  if (title === undefined) return why;
  return (
    <div className="max-w-2xl">
      <h1 className="title mb-6">{title}</h1>
      {why}
    </div>
  );
}

function Refusal({ code, values = {} }: Extract<Verdict, { ok: false }>) {
  return <Notice kind="refused" title={checkSentence({ code, values })} />;
}

function SignInFirst({ back }: Pick<Props, "back">) {
  const t = useTranslations("forms.mayNot");
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
