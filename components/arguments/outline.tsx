import { useTranslations } from "next-intl";
import { BranchCard } from "#components/arguments/answers";
import { Side } from "#components/arguments/side";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { Icon } from "#components/ui/icon";
import { StanceLabel, stanceClass } from "#components/ui/sign";
import { isDropped } from "#lib/arguments/dropped";
import { type Branch, countBySide, outline } from "#lib/arguments/tree";
import type { Stance, ThreadView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

const STANCES: Stance[] = ["PRO", "CON"];

/** The whole debate: two columns by the stance of what answers the question, each argument with its answers. */
export function Outline({ thread }: { thread: ThreadView }) {
  const t = useTranslations("arguments");
  const top = Map.groupBy(outline(thread), ({ link }) => link.stance);
  const counts = countBySide(thread);
  const dropped = isDropped(thread, new Date());
  const shown = { thread: { slug: thread.slug, locked: thread.locked }, dropped };
  return (
    <>
      <nav className="jump" aria-label={t("sides")}>
        {STANCES.map((stance) => (
          <a key={stance} href={`#${stanceClass(stance)}`}>
            <StanceLabel stance={stance}>{t("sideCount", { side: t(stance), count: counts[stance] })}</StanceLabel>
          </a>
        ))}
      </nav>
      <div className="sides">
        {STANCES.map((stance) => (
          <Side
            key={stance}
            id={stanceClass(stance)}
            stance={stance}
            title={t(stance)}
            count={t("countOfSide", { count: counts[stance] })}
            action={!thread.locked && <ArgueButton slug={thread.slug} stance={stance} />}
          >
            <Column branches={top.get(stance) ?? []} empty={t(`empty.${stance}`)} {...shown} />
          </Side>
        ))}
      </div>
    </>
  );
}

function ArgueButton({ slug, stance }: { slug: string; stance: Stance }) {
  const t = useTranslations("arguments");
  return (
    <Button href={paths.argue(slug, { stance })} kind={stanceClass(stance)} small>
      <Icon name="plus" />
      {t(`argue.${stance}`)}
    </Button>
  );
}

function Column({
  branches,
  empty,
  ...shown
}: { branches: Branch[]; empty: string } & Omit<React.ComponentProps<typeof BranchCard>, "branch" | "depth">) {
  if (branches.length === 0) return <Empty>{empty}</Empty>;
  return branches.map((branch) => <BranchCard key={branch.link.id} {...shown} branch={branch} depth={1} />);
}
