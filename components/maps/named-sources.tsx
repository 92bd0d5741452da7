import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { ReadQuotation } from "#lib/maps/reading/read-map";

interface Props {
  quotations: ReadQuotation[];
}

/** What a file quotes for a claim and where it says that this stands: as it has it, since nobody has checked it. */
export function FileSays({ quotations }: Props) {
  const t = useTranslations("tray");
  if (quotations.length === 0) return <p className="meta">{t("nothingNamed")}</p>;
  return (
    <ul className="file-says">
      {quotations.map(({ words, source }) => {
        const { address, title } = source;
        return (
          <li key={`${address} ${title} ${words.join(" ")}`}>
            <span className="meta">{t(words.length > 0 ? "quotes" : "names")}</span>{" "}
            {words.length > 0 && <q>{words.join(" […] ")}</q>}{" "}
            {address ? (
              <a href={address} rel="nofollow ugc noopener">
                {title ?? address}
              </a>
            ) : (
              title
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The same above the form in which a passage is cited. */
export function NamedSources({ quotations }: Props) {
  const t = useTranslations("tray");
  if (quotations.length === 0) return null;
  return (
    <div className="mb-6 max-w-[46rem]">
      <Notice icon="info" title={t("fromFile")}>
        <FileSays quotations={quotations} />
      </Notice>
    </div>
  );
}
