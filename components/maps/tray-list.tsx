import { useTranslations } from "next-intl";
import { FileSays } from "#components/maps/named-sources";
import { PostAllForm } from "#components/maps/post-all-form";
import { PutAwayForm } from "#components/maps/put-away-form";
import { Button } from "#components/ui/button";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { StanceLabel, stanceClass } from "#components/ui/sign";
import type { FormState } from "#lib/form";
import type { TrayItemView, TrayView } from "#lib/maps/tray-queries";
import { paths } from "#lib/paths";
import { hasPage } from "#lib/users/handles";

interface Props {
  tray: TrayView;
  putAway: (previous: FormState, form: FormData) => Promise<FormState>;
  postAll: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** The claims that wait for a passage, as they stood in their files. */
export function TrayList({ tray: { thread, total, page, pages, items, mayPostAll }, putAway, postAll }: Props) {
  const t = useTranslations("tray");
  const bring = (
    <Button small href={paths.importMap(thread.slug)}>
      {t("bring")}
    </Button>
  );
  if (total === 0) return <Empty action={bring}>{t("empty")}</Empty>;
  return (
    <>
      <p className="meta mb-4">{t("total", { count: total })}</p>
      {mayPostAll && <PostAllForm slug={thread.slug} act={postAll} />}
      <ol className="tray">
        {items.map((item) => (
          <TrayItem key={item.id} slug={thread.slug} item={item} putAway={putAway} />
        ))}
      </ol>
      {pages > 1 && (
        <nav className="button-row mt-6" aria-label={t("page", { page, pages })}>
          {page > 1 && <Button href={paths.tray(thread.slug, { page: page - 1 })}>{t("before")}</Button>}
          <span className="meta">{t("page", { page, pages })}</span>
          {page < pages && <Button href={paths.tray(thread.slug, { page: page + 1 })}>{t("after")}</Button>}
        </nav>
      )}
      <p className="mt-6">{bring}</p>
    </>
  );
}

function TrayItem({ slug, item, putAway }: { slug: string; item: TrayItemView; putAway: Props["putAway"] }) {
  const t = useTranslations("tray");
  const f = useTranslations("forms.import.formats");
  const { id, claim, stance, answers, from, quotations, below } = item;
  const by = t.rich("from", {
    name: from.by.name,
    file: from.fileName ?? "none",
    format: f(from.format as "kialo"),
    a: (words) => (hasPage(from.by.handle) ? <a href={paths.person(from.by.handle)}>{words}</a> : words),
  });
  return (
    <li id={id}>
      <div className={`rail waiting ${stance ? stanceClass(stance) : ""}`}>
        <p className="meta dots">
          <span>{stance ? <StanceLabel stance={stance}>{t(stance)}</StanceLabel> : t("unsaid")}</span>
          <span>
            <Answers answers={answers} />
          </span>
        </p>
        <p className="claim">{claim}</p>
        <FileSays quotations={quotations} />
        <p className="meta">
          {by}, <Day at={from.at} />
        </p>
        <div className="button-row">
          {answers.kind === "waiting" || (answers.kind === "argument" && !answers.open) ? (
            <span className="meta">{answers.kind === "waiting" && t("later")}</span>
          ) : (
            <Button small href={paths.cite(slug, id)} aria-describedby={id}>
              {t("cite")}
            </Button>
          )}
          {item.mayPutAway && <PutAwayForm slug={slug} item={id} answered={below > 0} act={putAway} />}
        </div>
      </div>
    </li>
  );
}

function Answers({ answers }: { answers: TrayItemView["answers"] }) {
  const t = useTranslations("tray");
  if (answers.kind === "question") return t("question");
  if (answers.kind === "waiting") return <a href={`#${answers.id}`}>{t("waitingFor")}</a>;
  const words = t(answers.open ? "argument" : "gone", { number: answers.number });
  return (
    <a href={paths.argument(answers.id)} title={answers.claim ?? undefined}>
      {words}
    </a>
  );
}
