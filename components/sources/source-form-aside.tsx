import { useTranslations } from "next-intl";
import type { Values } from "#components/arguments/citing-form";
import { type Aside, readAside } from "#lib/sources/extraction/taking";

/** As many as one looks through without being asked to. */
const OPEN_MAX = 12;

/** What was set aside, and why; what is ticked goes back where it stood. */
export function SourceFormAside({ values }: { values: Values }) {
  const t = useTranslations("forms.bring.aside");
  const lines = readAside(values.aside ?? "[]") ?? [];
  const taken = new Set(Object.entries(values).flatMap(([name, value]) => (/^take\b/.test(name) ? [value] : [])));
  if (lines.length === 0) return <p className="hint">{t("none")}</p>;
  return (
    <details open={lines.length <= OPEN_MAX || taken.size > 0}>
      <summary className="label">{t("title", { count: lines.length })}</summary>
      <p className="hint">{t("hint")}</p>
      <ul className="set-aside mt-2">
        {lines.map((line) => (
          <AsideLine key={line.line} aside={line} taken={taken.has(String(line.line))} />
        ))}
      </ul>
    </details>
  );
}

function AsideLine({ aside: { text, reason, line }, taken }: { aside: Aside; taken: boolean }) {
  const t = useTranslations("forms.bring.aside.reasons");
  const known = reason as "headline";
  return (
    <li>
      <label className="check">
        <input type="checkbox" name="take" value={line} defaultChecked={taken} />
        <span>
          <span className="said">{text}</span> <span className="meta">{t.has(known) ? t(known) : reason}</span>
        </span>
      </label>
    </li>
  );
}
