import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { DocumentText } from "#components/editor/document";
import { Day } from "#components/ui/day";
import type { ArgumentView } from "#lib/arguments/view";
import { anchors, paths } from "#lib/paths";

/** What says the same and was merged into an argument: its words and its author, and what it stands on besides. */
export function TakenIn({ taken }: { taken: ArgumentView[] }) {
  const t = useTranslations("arguments.takenIn");
  if (taken.length === 0) return null;
  return (
    <section className="taken-in" aria-labelledby="taken-in">
      <h2 className="section-title" id="taken-in">
        <span>{t("title")}</span>
        <span>{taken.length}</span>
      </h2>
      <ul className="rows">
        {taken.map((one) => (
          <li key={one.id} id={anchors.argument(one.number)}>
            <One argument={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ argument }: { argument: ArgumentView }) {
  const t = useTranslations("arguments.takenIn");
  const { id, number, claim, body, author, postedAt, citations, tombstone } = argument;
  const by = {
    name: author.name,
    role: tombstone?.role ?? "MODERATOR",
    b: (words: React.ReactNode) => <b>{words}</b>,
    at: () => <Day at={postedAt} />,
    merged: () => <Day at={tombstone?.at ?? postedAt} />,
  };
  return (
    <article aria-labelledby={`taken-${number}`}>
      <p className="claim" id={`taken-${number}`}>
        {claim}
      </p>
      <p className="meta mt-1">
        <span className="ref">#{number}</span> {t.rich("by", by)}
      </p>
      {body && (
        <div className="mt-2">
          <DocumentText document={body} />
        </div>
      )}
      <p className="label mt-3">{t("also")}</p>
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
      <p className="meta mt-2 dots">
        <a href={paths.history(id)}>{t("history")}</a>
        <a href={paths.flag(id)}>{t("report")}</a>
      </p>
    </article>
  );
}
