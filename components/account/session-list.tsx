import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import { endOtherSessions, endSession } from "#lib/users/actions";
import { browserOf } from "#lib/users/agent";
import type { SessionView } from "#lib/users/queries";

/** The browsers one is signed in with; `here` is the one that shows this. */
export function SessionList({ sessions, here }: { sessions: SessionView[]; here: string }) {
  const t = useTranslations("account.sessions");
  const nameOf = (agent: string) => {
    const { browser, system } = browserOf(agent);
    return t("browser", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") });
  };
  return (
    <section aria-labelledby="sessions">
      <h2 className="section-title" id="sessions">
        <span>{t("title")}</span>
        <span>{t("count", { count: sessions.length })}</span>
      </h2>
      <ul className="rows">
        {sessions.map(({ id, agent, startedAt }) => (
          <li key={id} className="flex gap-4 items-baseline justify-between *:last:whitespace-nowrap">
            <p>
              {nameOf(agent)}{" "}
              <span className="meta dots">
                <span>{t.rich("since", { at: () => <Day at={startedAt} /> })}</span>
                {id === here && <b>{t("here")}</b>}
              </span>
            </p>
            {id !== here && (
              <AccountForm
                act={endSession}
                hidden={{ id }}
                kind="quiet"
                submit={t("end")}
                submitLabel={t("endThis", { browser: nameOf(agent) })}
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <AccountForm act={endOtherSessions} kind="outline" submit={t("endOthers")} />}
    </section>
  );
}
