import { useTranslations } from "next-intl";
import type { Way } from "#lib/feeds/embed";
import { paths } from "#lib/paths";

/** What one pastes into a page of one's own to show a thread there. */
export function EmbedSnippet({ slug, frames }: { slug: string; frames: Record<Way, string> }) {
  const t = useTranslations("outside");
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="embed">
      <h2 className="section-title" id="embed">
        {t("embed")}
      </h2>
      <p className="mb-3">{t("embedMeans")}</p>
      <pre className="select-all">{frames.outline}</pre>
      <p className="mt-3 mb-3">{t("embedMap")}</p>
      <pre className="select-all">{frames.map}</pre>
      <p className="mt-3">
        <a className="underline" href={paths.embed(slug)}>
          {t("embedLook")}
        </a>
      </p>
    </section>
  );
}
