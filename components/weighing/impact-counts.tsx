import { useTranslations } from "next-intl";
import type { Impact } from "#lib/weighing/impact";

const IMPACTS = [4, 3, 2, 1, 0] as const;

/** How often each impact was given: its numeral and word, a line as long as its share, and the count. */
export function ImpactCounts({ impact: { counts } }: { impact: Impact }) {
  const t = useTranslations("weighing");
  const most = Math.max(...counts);
  return (
    <table className="impact-counts">
      <caption className="sr-only">{t("counts")}</caption>
      <tbody>
        {IMPACTS.map((impact) => {
          const count = counts[impact] ?? 0;
          return (
            <tr key={impact}>
              <th scope="row">
                {impact} <span>{t(`steps.${impact}`)}</span>
              </th>
              <td>
                <svg aria-hidden="true">
                  <rect width={`${(count / most) * 100}%`} height="8" />
                </svg>
              </td>
              <td className="number">{count}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
