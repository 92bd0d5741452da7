import { useTranslations } from "next-intl";
import type messages from "#messages/en";

export type DoubtKind = keyof (typeof messages)["forms"]["doubt"]["kinds"];

interface Props {
  legend: string;
  kinds: readonly DoubtKind[];
  chosen: string | undefined;
  error: string | undefined;
}

/** One of several kinds of doubt, each with what it means. */
export function KindChoice({ legend, kinds, chosen, error }: Props) {
  const t = useTranslations("forms.doubt.kinds");
  return (
    <fieldset id="field-kind" aria-describedby={error && "error-kind"}>
      <legend className="label mb-3">{legend}</legend>
      <div className="kinds">
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={chosen === kind} required />
            <span>
              <b>{t(`${kind}.label`)}</b>
              <span className="meta">{t(`${kind}.means`)}</span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className="field-error" id="error-kind">
          {error}
        </p>
      )}
    </fieldset>
  );
}
