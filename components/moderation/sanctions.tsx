import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountForm } from "#components/account/account-form";
import { PleaForm } from "#components/moderation/plea-form";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { keep, lift } from "#lib/moderation/actions";
import type { JudgedSanction, OwnSanction, SanctionView } from "#lib/moderation/queries/sanctions";
import { paths } from "#lib/paths";
import { momentOf } from "#lib/users/policy";

/** Who is silenced or suspended, why and until when, with what those who judge may do about it. */
export function SanctionList({ sanctions }: { sanctions: JudgedSanction[] }) {
  const t = useTranslations("sanctions.list");
  if (sanctions.length === 0) return <Empty>{t("none")}</Empty>;
  return (
    <ul className="rows">
      {sanctions.map((sanction) => (
        <li key={sanction.id}>
          <Judged sanction={sanction} />
        </li>
      ))}
    </ul>
  );
}

function Judged({ sanction }: { sanction: JudgedSanction }) {
  const t = useTranslations("sanctions");
  const { id, kind, person, by, until, givenAt, plea, kept } = sanction;
  const waits = plea !== null && !kept;
  return (
    <>
      <p>
        <a href={paths.person(person.handle)}>
          <bdi>
            <b>{person.name}</b>
          </bdi>
        </a>{" "}
        {t(`kinds.${kind}`)}, {t("ends", { until: momentOf(until) })}
      </p>
      <p className="meta dots">
        <span>{t("by", { name: by.name })}</span>
        <Day at={givenAt} />
      </p>
      <Why sanction={sanction} />
      {plea && <p className="read mt-2">{t("list.appeals", { plea })}</p>}
      {kept && <p className="meta">{t("list.kept")}</p>}
      <div className="button-row mt-2">
        {sanction.lift.ok && (
          <AccountForm
            act={lift}
            hidden={{ sanction: id }}
            kind="outline"
            submit={t("list.lift")}
            submitLabel={t("list.liftLabel", { name: person.name })}
          />
        )}
        {waits && sanction.hear.ok && (
          <AccountForm
            act={keep}
            hidden={{ sanction: id }}
            kind="outline"
            submit={t("list.keep")}
            submitLabel={t("list.keepLabel", { name: person.name })}
          />
        )}
      </div>
    </>
  );
}

function Why({ sanction: { reason, note } }: { sanction: SanctionView }) {
  const t = useTranslations("sanctions");
  return (
    <>
      <p className="mt-1">{t("because", { why: reason.sentence, code: reason.code })}</p>
      {note && <p className="mt-1">{t("note", { note })}</p>}
    </>
  );
}

interface Own {
  /** null for a stranger, of whom nothing is known. */
  sanctions: OwnSanction[] | null;
  acts: Record<"appealOwn" | "appealSuspension", Parameters<typeof PleaForm>[0]["act"]>;
}

/** What somebody may not for now, why, until when, and their appeal. */
export function OwnSanctions({ sanctions, acts }: Own) {
  const t = useTranslations("sanctions");
  if (sanctions === null)
    return (
      <>
        <p className="read">{t("own.stranger")}</p>
        <PleaForm act={acts.appealSuspension} />
      </>
    );
  if (sanctions.length === 0) return <Empty>{t("own.none")}</Empty>;
  return sanctions.map((sanction) => (
    <section key={sanction.id} className="mt-6">
      <Notice kind="hint" icon="lock" title={t(`means.${sanction.kind}`)}>
        <p>{t("until", { until: momentOf(sanction.until) })}</p>
        <Why sanction={sanction} />
      </Notice>
      <Appeal sanction={sanction}>
        <PleaForm sanction={sanction.id} act={acts.appealOwn} />
      </Appeal>
    </section>
  ));
}

function Appeal({ sanction: { plea, kept, appeal }, children }: { sanction: OwnSanction; children: ReactNode }) {
  const t = useTranslations("sanctions.own");
  if (plea !== null) return <p className="meta mt-2">{t(kept ? "kept" : "waits")}</p>;
  return appeal.ok ? children : null;
}
