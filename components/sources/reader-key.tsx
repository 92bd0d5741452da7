import { useTranslations } from "next-intl";

/** The id of what explains the keys. */
export const KEYS_HELP = "reader-keys";

const WEIGHTS = [1, 2, 3] as const;

/** What the marks mean, and where words are selected, with which keys. */
export function ReaderKey({ marked, keys }: { marked: boolean; keys: boolean }) {
  const t = useTranslations("sources.key");
  return (
    <>
      {marked && (
        <section className="key" aria-label={t("marks")}>
          <p>{t("standing")}</p>
          <ul>
            {WEIGHTS.map((weight) => (
              <li key={weight}>
                <mark data-weight={weight}>{t(`weight.${weight}`)}</mark>
              </li>
            ))}
            <li>
              <mark data-weight={2} data-contested>
                {t("contested")}
              </mark>
            </li>
          </ul>
        </section>
      )}
      {keys && (
        <p className="key keys" id={KEYS_HELP}>
          {t.rich("keys", { kbd: (key) => <kbd>{key}</kbd> })}
        </p>
      )}
    </>
  );
}
