import { useTranslations } from "next-intl";
import { Answers } from "#components/arguments/answers";
import { Side } from "#components/arguments/side";
import { Tree } from "#components/arguments/tree";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { Icon } from "#components/ui/icon";
import { StanceLabel, stanceClass } from "#components/ui/sign";
import type { OutlineView } from "#lib/arguments/screens";
import type { Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { Order } from "#lib/weighing/perspective";

const STANCES: Stance[] = ["PRO", "CON"];

/** A debate: two columns by the stance of what answers the question, each argument with the first of its answers. */
export function Outline({ view: { thread, sides, columns }, order }: { view: OutlineView; order: Order | null }) {
  const t = useTranslations("arguments");
  return (
    <>
      <nav className="jump" aria-label={t("sides")}>
        {STANCES.map((stance) => (
          <a key={stance} href={`#${stanceClass(stance)}`}>
            <StanceLabel stance={stance}>{t("sideCount", { side: t(stance), count: sides[stance] })}</StanceLabel>
          </a>
        ))}
      </nav>
      <Tree slug={thread.slug} />
      <div className="sides">
        {STANCES.map((stance) => (
          <Side
            key={stance}
            id={stanceClass(stance)}
            stance={stance}
            title={t(stance)}
            count={t("countOfSide", { count: sides[stance] })}
            action={!thread.locked && <ArgueButton slug={thread.slug} stance={stance} />}
          >
            {columns[stance].shown.length === 0 ? (
              <Empty>{t(`empty.${stance}`)}</Empty>
            ) : (
              <Answers
                list={columns[stance]}
                depth={1}
                more={paths.sorted(paths.column(thread.slug, stance), order)}
                rails={false}
                thread={thread}
                order={order}
              />
            )}
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
