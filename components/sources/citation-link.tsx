import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";
import type { PassageView } from "#lib/sources/view";

/** Where cited words stand: "Title, digest, ¶9"; a long title is cut by the sheet, not by us. */
export function CitationLink({ passage }: { passage: Pick<PassageView, "source" | "spans"> }) {
  const t = useTranslations("sources");
  const { source, spans } = passage;
  const [first] = spans;
  const stretch = first && { from: first.start, to: first.end };
  return (
    <a className="citation-link" href={paths.source(source.slug, stretch)}>
      <cite title={source.title}>{source.title}</cite>
      {source.kind === "DIGEST" && <span>, {t("digest")}</span>}
      {first && <span>, ¶{first.paragraph}</span>}
    </a>
  );
}
