import { useTranslations } from "next-intl";
import { LEVELS } from "#lib/users/trust";

/** What each level of trust asks and may: the table by which the software goes. */
export function LevelTable() {
  const t = useTranslations("told.levels");
  return (
    <div className="overflow-x-auto">
      <table className="figures" aria-labelledby="levels">
        <thead>
          <tr>
            {(["level", "asks", "waiting", "toldAtOnce", "knownEverywhere"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LEVELS.map(({ name, accepted, upheld, removedPercent, waiting, toldAtOnce, knownEverywhere }, level) => (
            <tr key={name}>
              <th scope="row" className="whitespace-nowrap">
                {level} · {t(`names.${name}`)}
              </th>
              <td>{t("asks", { accepted, upheld, percent: removedPercent })}</td>
              <td>{waiting}</td>
              <td>{t(toldAtOnce ? "yes" : "no")}</td>
              <td>{t(knownEverywhere ? "yes" : "no")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
