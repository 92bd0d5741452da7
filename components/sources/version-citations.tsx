import { useTranslations } from "next-intl";
import { Difference } from "#components/ui/difference";
import { paths } from "#lib/paths";
import type { CitedBefore } from "#lib/sources/corrections";

/** Each cited passage as it was and as it is, with what became of it. */
export function VersionCitations({ citations }: { citations: CitedBefore[] }) {
  const t = useTranslations("versions");
  return (
    <table className="figures" aria-labelledby="citations">
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
              <a href={paths.argument(citation.argument.id)}>{t("number", { number: citation.argument.number })}</a>
            </th>
            <td className="wide" data-label={t("cited")}>
              <q>{citation.quote}</q> <span className="meta">{t("fromVersion", { number: citation.version })}</span>
            </td>
            <td className="wide" data-label={t("now")}>
              <b>{t(`state.${citation.state}`)}</b>{" "}
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
