import { useTranslations } from "next-intl";
import { Difference } from "#components/ui/difference";
import type { ParagraphChange } from "#lib/sources/paragraph-changes";

/** What a reader compares in one sitting; a text changed beyond it was written anew. */
const SHOWN = 100;

/** The paragraphs that a version changed, word by word; those that stayed are counted. */
export function VersionChanges({ changes }: { changes: ParagraphChange[] }) {
  const t = useTranslations("versions");
  const shown = changes.slice(0, SHOWN);
  return (
    <div className="read grid gap-4">
      {shown.map((change, place) =>
        change.kind === "same" ? (
          // Changes never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may hold the same paragraph twice
          <p key={place} className="meta">
            {t("same", { count: change.count })}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may hold the same paragraph twice
          <p key={place}>
            <Difference before={change.before} after={change.after} />
          </p>
        ),
      )}
      {changes.length > shown.length && <p className="meta">{t("more", { count: changes.length - shown.length })}</p>}
    </div>
  );
}
