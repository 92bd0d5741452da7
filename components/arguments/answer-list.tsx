import { useTranslations } from "next-intl";
import { Answers } from "#components/arguments/answers";
import { Lineage } from "#components/arguments/lineage";
import { Tree } from "#components/arguments/tree";
import { Empty } from "#components/ui/empty";
import { OrderLinks } from "#components/weighing/order-links";
import type { ListView } from "#lib/arguments/screens";
import { paths } from "#lib/paths";
import type { Order } from "#lib/weighing/perspective";

interface Props {
  view: ListView;
  order: Order | null;
  stranger: boolean;
  inClass: boolean;
}

/** One list of answers to the question or to an argument, a page at a time, below what it answers. */
export function AnswerList({ view, order, stranger, inClass }: Props) {
  const t = useTranslations("arguments");
  const { thread, above, which, list, page, pages } = view;
  const answered = above.at(-1)?.argument;
  const stance = which === "answers" ? undefined : which === "pro" ? "PRO" : "CON";
  const path = (number: number) =>
    answered ? paths.answers(answered.id, stance, number) : paths.column(thread.slug, stance ?? "PRO", number);
  const at = (number: number) => paths.sorted(path(number), order);
  return (
    <>
      <Lineage thread={thread} above={above} />
      <h1 className="title" id="list-title">
        {t(`list.${answered ? which : stance === "PRO" ? "questionPro" : "questionCon"}`, {
          number: answered?.number ?? 0,
        })}
      </h1>
      {pages > 1 && <p className="meta">{t("page", { page, pages })}</p>}
      {(pages > 1 || list.shown.length > 1) && (
        <OrderLinks thread={thread} path={path(1)} order={order} stranger={stranger} inClass={inClass} />
      )}
      {list.shown.length === 0 ? (
        <Empty>{t(answered ? `unanswered.${stance ?? "CON"}` : `empty.${stance ?? "PRO"}`)}</Empty>
      ) : (
        <div className="list" id="list">
          <Answers
            list={list}
            depth={0}
            more={at(page + 1)}
            rails={answered !== undefined}
            thread={thread}
            order={order}
          />
        </div>
      )}
      {page > 1 && (
        <nav className="siblings" aria-label={t("pages")}>
          <a href={at(page - 1)} rel="prev">
            <kbd>←</kbd> {t("earlier")}
          </a>
        </nav>
      )}
      <Tree slug={thread.slug} />
    </>
  );
}
