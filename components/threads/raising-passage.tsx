import { useTranslations } from "next-intl";
import { InSentence } from "#components/arguments/quotation";
import { CitationLink } from "#components/sources/citation-link";
import { Icon } from "#components/ui/icon";
import type { PassageView } from "#lib/sources/view";

/** The words that raised a thread, in their sentence. */
export function RaisingPassage({ passage }: { passage: PassageView }) {
  const t = useTranslations("threads");
  return (
    <figure className="raise">
      <blockquote>
        <InSentence passage={passage} />
      </blockquote>
      <figcaption className="meta">
        <Icon name="check" /> {t("raisedBy")} <CitationLink passage={passage} />
      </figcaption>
    </figure>
  );
}
