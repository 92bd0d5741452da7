import { useTranslations } from "next-intl";
import { TombstoneLine } from "#components/arguments/tombstone";
import { CitationLink } from "#components/sources/citation-link";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import { StanceLabel } from "#components/ui/sign";
import { Tag } from "#components/ui/tag";
import type { ThreadTop } from "#lib/arguments/view";
import type { FlowCell } from "#lib/maps/flow-view";
import { anchors, paths } from "#lib/paths";

/** One argument on the sheet: its stance, its claim, where it stands on, who said it. */
export function FlowCellContent({ cell, thread }: { cell: FlowCell; thread: Pick<ThreadTop, "slug" | "locked"> }) {
  const t = useTranslations("maps.flow");
  const { argument, link, dropped, beyond, again } = cell;
  const { id, number, claim, citations, author, postedAt } = argument;
  if (claim === null)
    return (
      <Rail stance={link.stance} state="gone">
        <TombstoneLine argument={argument} />
      </Rail>
    );
  const [citation] = citations;
  return (
    <Rail stance={link.stance} dropped={dropped}>
      <article id={again ? undefined : anchors.argument(number)} data-argument={id}>
        <p className="argument-head">
          <StanceLabel stance={link.stance}>{t(link.stance)}</StanceLabel>
          {link.parent !== null && <span className="target">{link.concession ? t("granted") : t(link.target)}</span>}
          {dropped && <Tag kind="dropped">{t("isDropped")}</Tag>}
          <a className="ref" href={paths.argument(id)}>
            #{number}
          </a>
        </p>
        <p className="claim">{claim}</p>
        <p className="why">
          {again ? t("again") : citation && <CitationLink passage={citation} />} · <bdi>{author.name}</bdi>
        </p>
        {beyond > 0 && (
          <p className="why">
            <a href={paths.argument(id)}>{t("beyond", { count: beyond })}</a>
          </p>
        )}
        {dropped && (
          <p className="to-end">
            <span>{t.rich("unopposed", { at: () => <Day at={postedAt} /> })}</span>{" "}
            {!thread.locked && (
              <a href={paths.argue(thread.slug, { parent: id, stance: "CON", target: "CLAIM" })}>{t("answerIt")}</a>
            )}
          </p>
        )}
      </article>
    </Rail>
  );
}
