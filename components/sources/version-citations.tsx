import { useTranslations } from "next-intl";
import { Difference } from "#components/ui/difference";
import { paths } from "#lib/paths";
import type { CitedBefore } from "#lib/sources/corrections";

interface Props {
  citations: CitedBefore[];
  /** Whether the newer text is not stored yet. */
  would?: boolean;
}

/** How many were lost, changed or stayed, and each that did not stay; the others for whoever asks. */
export function VersionCitations({ citations, would = false }: Props) {
  const t = useTranslations("versions");
  const kept = citations.filter(({ state }) => state === "VERBATIM");
  const changed = citations.filter(({ state }) => state !== "VERBATIM");
  const lost = changed.filter(({ state }) => state === "ORPHANED").length;
  return (
    <>
      <p className="mt-3 mb-3">{t("counts", { lost, moved: changed.length - lost, kept: kept.length })}</p>
      {changed.length > 0 && <CitationTable citations={changed} would={would} />}
      {kept.length > 0 && (
        <details className="mt-4">
          <summary className="label">{t("unchanged", { count: kept.length })}</summary>
          <CitationTable citations={kept} would={would} />
        </details>
      )}
    </>
  );
}

/** Each cited passage as it was and as it is, with what became of it; those that raised a thread among them. */
function CitationTable({ citations, would }: Required<Props>) {
  const t = useTranslations("versions");
  return (
    <table className="figures" aria-label={t("table")}>
      <thead>
        <tr>
          <th scope="col">{t("argument")}</th>
          <th scope="col">{t("cited")}</th>
          <th scope="col">{t("now")}</th>
        </tr>
      </thead>
      <tbody>
        {citations.map((citation, place) => (
          // Rows never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: an argument may cite the same words twice
          <tr key={place}>
            <th scope="row">
              <Whose citation={citation} />
            </th>
            <td className="wide" data-label={t("cited")}>
              <q>{citation.quote}</q> <span className="meta">{t("fromVersion", { number: citation.version })}</span>
            </td>
            <td className="wide" data-label={t("now")}>
              <b>{t(would ? `would.${thenOf(citation)}` : `state.${nowOf(citation)}`)}</b>{" "}
              {citation.state === "MOVED" && citation.now !== null && (
                <Difference before={citation.quote} after={citation.now} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Whose({ citation: { argument, thread } }: { citation: CitedBefore }) {
  const t = useTranslations("versions");
  if (!argument) return <a href={paths.thread(thread)}>{t("question")}</a>;
  return <a href={paths.argument(argument.id)}>{t("number", { number: argument.number })}</a>;
}

/** Of the words that raised a thread nobody is asked whether the new ones do. */
const thenOf = ({ state, argument }: CitedBefore) => (state === "MOVED" && !argument ? "RAISED" : state);

const nowOf = (citation: CitedBefore) => (citation.confirmed ? "CONFIRMED" : thenOf(citation));
