import { useTranslations } from "next-intl";
import { Chosen } from "#components/search/chosen";
import { HitList } from "#components/search/hit-list";
import { Narrowing } from "#components/search/narrowing";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { paths } from "#lib/paths";
import { type Asked, asksNothing } from "#lib/search/schema";
import type { Found } from "#lib/search/view";

/** What was found, with the ways to look in less beside it. */
export function Results({ asked, found }: { asked: Asked; found: Found }) {
  const t = useTranslations("search");
  const { total, items, next } = found;
  return (
    <div className="results">
      <div>
        <div className="meta found">
          <p role="status">{t("count", { count: total })}</p>
          {items.length > 0 && <a href="#narrow">{t("narrow")}</a>}
        </div>
        <Chosen asked={asked} found={found} />
        {found.meant && <Meant asked={asked} meant={found.meant} />}
        {items.length > 0 ? <HitList items={items} thread={asked.thread} /> : <Nothing asked={asked} />}
        <nav className="button-row pages" aria-label={t("pages")}>
          {asked.after && (
            <Button href={paths.search({ ...asked, after: undefined })} small>
              {t("first")}
            </Button>
          )}
          {next && (
            <Button href={paths.search({ ...asked, after: next })} rel="next">
              {t("next")}
            </Button>
          )}
        </nav>
      </div>
      {items.length > 0 && <Narrowing asked={asked} found={found} />}
    </div>
  );
}

function Meant({ asked: { after: _, ...asked }, meant }: { asked: Asked; meant: string }) {
  const t = useTranslations("search");
  const suggestion = () => <a href={paths.search({ ...asked, q: meant })}>{meant}</a>;
  return <p className="read meant">{t.rich("meant", { suggestion })}</p>;
}

function Nothing({ asked: { q, after: _, ...narrowed } }: { asked: Asked }) {
  const t = useTranslations("search");
  const isNarrowed = !asksNothing(narrowed);
  const widen = q && isNarrowed && (
    <Button href={paths.search({ q })} small>
      {t("widen")}
    </Button>
  );
  return <Empty action={widen}>{t(!q ? "nothingYet" : isNarrowed ? "nothingNarrowed" : "nothing")}</Empty>;
}

/** Before anything was asked: how one asks. */
export function HowToAsk() {
  const t = useTranslations("search");
  return (
    <div className="mt-6">
      <p className="read">{t("begin")}</p>
      <section className="mt-6" aria-labelledby="tips">
        <h2 className="section-title" id="tips">
          {t("beginTips")}
        </h2>
        <ul className="rows read">
          <li>{t("tipPhrase")}</li>
          <li>{t("tipOr")}</li>
          <li>{t("tipNot")}</li>
          <li>{t("tipKey")}</li>
        </ul>
      </section>
    </div>
  );
}
