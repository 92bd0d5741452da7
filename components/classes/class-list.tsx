import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import type { ClassLine } from "#lib/classes/queries";
import { paths } from "#lib/paths";

/** One's classes; where there is none, what to do. */
export function ClassList({ classes }: { classes: ClassLine[] }) {
  const t = useTranslations("classes.list");
  return (
    <div className="max-w-2xl">
      <h1 className="title mb-6">{t("title")}</h1>
      {classes.length === 0 ? (
        <Empty
          action={
            <span className="button-row">
              <Button kind="solid" href={paths.joinWith("")}>
                {t("join")}
              </Button>
              <Button href={paths.openClass()}>{t("open")}</Button>
            </span>
          }
        >
          {t("none")}
        </Empty>
      ) : (
        <>
          <ul className="rows">
            {classes.map(({ slug, name, term, role, pupils, threads }) => (
              <li key={slug}>
                <p className="claim claim-small">
                  <a href={paths.class(slug)}>
                    <bdi>{name}</bdi>
                  </a>
                </p>
                <p className="meta dots">
                  <b>{t(`role.${role}`)}</b>
                  {term && <span>{term}</span>}
                  <span>{t("pupils", { count: pupils })}</span>
                  <span>{t("threads", { count: threads })}</span>
                </p>
              </li>
            ))}
          </ul>
          <p className="button-row mt-6">
            <Button href={paths.openClass()}>{t("open")}</Button>
            <Button href={paths.joinWith("")}>{t("join")}</Button>
          </p>
        </>
      )}
      <p className="meta mt-8 dots">
        <a href={paths.teachersGuide()}>{t("teachersGuide")}</a>
        <a href={paths.pupilsGuide()}>{t("pupilsGuide")}</a>
      </p>
    </div>
  );
}
