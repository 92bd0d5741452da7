import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";
import type { CitationView, PassageView } from "#lib/sources/view";

/** Headlines are long, and beside a quotation their beginning will do: about half a line of the narrowest column. */
const TITLE_SHOWN = 36;

/** Up to the last whole word that fits. */
export function shortened(title: string): string {
  if (title.length <= TITLE_SHOWN) return title;
  return `${title.slice(0, title.lastIndexOf(" ", TITLE_SHOWN)).replace(/\P{L}+$/u, "")}…`;
}

type Passage = Pick<PassageView, "source" | "version" | "spans" | "now"> & Partial<Pick<CitationView, "state">>;

/** The words in the newest version; where they are there no more, in the one that they were cited from. */
function addressOf({ source, version, spans: [first], now, state }: Passage): string {
  const stretch = (words: { start: number; end: number }) => ({ from: words.start, to: words.end });
  if (state === "ORPHANED" || now === null) return paths.oldText(source.slug, version, first && stretch(first));
  const words = now ?? first;
  return paths.source(source.slug, words && stretch(words));
}

/** Where cited words stand: "Title, digest, ¶9". */
export function CitationLink({ passage }: { passage: Passage }) {
  const t = useTranslations("sources");
  const { source, spans } = passage;
  const [first] = spans;
  return (
    <a className="citation-link" href={addressOf(passage)}>
      <cite title={source.title}>{shortened(source.title)}</cite>
      <span className="whitespace-nowrap">
        {source.kind === "DIGEST" && `, ${t("digest")}`}
        {first && `, ¶${first.paragraph}`}
      </span>
    </a>
  );
}
