import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import type { BroughtAgain } from "#lib/sources/brought-again";

/** As many as stand in a head without being in the way of the text. */
const OPEN_MAX = 3;

/** Who else brought the very same text, how, from where and when. */
export function BroughtAgainList({ items }: { items: BroughtAgain[] }) {
  const t = useTranslations("sources.again");
  if (items.length === 0) return null;
  return (
    <details className="brought-again meta" open={items.length <= OPEN_MAX}>
      <summary>{t("title", { count: items.length })}</summary>
      <ul>
        {items.map((item) => (
          <AgainLine key={item.id} item={item} />
        ))}
      </ul>
    </details>
  );
}

function AgainLine({ item: { by, at, provenance, requestedUrl, finalUrl, url } }: { item: BroughtAgain }) {
  const t = useTranslations("sources.again");
  const address = finalUrl ?? url ?? undefined;
  const asked = [...new Set([requestedUrl, finalUrl])].filter((one) => one !== null);
  return (
    <li title={asked.join(" → ") || undefined}>
      {t.rich(provenance, {
        name: by.name,
        host: URL.parse(address ?? "")?.hostname ?? "none",
        at: () => <Day at={at} />,
        a: (host) => (
          <a href={address} rel="nofollow ugc noopener">
            {host}
          </a>
        ),
      })}
    </li>
  );
}
