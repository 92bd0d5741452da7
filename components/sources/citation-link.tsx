import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";
import type { PassageView } from "#lib/sources/view";

/** Headlines are long, and beside a quotation their beginning will do: about half a line of the narrowest column. */
const TITLE_SHOWN = 36;

/** Up to the last whole word that fits. */
function shortened(title: string): string {
  if (title.length <= TITLE_SHOWN) return title;
  return `${title.slice(0, title.lastIndexOf(" ", TITLE_SHOWN)).replace(/\P{L}+$/u, "")}…`;
}

/** Where cited words stand: "Title, digest, ¶9". */
export function CitationLink({ passage }: { passage: Pick<PassageView, "source" | "spans"> }) {
  const t = useTranslations("sources");
  const { source, spans } = passage;
  const [first] = spans;
  const stretch = first && { from: first.start, to: first.end };
  return (
    <a className="citation-link" href={paths.source(source.slug, stretch)}>
      <cite title={source.title}>{shortened(source.title)}</cite>
      <span className="whitespace-nowrap">
        {source.kind === "DIGEST" && `, ${t("digest")}`}
        {first && `, ¶${first.paragraph}`}
      </span>
    </a>
  );
}
