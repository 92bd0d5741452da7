import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";

export function Footer() {
  const t = useTranslations("site");
  return (
    <footer className="colophon">
      <div className="page">
        <p>{t("colophon")}</p>
        <a href={paths.howItWorks()}>{t("howItWorks")}</a>
        <a href={paths.rules()}>{t("rules")}</a>
        <a href={paths.policy()}>{t("policy")}</a>
        <a href={paths.log()}>{t("log")}</a>
        <a href={paths.privacy()}>{t("privacy")}</a>
        <a href={paths.openapi()}>{t("api")}</a>
      </div>
    </footer>
  );
}
