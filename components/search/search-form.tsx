import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";
import type { Asked } from "#lib/search/schema";

/** The words, and with them everything that narrows the search down: a GET, so that the address says it all. */
export function SearchForm({ asked, flaw }: { asked: Asked; flaw: string | null }) {
  const t = useTranslations("search");
  const { q, after: _, ...kept } = asked;
  return (
    <search>
      <form className="search-form" action={paths.search()} aria-label={t("field")}>
        <input
          className="input claim"
          type="search"
          name="q"
          id="field-q"
          aria-label={t("field")}
          aria-invalid={flaw ? true : undefined}
          aria-describedby={flaw ? "error-q" : undefined}
          defaultValue={q}
          autoComplete="off"
        />
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button kind="solid">
          <Icon name="search" /> {t("go")}
        </Button>
      </form>
      {flaw && (
        <p className="field-error" id="error-q" role="alert">
          <Icon name="octagon-x" />
          <span>{flaw}</span>
        </p>
      )}
    </search>
  );
}
