import { useTranslations } from "next-intl";
import { ArgumentCard } from "#components/arguments/argument-card";
import { StanceLine } from "#components/arguments/card-head";
import { Rail } from "#components/ui/rail";
import type { List } from "#lib/arguments/reveal";
import type { Item } from "#lib/arguments/screens";
import { paths } from "#lib/paths";
import type { Order } from "#lib/weighing/perspective";

export interface Shown {
  thread: { slug: string; locked: boolean };
  /** In which order the answers stand, where it is not the usual one. */
  order?: Order | null;
}

interface Props extends Shown {
  list: List<Item>;
  /** How deep its entries stand, from 1 for those under a column's title. */
  depth: number;
  /** Where the whole list is read. */
  more: string;
  /** Whether each stands on its rail; the entries of a column are told apart by hairlines. */
  rails?: boolean;
}

/** The answers to one thing: those that are shown, each with its own below it, and how many more there are. */
export function Answers({ list: { shown, rest }, depth, more, rails = true, thread, order = null }: Props) {
  const t = useTranslations("arguments");
  return (
    <ol className={rails ? "answers" : "answers column"}>
      {shown.map((item) => {
        const entry = <Entry key={item.link.id} item={item} depth={depth} thread={thread} order={order} />;
        if (!rails)
          return (
            <li key={item.link.id} data-link={item.link.id}>
              {entry}
            </li>
          );
        return (
          <Rail
            as="li"
            key={item.link.id}
            link={item.link.id}
            stance={item.link.stance}
            state={item.argument.claim === null ? "gone" : undefined}
          >
            {entry}
          </Rail>
        );
      })}
      {rest > 0 && (
        <li className="more" data-rest={rest}>
          <a href={more}>{t("moreAnswers", { count: rest })}</a>
        </li>
      )}
    </ol>
  );
}

/** An argument with what is shown below it, or a reference where its home is elsewhere. */
function Entry({ item, depth, thread, order = null }: Shown & { item: Item; depth: number }) {
  if (item.again) return <Reference item={item} />;
  const { argument, answers } = item;
  // A tombstone has no heading, so what stands below it takes its place.
  const below = argument.claim === null ? depth : depth + 1;
  return (
    <>
      <ArgumentCard thread={thread} item={item} depth={depth} />
      {answers && answers.shown.length > 0 && (
        <Answers
          list={answers}
          depth={below}
          more={paths.sorted(paths.answers(argument.id), order)}
          thread={thread}
          order={order}
        />
      )}
    </>
  );
}

/** An argument that has its place elsewhere in the thread. */
function Reference({ item: { argument, link } }: { item: Item }) {
  const t = useTranslations("arguments");
  return (
    <article className="argument">
      <p className="argument-head">
        <StanceLine link={link} />
      </p>
      <p className="claim claim-small">
        <a href={paths.argument(argument.id)}>{argument.claim ?? `#${argument.number}`}</a>
      </p>
      <p className="meta">{t("again", { number: argument.number })}</p>
    </article>
  );
}
