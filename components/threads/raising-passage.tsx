import { useTranslations } from "next-intl";
import { InSentence } from "#components/arguments/quotation";
import { CitationLink } from "#components/sources/citation-link";
import { Icon } from "#components/ui/icon";
import { Tag } from "#components/ui/tag";
import type { RaisedView } from "#lib/sources/view";

/** The words that raised a thread, in their sentence, and what became of them. */
export function RaisingPassage({ passage }: { passage: RaisedView }) {
  const t = useTranslations("threads");
  const words = useTranslations("sources");
  const { state } = passage;
  return (
    <figure className="raise">
      <blockquote>
        <InSentence passage={passage} />
      </blockquote>
      <figcaption className="meta">
        {!state && <Icon name="check" />} {t("raisedBy")} <CitationLink passage={passage} />{" "}
        {state === "MOVED" && <Tag icon="move">{words("raisedMoved")}</Tag>}
        {state === "ORPHANED" && <Tag icon="map-pin-off">{words("orphaned")}</Tag>}
      </figcaption>
    </figure>
  );
}
