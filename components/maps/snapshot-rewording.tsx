import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { Difference } from "#components/ui/difference";
import type { SnapshotArgument } from "#lib/maps/snapshot";
import type { Rewording } from "#lib/maps/snapshot-difference";
import { paths } from "#lib/paths";
import { plainTextOf } from "#lib/text/document";

/** A paragraph's end, as it stands among words. */
const textOf = ({ body }: SnapshotArgument) => (body === null ? "" : plainTextOf(body).replace(/\n+/g, " ¶ "));

/** An argument in two wordings: struck what left, underscored what came. */
export function SnapshotRewording({ rewording: { argument, before, body, cited, uncited } }: { rewording: Rewording }) {
  const t = useTranslations("snapshots.diff");
  return (
    <>
      <p className="meta">
        <a href={paths.history(argument.id)}>#{argument.number}</a> · {argument.author.name}
      </p>
      <p className="claim claim-small">
        <Difference before={before.claim ?? ""} after={argument.claim ?? ""} />
      </p>
      {body && (
        <>
          <p className="label mt-2">{t("body")}</p>
          <p className="prose">
            <Difference before={textOf(before)} after={textOf(argument)} />
          </p>
        </>
      )}
      {(["cited", "uncited"] as const).map((kind) => {
        const citations = kind === "cited" ? cited : uncited;
        if (citations.length === 0) return null;
        return (
          <div key={kind}>
            <p className="label mt-2">{t(kind, { count: citations.length })}</p>
            {citations.map((one) => (
              <Quotation key={one.id} citation={{ ...one, state: "VERBATIM", now: null }} />
            ))}
          </div>
        );
      })}
    </>
  );
}
