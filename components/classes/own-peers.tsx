import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Due } from "#components/classes/assignment-head";
import { Judged } from "#components/classes/judged";
import { Notice } from "#components/ui/notice";
import type { OwnPeers as Own } from "#lib/classes/peer-queries";
import { reportPeer } from "#lib/classes/peers/actions";
import { paths } from "#lib/paths";

interface Props {
  own: Own;
  assignment: string;
  now: string;
}

/** Whom a pupil judges, and what their peers say of their own work once it is shown. */
export function OwnPeers({ own, assignment, now }: Props) {
  const t = useTranslations("peers");
  const { class: room, asked, toGive, received } = own;
  return (
    <div className="grid gap-8">
      <section aria-labelledby="to-give">
        <h2 className="section-title" id="to-give">
          {t("toGive")}
        </h2>
        <p className="meta">
          {t("due")} <Due at={Date.parse(asked.dueAt)} now={now} />
        </p>
        {toGive.length === 0 && <p className="read mt-2">{t("notDrawn")}</p>}
        <ul className="rows">
          {toGive.map(({ id, name, given }) => (
            <li key={id}>
              <a href={paths.ofAssignment(room.slug, assignment, `peers/${id}`)}>
                {t("work")} <bdi>{name}</bdi>
              </a>{" "}
              <span className="meta">{t(given ? "given" : asked.phase === "WRITING" ? "open" : "missed")}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="received">
        <h2 className="section-title" id="received">
          {t("received")}
        </h2>
        {received === null && <p className="read">{t("later")}</p>}
        {received?.length === 0 && <p className="read">{t("nothing")}</p>}
        {received?.map((one, i) => (
          <article key={one.id} className="mt-4" aria-labelledby={`peer-${i + 1}`}>
            <h3 className="label" id={`peer-${i + 1}`}>
              {t("peer", { ordinal: i + 1 })}
            </h3>
            <Judged judged={one} />
            {one.reported ? (
              <Notice title={t("reported")} />
            ) : (
              <details className="mt-2">
                <summary className="quiet">{t("report")}</summary>
                <AccountForm
                  act={reportPeer}
                  hidden={{ class: room.slug, assignment, feedback: one.id }}
                  fields={[{ name: "note", id: `note-${i + 1}`, label: t("reportWhy"), hint: t("reportHint") }]}
                  kind="outline"
                  submit={t("reportSend")}
                />
              </details>
            )}
          </article>
        ))}
      </section>
    </div>
  );
}
