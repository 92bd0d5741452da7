"use client";

import { useTranslations } from "next-intl";
import type { Levels, Rubric } from "#lib/classes/assessment";

interface Props {
  rubric: Rubric;
  levels: Levels;
  /** What was sent last. */
  values: Record<string, string>;
}

/** A level for each criterion of a rubric. */
export function LevelFields({ rubric, levels, values }: Props) {
  const t = useTranslations("forms.grade");
  return rubric.criteria.map(({ key, title, asks, levels: all }, i) => {
    const points = levels[key];
    const chosen = values[`level.${i}`] ?? (points === undefined ? "" : `${key}:${points}`);
    return (
      <div className="field" key={`${key} ${chosen}`}>
        <label className="label" htmlFor={`level-${key}`}>
          {title}
        </label>
        <select
          className="input"
          id={`level-${key}`}
          name="level"
          aria-describedby={`asks-${key}`}
          defaultValue={chosen}
        >
          <option value="">{t("none")}</option>
          {all.map(({ points, label }) => (
            <option key={points} value={`${key}:${points}`}>
              {t("level", { points, label })}
            </option>
          ))}
        </select>
        <p className="hint" id={`asks-${key}`}>
          {asks}
        </p>
      </div>
    );
  });
}
