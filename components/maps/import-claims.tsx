import { useTranslations } from "next-intl";
import { Sign } from "#components/ui/sign";
import { Tag } from "#components/ui/tag";
import type { ShownProposal } from "#lib/maps/form";

interface Props {
  claims: ShownProposal["claims"];
  total: number;
}

/** The first claims of a file, each under what it answers, with what would become of it. */
export function ImportClaims({ claims, total }: Props) {
  const t = useTranslations("forms.import");
  return (
    <section className="mt-4" aria-labelledby="claims-title">
      <h3 className="label" id="claims-title">
        {t("claims")}{" "}
        {total > claims.length && <span className="meta">{t("first", { shown: claims.length, total })}</span>}
      </h3>
      <ol className="proposed-claims">
        {claims.map(({ originalId, claim, stance, depth, comes, sources }) => (
          <li key={originalId} data-depth={Math.min(depth, 6)}>
            <p>
              {stance && (
                <span className={`stance ${stance.toLowerCase()}`}>
                  <Sign stance={stance} />
                  {t(stance)}
                </span>
              )}{" "}
              {claim}
            </p>
            <p className="meta dots">
              <span>{comes === "posted" ? t("comes.posted") : <Tag kind="waiting">{t(`comes.${comes}`)}</Tag>}</span>
              {sources.map(({ slug, title }) => (
                <span key={slug}>{t("on", { title })}</span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
