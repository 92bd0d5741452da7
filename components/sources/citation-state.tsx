import { useTranslations } from "next-intl";
import { Tag } from "#components/ui/tag";
import { paths } from "#lib/paths";
import type { CitationView, Doubt } from "#lib/sources/view";

/** What became of cited words in a newer version, where they are not unchanged, and what is doubted of them. */
export function CitationState({
  citation: { state, confirmed, challenges = [] },
}: {
  citation: Pick<CitationView, "state" | "confirmed" | "challenges">;
}) {
  const t = useTranslations("sources");
  return (
    <>
      {state === "MOVED" && <Tag icon="move">{t(confirmed ? "confirmed" : "moved")}</Tag>}
      {state === "ORPHANED" && <Tag icon="map-pin-off">{t("orphaned")}</Tag>}
      <Doubts doubts={challenges} />
    </>
  );
}

/** What is doubted of a use of words, and what was ruled on them; each leads to where it was said. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const t = useTranslations("sources.doubts");
  return doubts.map(({ kind, ruled, argument }) => (
    <a key={kind} href={paths.challenge(argument)}>
      <Tag kind={ruled ? undefined : "waiting"} icon="scale">
        {t(ruled ? "ruled" : "open", { kind: t(`kinds.${kind}`) })}
      </Tag>
    </a>
  ));
}
