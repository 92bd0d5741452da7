import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { Tag } from "#components/ui/tag";
import { retire } from "#lib/lti/actions";
import { ourAddresses } from "#lib/lti/addresses";
import type { PlatformAct, PlatformView } from "#lib/lti/queries";

/** What whoever runs a platform types in there. */
export function OurAddresses({ site }: { site: string }) {
  const t = useTranslations("platforms");
  return (
    <section aria-labelledby="ours" className="mb-8">
      <h2 className="section-title" id="ours">
        {t("ours")}
      </h2>
      <p className="read mb-3">{t("oursWhat")}</p>
      <dl className="facts">
        {Object.entries(ourAddresses(site)).map(([what, address]) => (
          <div key={what}>
            <dt className="label">{what}</dt>
            <dd>
              <code className="break-all">{address}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The platforms that may lead their people here, and those that might once. */
export function PlatformList({ platforms }: { platforms: PlatformView[] }) {
  const t = useTranslations("platforms");
  if (platforms.length === 0) return <Empty>{t("none")}</Empty>;
  return (
    <ul className="rows">
      {platforms.map(({ name, issuer, clientId, deployments, origins, retired }) => (
        <li key={`${issuer} ${clientId}`}>
          <p>
            <b>{name}</b> {retired && <Tag>{t("retired")}</Tag>}
          </p>
          <p className="meta break-all">{t("known", { issuer, client: clientId })}</p>
          <p className="meta break-all">{t("deployments", { list: deployments.join(", ") })}</p>
          <p className="meta break-all">{t("origins", { list: origins.join(", ") })}</p>
          {!retired && (
            <div className="button-row mt-2">
              <AccountForm
                act={retire}
                hidden={{ issuer, clientId }}
                kind="outline"
                submit={t("retire")}
                submitLabel={t("retireThis", { name })}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who did what to them, newest first. */
export function PlatformActs({ acts }: { acts: PlatformAct[] }) {
  const t = useTranslations("platforms");
  return (
    <section aria-labelledby="acts" className="mt-8">
      <h2 className="section-title" id="acts">
        {t("acts")}
      </h2>
      {acts.length === 0 && <p className="meta">{t("noActs")}</p>}
      <ol className="rows">
        {acts.map(({ number, kind, platform, by, at }) => (
          <li key={number}>
            <p>{t(`act.${kind}`, { platform: platform ?? "", by: by ?? t("operator") })}</p>
            <p className="meta">
              <Day at={at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
