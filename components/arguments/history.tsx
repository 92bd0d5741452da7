import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { DocumentText } from "#components/editor/document";
import { Day } from "#components/ui/day";
import { Difference } from "#components/ui/difference";
import { Notice } from "#components/ui/notice";
import type { History, RevisionView } from "#lib/arguments/queries/arguments";
import type { SecondThought } from "#lib/arguments/queries/second-thought";
import { paths } from "#lib/paths";
import type { CitationView } from "#lib/sources/view";
import { type Document, plainTextOf } from "#lib/text/document";
import { waitOf } from "#lib/threads/wait";

interface Props {
  argument: History;
  secondThought: SecondThought | null;
  /** How long the last ones waited, in minutes, where this one waits. */
  usualMinutes: number | null;
}

/** What an argument said, and when it came to say it; for its author also that it waits for review. */
export function HistoryOf({ argument, secondThought, usualMinutes }: Props) {
  const t = useTranslations("pages.history");
  const modes = useTranslations("modes");
  const { id, number, state, author, thread, revisions, tombstone } = argument;
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
            {usualMinutes !== null && <p>{modes("usually", { wait: modes("wait", waitOf(usualMinutes * 60)) })}</p>}
            <p>
              <a href={paths.edit(id)}>{t("edit")}</a> · <a href={paths.withdraw(id)}>{t("withdraw")}</a>
            </p>
          </Notice>
        </div>
      )}
      {tombstone?.parts && (
        <div className="mb-6">
          <TombstoneLine argument={{ number, state, author, tombstone }} />
          <p className="meta mt-1">
            {t("splitMeans")} <a href={paths.split(id)}>{t("rejoin")}</a>
          </p>
        </div>
      )}
      {tombstone?.into && (
        <div className="mb-6">
          <TombstoneLine argument={{ number, state, author, tombstone }} />
          <p className="meta mt-1">
            {t("mergedMeans")} <a href={paths.merge(id)}>{t("merge")}</a>
          </p>
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

const OCCASIONS = ["FIRST", "EDIT", "MARK", "CHALLENGE", "CHANGES_REQUESTED", "MOVED_CITATION", "REWORDED"] as const;

/** The words of a citation and where they stand: what makes it another. */
const citedBy = ({ source, spans }: CitationView) => JSON.stringify([source.slug, spans]);

function Revision({ revision, before }: { revision: RevisionView; before?: RevisionView }) {
  const t = useTranslations("pages.history");
  const { ordinal, occasion, createdAt, claim, body, citations, wordedBy } = revision;
  const said = OCCASIONS.find((one) => one === occasion) ?? "EDIT";
  const [now, then] = [citations, before?.citations ?? citations].map((all) => new Set(all.map(citedBy)));
  const added = citations.filter((citation) => !then?.has(citedBy(citation)));
  const kept = citations.filter((citation) => then?.has(citedBy(citation)));
  const gone = before?.citations.filter((citation) => !now?.has(citedBy(citation))) ?? [];
  return (
    <article aria-labelledby={`revision-${ordinal}`}>
      <h2 className="section-title" id={`revision-${ordinal}`}>
        <span>
          {t("revision", { ordinal })}, <Day at={createdAt} />
        </span>
        <span>{wordedBy ? t("wordedBy", { name: wordedBy.name }) : t(`occasions.${said}`)}</span>
      </h2>
      <p className="claim">{before ? <Difference before={before.claim} after={claim} /> : claim}</p>
      <Cited citations={kept} />
      <Cited citations={added} title={t("passagesAdded", { count: added.length })} />
      <Cited citations={gone} title={t("passagesGone", { count: gone.length })} />
      <Elaboration body={body} before={before ? before.body : body} />
    </article>
  );
}

function Cited({ citations, title }: { citations: CitationView[]; title?: string }) {
  if (citations.length === 0) return null;
  return (
    <>
      {title && <p className="label mt-3">{title}</p>}
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
    </>
  );
}

/** A paragraph's end, as it stands among words. */
const textOf = (body: Document | null) => (body ? plainTextOf(body).replace(/\n+/g, " ¶ ") : "");

/** The elaboration; where its words changed, how. */
function Elaboration({ body, before }: { body: Document | null; before: Document | null }) {
  const t = useTranslations("pages.history");
  const [now, then] = [textOf(body), textOf(before)];
  const restyled = now === then && JSON.stringify(body) !== JSON.stringify(before);
  if (!body && !before) return null;
  return (
    <div className="mt-3">
      {now === then && body ? (
        <DocumentText document={body} />
      ) : (
        <>
          <p className="label">{t("bodyChanged")}</p>
          <p className="prose">
            <Difference before={then} after={now} />
          </p>
        </>
      )}
      {restyled && <p className="meta mt-2">{t("bodyRestyled")}</p>}
    </div>
  );
}
