import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";

/** The way to the search from every page: a plain GET, which needs no script and says nothing about who asks. */
export function SearchField() {
  const t = useTranslations("site");
  return (
    <search className="site-search">
      <form action={paths.search()} aria-label={t("search")}>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          aria-label={t("search")}
          aria-keyshortcuts="/"
          placeholder={t("searchHint")}
          autoComplete="off"
        />
      </form>
    </search>
  );
}
