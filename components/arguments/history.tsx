import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { DocumentText } from "#components/editor/document";
import { Day } from "#components/ui/day";
import { Difference } from "#components/ui/difference";
import { Notice } from "#components/ui/notice";
import type { History, RevisionView } from "#lib/arguments/queries/arguments";
import type { SecondThought } from "#lib/arguments/queries/second-thought";
import { paths } from "#lib/paths";

/** What an argument said, and when it came to say it; for its author also that it waits for review. */
export function HistoryOf({ argument, secondThought }: { argument: History; secondThought: SecondThought | null }) {
  const t = useTranslations("pages.history");
  const { id, number, state, author, thread, revisions } = argument;
  return (
    <>
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
      <h1 className="title">{t("title", { number })}</h1>
      <p className="meta mt-3 mb-6">
        <b>{author.name}</b>
        {state !== "PENDING" && (
          <>
            {" · "}
            <a href={paths.argument(id)}>{t("toArgument", { number })}</a>
          </>
        )}
      </p>
      {state === "PENDING" && (
        <div className="mb-6">
          <Notice kind="hint" icon="clock" title={t("waits")}>
            <p>{t("waitsMeans")}</p>
            <p>
              <a href={paths.edit(id)}>{t("edit")}</a> · <a href={paths.withdraw(id)}>{t("withdraw")}</a>
            </p>
          </Notice>
        </div>
      )}
      {secondThought && (
        <div className="mb-6">
          <Notice
            kind="hint"
            icon="message-square-quote"
            title={t.rich("anyway", {
              number: secondThought.near.number,
              a: (words) => <a href={paths.argument(secondThought.near.id)}>{words}</a>,
            })}
          >
            <p className="read">{t("anywayBecause", { reason: secondThought.reason })}</p>
            <p className="meta">{t("anywaySeen")}</p>
          </Notice>
        </div>
      )}
      {revisions.length === 0 && <p className="read">{t("gone")}</p>}
      <ol className="revisions">
        {revisions.map((revision, place) => (
          <li key={revision.ordinal}>
            <Revision revision={revision} before={revisions[place + 1]} />
          </li>
        ))}
      </ol>
    </>
  );
}

const OCCASIONS = ["FIRST", "EDIT", "MARK", "CHALLENGE", "CHANGES_REQUESTED", "MOVED_CITATION"] as const;

function Revision({ revision, before }: { revision: RevisionView; before?: RevisionView }) {
  const t = useTranslations("pages.history");
  const { ordinal, occasion, createdAt, claim, body, citations } = revision;
  const said = OCCASIONS.find((one) => one === occasion) ?? "EDIT";
  const cited = (of: RevisionView) => JSON.stringify(of.citations.map(({ source, spans }) => [source.slug, spans]));
  const changes = [
    before && JSON.stringify(before.body) !== JSON.stringify(body) && t("bodyChanged"),
    before && cited(before) !== cited(revision) && t("passagesChanged"),
  ].filter(Boolean);
  return (
    <article aria-labelledby={`revision-${ordinal}`}>
      <h2 className="section-title" id={`revision-${ordinal}`}>
        <span>
          {t("revision", { ordinal })}, <Day at={createdAt} />
        </span>
        <span>{t(`occasions.${said}`)}</span>
      </h2>
      <p className="claim">{before ? <Difference before={before.claim} after={claim} /> : claim}</p>
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
      {body && (
        <div className="mt-3">
          <DocumentText document={body} />
        </div>
      )}
      {changes.length > 0 && <p className="meta mt-2">{changes.join(" ")}</p>}
    </article>
  );
}
