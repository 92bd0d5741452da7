import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { AskPeersForm } from "#components/classes/ask-peers-form";
import { Due } from "#components/classes/assignment-head";
import { Judged } from "#components/classes/judged";
import { Notice } from "#components/ui/notice";
import { localOf } from "#lib/classes/assignment-form";
import { firstAsking } from "#lib/classes/peer-form";
import type { ClassPeers as Shown } from "#lib/classes/peer-queries";
import { askPeers, hidePeer, releasePeers } from "#lib/classes/peers/actions";

interface Props {
  of: Shown;
  assignment: string;
  now: string;
}

/** Who judges whom and what they said, with names, for who teaches; asking for it, and releasing it. */
export function ClassPeers({ of, assignment, now }: Props) {
  const t = useTranslations("peers");
  const { asked, feedback } = of;
  const named = { class: of.class.slug, assignment };
  const given = feedback.filter(({ judged }) => judged !== null).length;
  const first = asked
    ? { each: String(asked.each), dueAt: localOf(Date.parse(asked.dueAt)) }
    : firstAsking(new Date(now));
  return (
    <div className="grid gap-8">
      {!asked && <p className="read">{t("about")}</p>}
      {asked && (
        <div className="grid gap-3">
          <p className="meta dots">
            <span>{t("eachOf", { count: asked.each })}</span>
            <span>{t("givenOf", { given, all: feedback.length })}</span>
            <span>
              {t("due")} <Due at={Date.parse(asked.dueAt)} now={now} />
            </span>
          </p>
          <p className="meta">{t(asked.released ? "isReleased" : "isHidden")}</p>
          {!asked.released && <AccountForm act={releasePeers} hidden={named} submit={t("release")} />}
        </div>
      )}
      {!asked?.released && (
        <AskPeersForm key={first.dueAt} named={named} first={first} again={asked !== null} act={askPeers} />
      )}
      {feedback.length > 0 && (
        <section aria-labelledby="all-feedback">
          <h2 className="section-title" id="all-feedback">
            {t("all")}
          </h2>
          <ul className="rows">
            {feedback.map((one) => (
              <One key={one.id} one={one} named={named} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function One({ one, named }: { one: Shown["feedback"][number]; named: { class: string; assignment: string } }) {
  const t = useTranslations("peers");
  const { id, giver, receiver, judged, hidden, reported } = one;
  return (
    <li>
      <p>
        {t.rich("on", { giver: giver.name, receiver: receiver.name, b: (name) => <bdi>{name}</bdi> })}{" "}
        <span className="meta">{judged === null ? t("notGiven") : hidden ? t("hidden") : ""}</span>
      </p>
      {reported && (
        <Notice icon="info" title={t("isReported")}>
          {reported.note && <p>{reported.note}</p>}
        </Notice>
      )}
      {judged && (
        <>
          <Judged judged={judged} />
          <div className="mt-3">
            <AccountForm
              act={hidePeer}
              hidden={{ ...named, feedback: id, hide: hidden ? "no" : "yes" }}
              kind="outline"
              submit={t(hidden ? "show" : "hide")}
              submitLabel={t(hidden ? "showThis" : "hideThis", { giver: giver.name, receiver: receiver.name })}
            />
          </div>
        </>
      )}
    </li>
  );
}
