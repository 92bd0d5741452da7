import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { CitationLink } from "#components/sources/citation-link";
import { CitationState } from "#components/sources/citation-state";
import { Icon } from "#components/ui/icon";
import type { CitationView, PassageView, SpanView } from "#lib/sources/view";

/** Quotation marks inside quotation marks turn single, on the screen alone: the stored words stay as they are. */
function inside(quote: string): string {
  return quote.replaceAll("“", "‘").replaceAll("”", "’");
}

function MarkedWords({ spans, quoted }: { spans: SpanView[]; quoted: boolean }) {
  const t = useTranslations("sources");
  const words = (quote: string) => <mark>{quoted ? inside(quote) : quote}</mark>;
  const [first, ...others] = spans;
  return (
    <>
      {first && words(first.quote)}
      {others.map(({ start, quote, gapWords }) => (
        <Fragment key={start}>
          <span className="context"> {gapWords > 0 ? t("gap", { count: gapWords }) : "…"} </span>
          {words(quote)}
        </Fragment>
      ))}
    </>
  );
}

/** Cited words and where they stand. In full: in their sentence, with what the server found; else the words alone. */
export function Quotation({ citation, full = false }: { citation: CitationView; full?: boolean }) {
  const t = useTranslations("sources");
  if (!full) {
    return (
      <figure className="quotation">
        <blockquote>
          “<MarkedWords spans={citation.spans} quoted />”
        </blockquote>{" "}
        <figcaption>
          <CitationLink passage={citation} /> <CitationState citation={citation} />
        </figcaption>
      </figure>
    );
  }
  return (
    <figure className="quotation full">
      <blockquote>
        <InSentence passage={citation} />
      </blockquote>
      <figcaption>
        {citation.state === "VERBATIM" && (
          <>
            <Icon name="check" /> {t("verbatimFrom")}{" "}
          </>
        )}
        <CitationLink passage={citation} /> <CitationState citation={citation} />
      </figcaption>
    </figure>
  );
}

/** Cited words within the rest of their sentence. */
export function InSentence({ passage }: { passage: PassageView }) {
  return (
    <>
      {passage.before && <span className="context">{passage.before}</span>}
      <MarkedWords spans={passage.spans} quoted={false} />
      {passage.after && <span className="context">{passage.after}</span>}
    </>
  );
}
