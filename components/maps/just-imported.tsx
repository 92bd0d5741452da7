import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  /** What the address says of an import, or of claims posted from here, just now. */
  just: { posted?: string; waiting?: string; known?: string; more?: string };
}

/** What was done just now; nothing where nothing was. */
export function JustImported({ slug, just }: Props) {
  const t = useTranslations("tray");
  const [posted, waiting, known, more] = [just.posted, just.waiting, just.known, just.more].map((count = "") =>
    /^\d{1,5}$/.test(count) ? Number(count) : null,
  );
  if (posted == null || waiting == null) return null;
  return (
    <div className="mb-6">
      <Notice icon="info" title={`${t("posted", { count: posted })} ${t("waiting", { count: waiting })}`}>
        {known != null && known > 0 && <p>{t("known", { count: known })}</p>}
        {more != null && more > 0 && <p>{t("more", { count: more })}</p>}
        <p>
          <a href={paths.thread(slug)}>{t("toThread")}</a>
        </p>
      </Notice>
    </div>
  );
}
