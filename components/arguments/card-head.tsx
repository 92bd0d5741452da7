import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import { Tag } from "#components/ui/tag";
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import type messages from "#messages/en";

type MarkKind = keyof (typeof messages)["arguments"]["marks"];

/** How an argument stands to what it answers, in words: "Con, answers the evidence". */
export function StanceLine({ link }: { link: Pick<LinkView, "stance" | "parent" | "target" | "concession"> }) {
  const t = useTranslations("arguments");
  const target = link.parent === null ? "QUESTION" : link.target;
  return (
    <>
      <StanceLabel stance={link.stance}>{t(link.stance)}</StanceLabel>{" "}
      <span className="target">
        {link.concession ? t("concedes") : t(`${link.stance === "PRO" ? "supports" : "opposes"}.${target}`)}
      </span>
    </>
  );
}

/** What a reader should know before the claim: that it stands unanswered, was marked, or changed after its answers. */
export function StateTags({
  argument,
  dropped,
}: {
  argument: Pick<ArgumentView, "postedAt" | "marks" | "revisedAfterAnswers">;
  dropped: boolean;
}) {
  const t = useTranslations("arguments");
  return (
    <>
      {dropped && <Tag kind="dropped">{t.rich("dropped", { at: () => <Day at={argument.postedAt} /> })}</Tag>}
      {argument.marks.map(({ kind, at, by, mended }) => (
        <Tag key={`${at}${by.handle}`} icon="tag">
          {t("marked", { kind: t(`marks.${kind as MarkKind}`), mended: mended ? "yes" : "no" })}
        </Tag>
      ))}
      {argument.revisedAfterAnswers && <Tag icon="pencil">{t("revisedAfterAnswers")}</Tag>}
    </>
  );
}
