import { useTranslations } from "next-intl";
import { Tag } from "#components/ui/tag";
import type { CitationView } from "#lib/sources/view";

/** What became of cited words in a newer version, where they are not unchanged. */
export function CitationState({
  citation: { state, confirmed },
}: {
  citation: Pick<CitationView, "state" | "confirmed">;
}) {
  const t = useTranslations("sources");
  if (state === "MOVED") return <Tag icon="move">{t(confirmed ? "confirmed" : "moved")}</Tag>;
  if (state === "ORPHANED") return <Tag icon="map-pin-off">{t("orphaned")}</Tag>;
  return null;
}
