import { useFormatter, useTranslations } from "next-intl";
import { GROUPS, type GroupName } from "#lib/maps/format-groups";
import type { Format, FormatName } from "#lib/maps/formats";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  formats: Record<FormatName, Format>;
  chosen: FormatName;
  /** In bytes; only of those that are known without making the file. */
  sizes: ReadonlyMap<FormatName, number>;
}

/** The formats in which a thread can be taken along: what each is for, what does not survive it, and how large it is. */
export function FormatTable(props: Props) {
  const t = useTranslations("pages.exports");
  return (
    <section className="mt-6" aria-labelledby="formats-title">
      <h2 className="section-title" id="formats-title">
        {t("formats")}
      </h2>
      <table className="figures formats" aria-labelledby="formats-title">
        <thead>
          <tr>
            <th scope="col">{t("format")}</th>
            <th scope="col">{t("carries")}</th>
            <th scope="col">{t("loses")}</th>
            <th scope="col" className="number">
              {t("size")}
            </th>
          </tr>
        </thead>
        {(Object.keys(GROUPS) as GroupName[]).map((group) => (
          <tbody key={group}>
            <tr className="group">
              <th scope="rowgroup" colSpan={4}>
                {t(`groups.${group}`)}
              </th>
            </tr>
            {GROUPS[group].map((name) => (
              <Row key={name} name={name} {...props} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ name, slug, formats, chosen, sizes }: Props & { name: FormatName }) {
  const t = useTranslations("pages.exports");
  const size = sizes.get(name);
  return (
    <tr className={name === chosen ? "here" : undefined}>
      <th scope="row">
        <a
          className="format-name"
          href={`${paths.exports(slug, name)}#chosen`}
          aria-current={name === chosen ? "true" : undefined}
        >
          {t(`of.${name}.name`)}
        </a>{" "}
        <span className="meta">.{formats[name].extension}</span>
      </th>
      <td className="wide">{t(`of.${name}.carries`)}</td>
      <td className="wide" data-label={t("losesLabel")}>
        {t(`of.${name}.loses`)}
      </td>
      <td className="number">
        <a href={paths.api.exported(slug, name)} download>
          {size === undefined ? t("made") : <Size bytes={size} />}
          <span className="sr-only">: {t("downloadOf", { name: t(`of.${name}.name`) })}</span>
        </a>
      </td>
    </tr>
  );
}

/** A thousand bytes a kilobyte, as file systems tell it. */
export function Size({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${format.number(Math.max(size, 1), { maximumSignificantDigits: size < 100 ? 2 : 3 })} ${unit}`;
}
